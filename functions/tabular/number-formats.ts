import { dayOfSerial } from '../../domain/tabular/day.ts';
import { numberText } from '../../domain/tabular/money.ts';
import { readXml } from './read-xml.ts';

/** What a number looks like in a cell of a format. */
export type Look = { as: 'number' } | { as: 'day' } | { as: 'percent' } | { as: 'digits'; least: number };

/** Formats every spreadsheet knows by number. Source: ECMA-376 part 1, 18.8.30, East Asian dates among them. */
const dayFormats = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
] as const;
const percentFormats = [9, 10];

function lookOf(code: string): Look {
  // Of «positive;negative;zero» the first; without quoted text, escaped and padding signs, colours and languages.
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  if (/^general|^est[aá]ndar/i.test(first)) return { as: 'number' };
  if (first.includes('%')) return { as: 'percent' };
  // Hours alone are no day; `E+00` is an exponent.
  if (/[dy]|(?<![hs:])m(?![s:])/i.test(first.replace(/am\/pm|a\/p/gi, '')) && !/[0#]/.test(first))
    return { as: 'day' };
  return /^0{2,}$/.test(first) ? { as: 'digits', least: first.length } : { as: 'number' };
}

/** The looks of the styles of a workbook, in the order in which cells refer to them. */
export function looksOf(styles: string): Look[] {
  const codes = new Map<number, string>();
  const looks: Look[] = [];
  let inCells = false;
  readXml(styles, {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) looks.push(lookOfId(Number(attribute('numFmtId'))));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;

  function lookOfId(id: number): Look {
    const code = codes.get(id);
    if (code !== undefined) return lookOf(code);
    if (percentFormats.includes(id)) return { as: 'percent' };
    return { as: dayFormats.some(([from, to]) => id >= from && id <= to) ? 'day' : 'number' };
  }
}

/** Days between the calendars of old Macs, which count from 1904, and of everybody else. */
const since1904 = 1_462;

/** A number as a person reads it in its cell; of a percentage all digits, also those that are not shown. */
export function shown(value: number, look: Look, from1904: boolean): string {
  switch (look.as) {
    case 'day': {
      const serial = from1904 ? value + since1904 : value;
      return serial >= 1 && serial < 2_958_466 ? dayOfSerial(serial) : numberText(value);
    }
    case 'percent':
      // The fraction is binary: 0.07 × 100 is 7, and not 7.000000000000001.
      return `${Number((value * 100).toPrecision(15))}%`;
    case 'digits':
      return Number.isInteger(value) ? String(value).padStart(look.least, '0') : numberText(value);
    case 'number':
      return numberText(value);
  }
}
