import { folded } from '../folded.ts';
import { plain } from './formulas.ts';
import type { ChoiceList, Rejection, Sheet, SheetRow } from './sheet.ts';

/** A column of a table of some kind. */
export interface Column {
  /** As it is called in files that Etapas writes. */
  name: string;
  /** What else people call it; accents, case, blanks and signs do not matter. */
  also?: readonly string[];
  required?: boolean;
  /** What is said of a cell that cannot be meant, where that is plainer than what the schema says. */
  error?: 'not-a-day';
  /** The list that a cell chooses from. */
  choices?: ChoiceList;
  /** It is written for people to read, and not read again. */
  readOnly?: boolean;
  /** The field it says something of, where that is called otherwise. */
  field?: string;
  /** Its cells name people or places by their ids. */
  names?: boolean;
  /** It says where a thing belongs, which no edit changes. */
  fixed?: boolean;
}

/** The cells of one row that say something, by the name of their column. */
export type Cells = Partial<Record<string, string>>;

/** A heading without accents, case, blanks and signs. */
export const bare = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Which column each place of the header is, what is wrong with the header, and the titles of columns that nobody knows. */
export function columnsOf({ header, headerRow = 1, rows, open }: Sheet, columns: readonly Column[]) {
  const names = new Map(
    columns.flatMap((column) => [column.name, ...(column.also ?? [])].map((name) => [bare(name), column])),
  );
  const wrong: Rejection[] = [];
  const ignored: string[] = [];
  const reject = (column: string, message: string) => wrong.push({ row: headerRow, column, message });
  const taken = new Set<string>();
  const places = header.map((title, place) => {
    const column = names.get(bare(title));
    if (!column) {
      // Spreadsheets often end in columns of nothing.
      const empty = title === '' && rows.every(({ cells }) => !cells[place]);
      if (!open && !empty) ignored.push(title || `#${place + 1}`);
      return undefined;
    }
    if (taken.has(column.name)) reject(title, 'column-twice');
    taken.add(column.name);
    return column;
  });
  for (const { name, required } of columns) if (required && !taken.has(name)) reject(name, 'column-missing');
  return { places, wrong, ignored };
}

/**
 * The cells of a row, without those that are blank or not read. What spreadsheets mark as text, maps (`open`) do not.
 */
export function cellsOf({ cells }: SheetRow, places: readonly (Column | undefined)[], open = false): Cells {
  return Object.fromEntries(
    places.flatMap((column, place) => {
      const written = (cells[place] ?? '').trim();
      const text = open ? written : plain(written).trim();
      return column && !column.readOnly && text !== '' ? [[column.name, text]] : [];
    }),
  );
}

/** What a row says in every column that is known, those too that are written for people alone. */
export function cellTexts(sheet: Sheet, columns: readonly Column[], at: number): Cells {
  const row = sheet.rows[at];
  const all = columns.map((column) => ({ ...column, readOnly: false }));
  return row ? cellsOf(row, columnsOf(sheet, all).places, sheet.open) : {};
}

/** What every row says in every column that is known, those too that are written for people alone, in the order of the rows. */
export function allCellTexts(sheet: Sheet, columns: readonly Column[]): Cells[] {
  const { places } = columnsOf(
    sheet,
    columns.map((column) => ({ ...column, readOnly: false })),
  );
  return sheet.rows.map((row) => cellsOf(row, places, sheet.open));
}

/** Whether any row of a file says something in a column. */
export function fills(sheet: Sheet, columns: readonly Column[], name: string): boolean {
  const { places } = columnsOf(sheet, columns);
  return sheet.rows.some((row) => cellsOf(row, places, sheet.open)[name] !== undefined);
}

/** The number a cell means, `1,234.50`, `$ 800` or `45 %`; what is none is left as it is, to be refused by name. */
export function numberIn(cell: string | undefined): unknown {
  if (cell === undefined) return undefined;
  const digits = cell.replace(/^\$|%$|\s/g, '').trim();
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
  return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : cell;
}

/** What may be chosen in a column: each key with all its names, in whatever language. */
export type KnownNames = Readonly<Record<string, readonly string[]>>;

/** The key that a cell means by its key or by any of its names. */
export function keyIn(cell: string | undefined, names: KnownNames): string | undefined {
  if (cell === undefined) return undefined;
  const said = bare(cell);
  const found = Object.entries(names).find(([key, known]) =>
    [key, ...known].some((name) => bare(name) === said),
  );
  return found?.[0] ?? cell;
}

/** The parts of a cell that holds several, written `a | b`; semicolons and line ends part them too. */
export const partsOf = (cell: string | undefined): string[] =>
  (cell ?? '').split(/[|;\n]/).flatMap((part) => part.trim() || []);
