import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Programme } from '../domain/programme.ts';
import { type NamedLists, type NamesByLanguage, readNames, withNames } from './names.ts';

const released = join(import.meta.dirname, 'programmes');

/** A programme file that cannot be used; the message names file, place and reason, one to a line. */
export class InvalidProgramme extends Error {
  override readonly name = 'InvalidProgramme';
}

/** What has names in a programme. */
const lists: NamedLists = {
  file: { always: ['name'] },
  stages: { always: ['name'] },
  tracks: { always: ['name'] },
  activities: { always: ['name'] },
  steps: { always: ['name'] },
};

/**
 * Reads one programme from the text of its file, with its names in each language; what has its names in the file itself
 * keeps them.
 * @throws InvalidProgramme
 */
export function parseProgramme(file: string, text: string, names: NamesByLanguage = {}): Programme {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new InvalidProgramme(`${file}: ${error instanceof Error ? error.message : 'is not YAML'}`, {
      cause: error,
    });
  }
  const whole = withNames(content, lists, names);
  if (whole.faults.length > 0)
    throw new InvalidProgramme(whole.faults.map((fault) => `${file}: ${fault}`).join('\n'));
  const { success, data, error } = Programme.safeParse(whole.content);
  if (!success)
    throw new InvalidProgramme(
      error.issues
        .map(({ path, message }) => `${file}: ${path.join('.') || 'the file'}: ${message}`)
        .join('\n'),
    );
  const expected = `${data.id}.v${data.version}.yaml`;
  if (file !== expected)
    throw new InvalidProgramme(`${file}: id: the file of this programme must be named ${expected}`);
  return data;
}

/** Every version of every programme in `folder`, by file name. */
export function readProgrammes(folder = released): Programme[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files
    .sort()
    .map((file) =>
      parseProgramme(file, readFileSync(join(folder, file), 'utf8'), readNames('programmes', file)),
    );
}
