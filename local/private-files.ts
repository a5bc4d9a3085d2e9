import { chmodSync, closeSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './startup-error.ts';

/** What the runner keeps names people: nobody but the owner reads it, whatever the umask of whoever starts it. */
export const privateFile = { mode: 0o600 } as const;
export const privateFolder = { mode: 0o700 } as const;

/** Takes the folder itself away from everybody else; one that belongs to somebody else, or is shared, stays as it is. */
export function closeFolder(path: string): void {
  // Such as /tmp: many use it, and each of them takes care of their own.
  const isShared = (lstatSync(path).mode & 0o1000) !== 0;
  if (isShared) return;
  try {
    chmodSync(path, privateFolder.mode);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}

/** Takes a file, or a folder with all that is in it, away from everybody else; nothing where there is none. */
export function makePrivate(path: string): void {
  try {
    const found = lstatSync(path);
    // What a link leads to is not ours to change.
    if (found.isFile()) chmodSync(path, privateFile.mode);
    if (!found.isDirectory()) return;
    // The folder first, so that nothing in it can be read meanwhile.
    chmodSync(path, privateFolder.mode);
    for (const name of readdirSync(path)) makePrivate(join(path, name));
  } catch (error) {
    // Never there, or removed by another runner meanwhile.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Makes an empty file where there is none. SQLite gives what it keeps beside a database the mode of that database. */
export function touchPrivate(file: string): void {
  closeSync(openSync(file, 'a', privateFile.mode));
}
