import { bare, type Column } from './columns.ts';
import type { Grid } from './grid.ts';
import type { SheetRow } from './sheet.ts';

/** Titles, addressees and dates stand above a header; nobody writes more lines of them. */
const mostAbove = 50;

/** Where a table begins on a sheet: its titles, and the rows below them. */
export interface Headed {
  header: string[];
  headerRow: number;
  rows: SheetRow[];
  /** The rows above the header that say something. */
  above: number;
  /** The header goes on beyond the columns that are read. */
  isTooWide: boolean;
  /** Whether every required column is there. */
  isWhole: boolean;
}

/**
 * Finds the header of a sheet: the first row with every required column or, where none has them all, the first with one
 * of them. Titles may take several rows when cells above the table were merged; the lowest of each column counts.
 */
export function findHeader(grid: Grid, columns: readonly Column[]): Headed | undefined {
  const required = columns
    .filter((column) => column.required)
    .map(({ name, also = [] }) => new Set([name, ...also].map(bare)));
  const top = grid.rows.slice(0, mostAbove);
  const found = ({ cells }: SheetRow) => {
    const titles = new Set(cells.map(bare));
    return required.filter((names) => [...names].some((name) => titles.has(name))).length;
  };
  const counts = top.map(found);
  const whole = counts.indexOf(required.length);
  const at = whole >= 0 ? whole : counts.findIndex((count) => count > 0);
  return at < 0 ? undefined : headedAt(grid, at, whole >= 0);
}

/** The table of a sheet that has none of the required columns: its first row is taken for the header. */
export const firstRowOf = (grid: Grid): Headed | undefined =>
  grid.rows.length > 0 ? headedAt(grid, 0, false) : undefined;

function headedAt({ rows, merged = [] }: Grid, at: number, isWhole: boolean): Headed {
  const headerRow = rows[at]?.row ?? 1;
  // Where one title stands beside others that are parted once more below, the lower ones belong to the header.
  const bottom = Math.max(
    headerRow,
    ...merged.filter(({ top, left, right }) => top === headerRow && left === right).map((one) => one.bottom),
  );
  const titles = rows.filter(({ row }) => row >= headerRow && row <= bottom);
  const isTooWide = titles.some(({ beyond }) => beyond !== undefined);
  const width = Math.max(...titles.map(({ cells }) => cells.length));
  const header = Array.from({ length: width }, (_, place) =>
    titles.reduce((title, { cells }) => cells[place]?.trim() || title, ''),
  );
  return { header, headerRow, rows: rows.filter(({ row }) => row > bottom), above: at, isTooWide, isWhole };
}
