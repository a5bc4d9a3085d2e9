import { openSync, writeSync } from 'node:fs';
import { privateFile } from '../private-files.ts';

/**
 * What this thread prints goes to the end of a file from now on. By itself a thread sends each line to the main thread to
 * be written there, which costs that one more than the function's own work often does.
 */
export function printTo(file: string): void {
  const log = openSync(file, 'a', privateFile.mode);
  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    writeSync(log, typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    const told = rest.at(-1);
    if (typeof told === 'function') told();
    return true;
  };
  Object.assign(process.stdout, { write });
  Object.assign(process.stderr, { write });
}
