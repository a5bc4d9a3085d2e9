/** What spreadsheets take for the beginning of a formula, its full-width twins included. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** What a formula is read as that nothing has computed yet: no other text of a spreadsheet is written so. */
export const uncomputed = '#UNCOMPUTED!';

/** The errors of formulas as spreadsheets write them, in English and Spanish. */
const errors = [
  ...['n/a', 'ref!', 'div/0!', 'value!', 'name?', 'num!', 'null!', 'spill!', 'calc!', 'uncomputed!'],
  ...['n/d', '¡ref!', '¡div/0!', '¡valor!', '¿nombre?', '¡num!', '¡nulo!', '¡desbordamiento!', '¡calc!'],
];
const failed = new RegExp(`^'*#(?:${errors.map((one) => one.replace('?', '\\?')).join('|')})$`, 'i');

const isMeant = (text: string) => formula.test(text) || failed.test(text);

/** What is wrong with a cell that holds nothing but the error of a formula, or a formula without a result. */
export function cellError(text: string): 'formula-uncomputed' | 'cell-error' | undefined {
  if (text === uncomputed) return 'formula-uncomputed';
  return text.startsWith('#') && failed.test(text) ? 'cell-error' : undefined;
}

/**
 * Text for a cell: a spreadsheet shows what would be a formula as text, and computes nothing. Text that looks like the
 * error of a formula is told from one in the same way.
 */
export const inert = (text: string): string => (isMeant(text) ? `'${text}` : text);

/** The text that `inert` was made from. */
export const plain = (cell: string): string =>
  cell.startsWith("'") && isMeant(cell.slice(1)) ? cell.slice(1) : cell;
