import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { cachedBuild, type Making, madeBefore } from './cached-build.ts';
import type { DataFolder } from './data-folder.ts';
import { makePrivate, touchPrivate } from './private-files.ts';

type Files = DataFolder['files'];

/** What of a data folder makes the example; the journal last, since it says that all is there. */
const databases = ['table', 'journal'] as const satisfies (keyof Files)[];

interface Example {
  /** The project's folder. */
  root: string;
  /** The folder of the cloud assembly, which is named after the digest of what it was made from. */
  assembly: string;
  /** Stands in the mails' links. */
  url: string;
  municipality: string;
  /** The day that it was made on: what is due and what is late goes by it. */
  day: string;
}

/** An example that was made by an earlier start with the same code, at the same address, on the same day. */
export interface ExampleCopy {
  /** Puts it into an empty data folder. Answers whether there was one. */
  restore(files: Files): boolean;
  /** Keeps what a start has just made, for later ones. */
  keep(files: Files): Promise<void>;
}

export function exampleCopy({ root, assembly, url, municipality, day }: Example): ExampleCopy {
  const making: Omit<Making, 'make'> = {
    root,
    sources: ['local', 'package-lock.json'],
    also: [basename(assembly), url, municipality, day],
    place: join('build', 'example'),
    prefix: 'example-',
  };
  // Those of earlier releases too, which are kept for a while.
  makePrivate(join(root, making.place));
  return {
    restore(files) {
      const folder = madeBefore(making);
      if (!folder) return false;
      const objects = join(folder, 'objects');
      if (existsSync(objects)) cpSync(objects, files.objects, { recursive: true });
      for (const name of databases) cpSync(join(folder, name), files[name]);
      for (const name of [...databases, 'objects'] as const) makePrivate(files[name]);
      return true;
    },
    async keep(files) {
      await cachedBuild({
        ...making,
        async make(folder) {
          makePrivate(folder);
          if (existsSync(files.objects)) cpSync(files.objects, join(folder, 'objects'), { recursive: true });
          for (const name of databases) {
            const database = new DatabaseSync(files[name], { readOnly: true });
            touchPrivate(join(folder, name));
            // One consistent moment of a database that others may have open.
            database.prepare('VACUUM INTO ?').run(join(folder, name));
            database.close();
          }
          makePrivate(folder);
        },
      });
    },
  };
}
