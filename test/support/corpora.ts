import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readSharedIfThere } from './shared-data.ts';

const reference = join(import.meta.dirname, '..', 'reference');
const own = (...path: string[]): unknown => JSON.parse(readFileSync(join(reference, ...path), 'utf8'));

const Texts = z.array(z.string());
const Families = z.record(z.string(), Texts).transform((families) => Object.values(families).flat());
const Strings = z.object({ oneLine: Families, severalLines: Families, neverTaken: Families });

/** Strings of our own making: names, notes of several lines, and what is never taken. */
export const strings = Strings.parse(own('hardening', 'strings.json'));
const othersStrings = Texts.parse(
  JSON.parse(readSharedIfThere('corpora/naughty-strings', 'blns.json')?.toString() ?? '[]'),
);
const all = [...strings.oneLine, ...strings.severalLines, ...strings.neverTaken];

/**
 * Strings that break programs: markup, control signs, marks of direction, words that mean something to machines. Ours,
 * and those that others collected where they are there.
 */
export const naughty = (): string[] => [...all, ...othersStrings.filter((text) => !all.includes(text))];

/** Of the others, at most so many are blank, hold control signs, are too long for a name or are among ours. */
const othersLost = 60;
const othersTaken = Math.max(0, othersStrings.length - othersLost);

/** So many strings hold a web or mail address, with which nothing is named. */
const mostAddresses = 150;

/** So many of `naughty()` are taken as a name at least, and as a note. */
export const fewestTaken = {
  asName: Math.max(0, strings.oneLine.length + othersTaken - mostAddresses),
  asNote: strings.oneLine.length + strings.severalLines.length + othersTaken,
};

/** Cells that a spreadsheet might compute. */
export const payloads = (): string[] => [
  ...Texts.parse(own('hardening', 'formulas.json')),
  ...(readSharedIfThere('corpora/csv-injection', 'payloads.txt')?.toString().split('\n') ?? []).filter(
    Boolean,
  ),
];

const Addresses = z.object({ valid: Texts, invalid: Texts });

/** Addresses of mail of our own making, valid and not, and those of others, of which some are either. */
export const addresses = () => ({
  ...Addresses.parse(own('hardening', 'addresses.json')),
  others: z
    .array(z.tuple([z.string()]).rest(z.unknown()))
    .parse(JSON.parse(readSharedIfThere('corpora/email-validity', 'isemail_tests.json')?.toString() ?? '[]'))
    .map(([address]) => address),
});

/** What SES tells, one event or notification of each kind, as its documentation describes them. */
export const mailEvents = () => z.array(z.looseObject({})).parse(own('ses', 'events.json'));
