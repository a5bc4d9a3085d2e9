import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { touchPrivate } from './private-files.ts';

/**
 * The runner's own database: settings, executions, mails. A commit is in the system's hands when it returns, so that
 * killing the process loses nothing; only a power cut may lose the last moments.
 */
export function openJournal(file: string) {
  if (file !== ':memory:') touchPrivate(file);
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  return database;
}

const Row = z.object({ value: z.string() });

/** Small values that outlive the process, each a JSON text under a name. */
export function openSettings(database: DatabaseSync) {
  database.exec(
    'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
  );
  const read = database.prepare('SELECT value FROM settings WHERE name = ?');
  const write = database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)');
  return {
    get<T>(name: string, schema: z.ZodType<T>): T | undefined {
      const row = read.get(name);
      return row ? schema.parse(JSON.parse(Row.parse(row).value)) : undefined;
    },
    set(name: string, value: unknown) {
      write.run(name, JSON.stringify(value));
    },
  };
}
export type Settings = ReturnType<typeof openSettings>;
