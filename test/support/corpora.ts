import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** Whether the data that others made lies beside the project; tests that read it are skipped, by name, where not. */
export const there = existsSync(shared);
export const absent = there ? '' : ' (skipped: the folder of shared data is not beside the project)';

/** A file of the shared data, as text. */
export const read = (...path: string[]) => readFileSync(join(shared, ...path), 'utf8');

const json = (...path: string[]): unknown => JSON.parse(read('corpora', ...path));

/** Strings that have broken programs: markup, control signs, marks of direction, words that mean something to machines. */
export const naughty = () => z.array(z.string()).parse(json('naughty-strings', 'blns.json'));

/** Cells that a spreadsheet might compute. */
export const payloads = () => read('corpora', 'csv-injection', 'payloads.txt').split('\n').filter(Boolean);

/** Addresses of mail, valid and not. */
export const addresses = () =>
  z
    .array(z.tuple([z.string()]).rest(z.unknown()))
    .parse(json('email-validity', 'isemail_tests.json'))
    .map(([address]) => address);

const Samples = z.array(
  z.object({ type: z.string(), json: z.unknown().optional(), raw: z.string().optional() }),
);

/** What SES tells, as its developer guide shows it: as JSON, or as the text of a listing with its lines numbered. */
export const mailSamples = () => Samples.parse(json('ses-notifications', 'extracted_examples.json'));
