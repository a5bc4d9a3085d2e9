import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';

const canRun = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function fromPackage(): string[] {
  const { resolve } = createRequire(import.meta.url);
  try {
    return [join(dirname(resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`)), 'dynoxide')];
  } catch {
    return [];
  }
}

/**
 * The program that serves DynamoDB's protocol on SQLite: from its npm package, or installed on this machine.
 * @throws Refusal when there is none
 */
export function dynoxide(): string {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'dynoxide'));
  const found = [...fromPackage(), ...onPath].find(canRun);
  if (found) return found;
  throw new StartupError(
    `no dynoxide for ${process.platform}-${process.arch}: install it so that it is on the PATH, or set DYNAMODB_ENDPOINT to the address of another DynamoDB for development`,
  );
}
