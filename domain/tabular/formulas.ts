/** What spreadsheets take for the beginning of a formula, its full-width twins included. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text for a cell: a spreadsheet shows what would be a formula as text, and computes nothing. */
export const inert = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that `inert` was made from. */
export const plain = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
