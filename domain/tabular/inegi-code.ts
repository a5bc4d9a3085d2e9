/** How long INEGI's keys are: of a municipality, a locality, a basic area (AGEB) and a block. Source: Marco Geoestadístico. */
const lengths = [5, 9, 13, 16];
/** Keys of basic areas and blocks are told from other numbers by their length; shorter ones need more to prove them. */
const longEnough = 12;

/** A number that a spreadsheet has shortened: `8.037E+11`, with the decimal comma of other settings too. */
const exponent = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;

type Meant = { code: string; padded: boolean; refused?: undefined } | { code?: undefined; refused: string };

/**
 * The code that a cell means. A spreadsheet takes INEGI's keys for numbers, drops the zero that the first nine states begin with, and
 * writes the long ones with an exponent: the zero is put back where the key of the municipality's own state proves that
 * it was there, and an exponent is read where none of the digits is lost.
 */
export function codeIn(text: string, inegiCode: string): Meant {
  const [, first = '', more = '', power = ''] = exponent.exec(text.replace(/\s/g, '')) ?? [];
  let code = text;
  if (first !== '' && (text.includes('+') || more !== '')) {
    if (more.length !== Number(power)) return { refused: 'code-shortened' };
    code = first + more;
  }
  const isProved = inegiCode.startsWith('0') && /^\d+$/.test(code) && lengths.includes(code.length + 1);
  // Four or eight digits may be anything: they must begin as the municipality does.
  const known = inegiCode.slice(1, code.length >= longEnough ? 2 : undefined);
  const padded = isProved && code.startsWith(known);
  return { code: padded ? `0${code}` : code, padded };
}
