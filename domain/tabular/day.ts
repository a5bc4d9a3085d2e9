/** Names of months in Spanish and English by their first three letters, which tell them apart within both. */
const months: Readonly<Record<string, number>> = {
  ene: 1,
  jan: 1,
  feb: 2,
  mar: 3,
  abr: 4,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  ago: 8,
  aug: 8,
  sep: 9,
  set: 9,
  oct: 10,
  nov: 11,
  dic: 12,
  dec: 12,
};
const monthNames = new Set([
  ...'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  ...'january february march april may june july august september october november december'.split(' '),
]);

/** Days since the end of 1899, as spreadsheets count them: 1970 begins on 25,569. */
const unixEpoch = 25_569;
const msPerDay = 86_400_000;

/** The day that a spreadsheet's number of days means, as `2026-12-05`. */
export const dayOfSerial = (serial: number): string =>
  new Date((Math.floor(serial) - unixEpoch) * msPerDay).toISOString().slice(0, 10);

const two = (digits: string | number) => String(digits).padStart(2, '0');
/** Years of two digits are of this century: programmes look ahead. */
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

/** Weekdays before a day and hours after it say nothing about which day it is. */
const weekday = /^(lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|\p{L}+day),?\s+/iu;
const hour = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?\s*m\.?)?z?$/iu;

function monthOf(word: string): number | undefined {
  const name = word.toLowerCase().replace(/\.$/, '');
  const isName = name.length === 3 || name === 'sept' || monthNames.has(name);
  return isName ? months[name.slice(0, 3)] : undefined;
}

/**
 * The day a cell means, as people type it: `2026-12-05`, `2026/12/05`, `05/12/2026` (the day first, as Mexico has it),
 * `5/12/26`, `5-dic-2026`, `5 de diciembre de 2026`, `December 5, 2026`, or the number of days of a spreadsheet. What is
 * no such day is left as it is, to be refused by name.
 */
export function dayIn(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const text = cell.replace(/\s+/gu, ' ').trim().replace(weekday, '').replace(hour, '').trim();
  // From 1954 to 2119: shorter and longer numbers are no days that anybody means.
  if (/^[2-7]\d{4}(\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
  const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? [];
  if (year && month && day) return `${year}-${two(month)}-${two(day)}`;
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return `${fullYear(dayFirst[3] ?? '')}-${two(dayFirst[2] ?? '')}-${two(dayFirst[1] ?? '')}`;
  const named =
    /^(?<day>\d{1,2})(?:º|o|st|nd|rd|th)?(?: de |[ /.-])(?<month>\p{L}+\.?)(?:,? del? |, |[ /.-])(?<year>\d{4}|\d{2})$/iu.exec(
      text,
    ) ?? /^(?<month>\p{L}+\.?)[ /-](?<day>\d{1,2})(?:st|nd|rd|th)?(?:, |[ /-])(?<year>\d{4})$/iu.exec(text);
  const { groups: parts = {} } = named ?? {};
  const at = monthOf(parts.month ?? '');
  return at === undefined ? cell : `${fullYear(parts.year ?? '')}-${two(at)}-${two(parts.day ?? '')}`;
}
