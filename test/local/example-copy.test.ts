import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { openDataFolder } from '../../local/data-folder.ts';
import { openDataState } from '../../local/data-state.ts';
import { exampleCopy } from '../../local/example-copy.ts';
import { newFolder } from './fixture/machine.ts';

const about = {
  root: newFolder(),
  assembly: '/cdk.out/local-juarez-1a2b',
  url: 'http://127.0.0.1:4600',
  municipality: 'juarez',
  day: '2026-11-25',
};

function openFolder() {
  const folder = openDataFolder(newFolder());
  onTestFinished(() => folder.close());
  return folder;
}

/** A folder in which a start has made its example, still open as it is then. */
function exampleFolder() {
  const { files, ...folder } = openFolder();
  const { journal, settings, complete } = openDataState({ files, ...folder }, 'juarez', false);
  const table = new DatabaseSync(files.table);
  onTestFinished(() => {
    journal.close();
    table.close();
  });
  table.exec("PRAGMA journal_mode = WAL; CREATE TABLE items (pk TEXT); INSERT INTO items VALUES ('anapra')");
  settings.set('made', 'an example');
  mkdirSync(files.objects);
  writeFileSync(join(files.objects, 'evidence'), 'bytes');
  complete();
  return files;
}

/** What a new folder begins with. */
function beginning(copy: ReturnType<typeof exampleCopy>) {
  const folder = openFolder();
  const { journal, settings, isNew } = openDataState(
    folder,
    'juarez',
    false,
    () => void copy.restore(folder.files),
  );
  onTestFinished(() => journal.close());
  return { isNew, made: settings.get('made', z.string()), files: folder.files };
}

test('a later start with the same code, address, municipality and day begins with the copy; any other does not', async () => {
  await exampleCopy(about).keep(exampleFolder());
  const { isNew, made, files } = beginning(exampleCopy(about));
  expect({ isNew, made }).toEqual({ isNew: false, made: 'an example' });
  const table = new DatabaseSync(files.table);
  expect(table.prepare('SELECT pk FROM items').all()).toEqual([{ pk: 'anapra' }]);
  table.close();
  expect(readFileSync(join(files.objects, 'evidence'), 'utf8')).toBe('bytes');

  const others = [
    { day: '2026-11-26' },
    { url: 'http://127.0.0.1:4601' },
    { assembly: '/cdk.out/local-juarez-3c4d' },
    { municipality: 'cortazar' },
  ];
  for (const other of others) {
    const { isNew, made } = beginning(exampleCopy({ ...about, ...other }));
    expect({ isNew, made }, JSON.stringify(other)).toEqual({ isNew: true, made: undefined });
  }
});

test('a copy never takes the place of what a folder holds', async () => {
  await exampleCopy(about).keep(exampleFolder());
  const folder = openFolder();
  const first = openDataState(folder, 'juarez', false);
  first.settings.set('made', 'by hand');
  first.complete();
  first.journal.close();
  const copy = exampleCopy(about);
  const later = openDataState(folder, 'juarez', false, () => void copy.restore(folder.files));
  onTestFinished(() => later.journal.close());
  expect(later.settings.get('made', z.string())).toBe('by hand');
});

test('a start that was killed while it took the copy begins anew', async () => {
  await exampleCopy(about).keep(exampleFolder());
  const folder = openFolder();
  const copy = exampleCopy(about);
  // The journal comes last: what is there before it counts for nothing.
  writeFileSync(folder.files.table, 'half a copy');
  const { journal, settings } = openDataState(folder, 'juarez', false, () => void copy.restore(folder.files));
  onTestFinished(() => journal.close());
  expect(settings.get('made', z.string())).toBe('an example');
  const table = new DatabaseSync(folder.files.table);
  expect(table.prepare('SELECT pk FROM items').all()).toEqual([{ pk: 'anapra' }]);
  table.close();
});
