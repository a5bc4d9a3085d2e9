import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/**
 * Large files that others made. They are not copied into the project: they lie in `../shared/data` beside it, or are
 * missing. Figures and strings that are small enough to stand in the project are in `test/reference/`.
 */
const folders = {
  'corpora/csv-injection': 'formulas that others collected',
  'corpora/email-validity': 'the addresses of isemail',
  'corpora/naughty-strings': 'the big list of naughty strings',
  'corpora/ses-notifications': 'the samples of the SES developer guide',
  imports: 'small files that people really send',
  'geo/cdmx-colonias': 'the map of the colonias of Azcapotzalco',
  'geo/juarez-distritos': 'the map of the districts of Ciudad Juárez',
  'surveys/juarez-aej': 'the household survey of Ciudad Juárez',
  'zones/azcapotzalco-delitos': 'the crimes counted in Azcapotzalco',
  'zones/guadalupe-marginacion': "CONAPO's index for the colonias of Guadalupe",
};
export type SharedFolder = keyof typeof folders;

const isThere = (folder: SharedFolder) => existsSync(join(root, folder));
const missingOf = (needed: SharedFolder[]) => needed.filter((folder) => !isThere(folder));
const named = (missing: SharedFolder[]) =>
  missing.map((folder) => `${folders[folder]} (../shared/data/${folder})`).join(', ');

/** A file of a shared folder. Throws where it is missing: only tests made by `itReading` may count on it. */
export const readShared = (folder: SharedFolder, file: string): Buffer =>
  readFileSync(join(root, folder, file));

/** The same where the folder is there, `undefined` where not: for what is read besides strings of our own. */
export const readSharedIfThere = (folder: SharedFolder, file: string): Buffer | undefined =>
  isThere(folder) ? readShared(folder, file) : undefined;

/** For the name of a suite that reads `needed` besides strings of our own: says which of them are missing. */
export function without(...needed: SharedFolder[]): string {
  const missing = missingOf(needed);
  return missing.length === 0 ? '' : ` (without what is missing: ${named(missing)})`;
}

/**
 * A test over large files that others made: the only way in which a test is skipped. It runs where the folders it needs
 * are beside the project; elsewhere it is skipped by a name that says which are missing. A test over many files of
 * a kind is one such test and tells all that fail at once (`expectEach`), so that few are skipped.
 */
export function itReading(
  needed: SharedFolder[],
  name: string,
  run: () => void | Promise<void>,
  timeout?: number,
): void {
  const missing = missingOf(needed);
  if (missing.length === 0) it(name, run, timeout);
  else it.skip(`${name} (skipped, missing: ${named(missing)})`, run);
}
