import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Questionnaire } from '../domain/evaluation/questionnaire.ts';
import { type NamedLists, type NamesByLanguage, readNames, withNames } from './names.ts';

const released = join(import.meta.dirname, 'questionnaires');

/** A questionnaire file that cannot be used; the message names file, place and reason, one to a line. */
export class InvalidQuestionnaire extends Error {
  override readonly name = 'InvalidQuestionnaire';
}

/** What has names in a questionnaire. */
const lists: NamedLists = {
  file: { always: ['name'] },
  items: { always: ['question', 'unit'], sometimes: ['aspect'] },
  answers: { always: ['label'] },
};

/**
 * Reads one questionnaire from the text of its file, with its names in each language; what has its names in the file itself
 * keeps them.
 * @throws InvalidQuestionnaire
 */
export function parseQuestionnaire(file: string, text: string, names: NamesByLanguage = {}): Questionnaire {
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new InvalidQuestionnaire(`${file}: ${error instanceof Error ? error.message : 'is not YAML'}`, {
      cause: error,
    });
  }
  const whole = withNames(content, lists, names);
  if (whole.faults.length > 0)
    throw new InvalidQuestionnaire(whole.faults.map((fault) => `${file}: ${fault}`).join('\n'));
  const { success, data, error } = Questionnaire.safeParse(whole.content);
  if (!success)
    throw new InvalidQuestionnaire(
      error.issues
        .map(({ path, message }) => `${file}: ${path.join('.') || 'the file'}: ${message}`)
        .join('\n'),
    );
  const expected = `${data.id}.v${data.version}.yaml`;
  if (file !== expected)
    throw new InvalidQuestionnaire(`${file}: id: the file of this questionnaire must be named ${expected}`);
  return data;
}

/** Every version of every questionnaire in `folder`, by file name. */
export function readQuestionnaires(folder = released): Questionnaire[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files
    .sort()
    .map((file) =>
      parseQuestionnaire(file, readFileSync(join(folder, file), 'utf8'), readNames('questionnaires', file)),
    );
}
