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
 * Finds the header of a sheet: the first row with every required column or, where none has them all, with one of them. Where
 * a line of a title happens to name such a column («Localidad: Anapra»), the row that names more columns is meant.
 * Titles may take several rows when cells above the table were merged; the lowest of each column counts.
 */
export function findHeader(grid: Grid, columns: readonly Column[]): Headed | undefined {
  const known = columns.map(({ name, also = [], required = false }) => ({
    names: [name, ...also].map(bare),
    required,
  }));
  const needed = known.filter(({ required }) => required).length;
  const counted = grid.rows.slice(0, mostAbove).map(({ cells }, at) => {
    const titles = new Set(cells.map(bare));
    const found = known.filter(({ names }) => names.some((name) => titles.has(name)));
    return { at, named: found.length, required: found.filter(({ required }) => required).length };
  });
  const [best] = counted
    .filter(({ required }) => required > 0)
    .sort((one, other) => other.required - one.required || other.named - one.named || one.at - other.at);
  return best && headedAt(grid, best.at, best.required === needed);
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
