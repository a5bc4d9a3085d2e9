import type { Column } from './columns.ts';
import { findHeader, firstRowOf, type Headed } from './find-header.ts';
import type { Grid } from './grid.ts';
import { nameKey } from './name-key.ts';
import type { Sheet, Warning } from './sheet.ts';

/** A table of a workbook. */
interface Found extends Headed {
  grid: Grid;
}

/** Row numbers named in one sentence; whoever looks for hidden rows finds the rest. */
const mostNamed = 10;

/**
 * The table that is meant among the sheets of a file: the one asked for, or all visible ones with the columns that are
 * needed when they have the same header, or the first of these. What was left out, hidden or passed over is told.
 * Answers the names that there are where a sheet is asked for that is not there.
 */
export function chooseSheets(
  grids: readonly Grid[],
  columns: readonly Column[],
  wanted?: string,
): { sheet: Sheet; unknown?: undefined } | { sheet?: undefined; unknown: string[] } | undefined {
  const there = grids.filter(({ rows }) => rows.length > 0);
  const asked =
    wanted === undefined ? there : there.filter(({ name = '' }) => nameKey(name) === nameKey(wanted));
  if (wanted !== undefined && asked.length === 0) return { unknown: there.flatMap(({ name }) => name ?? []) };
  const found = tablesOf(asked, columns, wanted !== undefined);
  const [first] = found;
  if (!first) return undefined;
  const same = found.filter(({ header }) => titlesOf(header) === titlesOf(first.header));
  const read = same.length > 0 ? same : [first];
  const names = read.map(({ grid }) => grid.name ?? '');
  const left = there.filter((grid) => !read.some((one) => one.grid === grid));
  const several = there.length > 1;
  const warnings: Warning[] = [];
  if (read.length > 1) warnings.push({ message: 'sheets-read', about: [names.map(quoted).join(', ')] });
  const leftNames = left.flatMap(({ name, hidden }) => (name === undefined || hidden ? [] : [quoted(name)]));
  const leftHidden = left.flatMap(({ name, hidden }) => (name !== undefined && hidden ? [quoted(name)] : []));
  const readNames = names.map(quoted).join(', ');
  if (leftNames.length > 0)
    warnings.push({ message: 'sheets-left-out', about: [readNames, leftNames.join(', ')] });
  if (leftHidden.length > 0) warnings.push({ message: 'hidden-sheets', about: [leftHidden.join(', ')] });
  warnings.push(...read.flatMap((one) => toldOf(one, several)));
  return {
    sheet: {
      header: first.header,
      headerRow: first.headerRow,
      isTooWide: first.isTooWide,
      rows: read.flatMap(({ rows, grid }) =>
        read.length > 1 ? rows.map((row) => ({ ...row, sheet: grid.name })) : rows,
      ),
      warnings,
      sheets: several
        ? there.map((grid) => ({ name: grid.name ?? '', read: read.some((one) => one.grid === grid) }))
        : undefined,
    },
  };
}

const quoted = (name: string) => `«${name}»`;
const titlesOf = (header: readonly string[]) => header.map(nameKey).join('\n').trimEnd();

/** The sheets that hold such a table; where none has all its columns those that have some, and else the first of all. */
function tablesOf(grids: readonly Grid[], columns: readonly Column[], hiddenToo: boolean): Found[] {
  const shown = grids.filter(({ hidden }) => hiddenToo || !hidden);
  const headed = shown.flatMap((grid): Found[] => {
    const table = findHeader(grid, columns);
    return table ? [{ ...table, grid }] : [];
  });
  const whole = headed.filter(({ isWhole }) => isWhole);
  // A sheet with a header and nothing below it is read only where there is no other.
  const filled = whole.filter(({ rows }) => rows.length > 0);
  if (filled.length > 0) return filled;
  const [some] = whole.length > 0 ? whole : headed;
  if (some) return [some];
  const [first = grids[0]] = shown;
  const table = first && firstRowOf(first);
  return table ? [{ ...table, grid: first }] : [];
}

/** What a reader does not see, or may not have meant to be read, on the sheet of a table. */
function toldOf({ grid, header, headerRow, rows, above, isWhole }: Found, several: boolean): Warning[] {
  const sheet = several ? grid.name : undefined;
  const warnings: Warning[] = [];
  if (above > 0 && isWhole)
    warnings.push({ sheet, row: headerRow, message: 'rows-above', about: [String(headerRow)] });
  const below = new Set(rows.map(({ row }) => row));
  const hidden = (grid.hiddenRows ?? []).filter((row) => below.has(row));
  if (hidden.length > 0) {
    const named = hidden.slice(0, mostNamed).join(', ') + (hidden.length > mostNamed ? ', …' : '');
    warnings.push({ sheet, message: 'hidden-rows', about: [String(hidden.length), named] });
  }
  const columns = (grid.hiddenColumns ?? []).flatMap((place) => header[place] || []);
  if (columns.length > 0)
    warnings.push({
      sheet,
      message: 'hidden-columns',
      about: [String(columns.length), columns.map(quoted).join(', ')],
    });
  return warnings;
}
