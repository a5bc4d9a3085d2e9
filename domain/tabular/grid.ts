import type { SheetRow } from './sheet.ts';

/** One sheet of a workbook, or a file of separated values, as it stands there: nobody has looked yet for its header. */
export interface Grid {
  /** Files that are one table have none. */
  name?: string;
  /** A sheet that its workbook does not show. */
  hidden?: boolean;
  /** Rows with something in them, by their numbers; blank cells are empty texts. */
  rows: SheetRow[];
  /** The numbers of those that are not shown. */
  hiddenRows?: readonly number[];
  /** The places of columns that are not shown, from 0. */
  hiddenColumns?: readonly number[];
  /** Cells that were made one, rows by their numbers, columns by their places from 0; both ends belong to them. */
  merged?: readonly Merged[];
}

export interface Merged {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The name a spreadsheet has for the column at a place from 0: A, …, Z, AA, … */
export function columnName(place: number): string {
  let name = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
