import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { closeFolder, makePrivate, privateFolder, touchPrivate } from './private-files.ts';
import { codeOf, messageOf, StartupError } from './startup-error.ts';

const lockFile = 'lock';
/** What SQLite keeps beside a database. */
const besides = ['', '-wal', '-shm', '-journal'];

/** What the runner keeps in its folder; nothing else there is ever touched. */
const own = {
  journal: 'local.sqlite',
  table: 'dynamodb.sqlite',
  tableProcess: 'dynamodb.pid',
  keys: 'keys.json',
  deadLetters: 'dead-letters.jsonl',
  objects: 'objects',
  logs: 'logs',
};

export interface DataFolder {
  path: string;
  /** Paths of what the runner keeps there. */
  files: typeof own;
  /** Removes what the runner kept there. */
  empty(): void;
  /** Lets another process have the folder. */
  close(): void;
}

/** Node's own recursive form never ends under folders such as /proc, which exist and take nothing. */
function makeFolder(path: string) {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (!existsSync(parent)) makeFolder(parent);
  mkdirSync(path, privateFolder);
}

/** SQLite holds the lock: the system releases it even when this process is killed. */
function lock(path: string): DatabaseSync {
  touchPrivate(join(path, lockFile));
  const database = new DatabaseSync(join(path, lockFile), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (messageOf(error).includes('locked')) throw new StartupError(`another Etapas is running on ${path}`);
    throw error;
  }
}

/**
 * Takes a folder for this process alone, and makes it if need be.
 * @throws Refusal when it cannot be written or another runner has it
 */
export function openDataFolder(path: string): DataFolder {
  const files = Object.fromEntries(Object.entries(own).map(([name, file]) => [name, join(path, file)]));
  try {
    makeFolder(path);
    accessSync(path, constants.W_OK);
    closeFolder(path);
    for (const file of [...Object.values(own), lockFile])
      for (const suffix of besides) makePrivate(join(path, file + suffix));
    const held = lock(path);
    return {
      path,
      files: { ...own, ...files },
      empty() {
        // The number of a server that may still be ending stays, so that the next one waits for it.
        for (const file of Object.values(files).filter((path) => path !== files.tableProcess))
          for (const suffix of besides) rmSync(file + suffix, { recursive: true, force: true });
      },
      close: () => held.close(),
    };
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `the data folder ${path} cannot be written (${codeOf(error) ?? messageOf(error)})`,
    );
  }
}
