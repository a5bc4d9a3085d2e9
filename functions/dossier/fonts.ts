import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontFiles, Weight } from './typeface.ts';

/** The fonts in a folder, read when they are first asked for: files named by their weight and their place in it. */
export function fontsIn(folder: string): () => FontFiles {
  let read: FontFiles | undefined;
  return () => {
    const names = read ? [] : readdirSync(folder).sort();
    const of = (weight: Weight) =>
      names.filter((name) => name.startsWith(weight)).map((name) => readFileSync(join(folder, name)));
    read ??= { regular: of('regular'), strong: of('strong') };
    return read;
  };
}
