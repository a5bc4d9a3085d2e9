import type * as z from 'zod';
import type { ValidationError } from '../errors.ts';
import { bare, type Cells, cellsOf, columnsOf } from './columns.ts';
import { cellError } from './formulas.ts';
import type { ColumnReason, Existing, Kind } from './kind.ts';
import { visible } from './name-key.ts';
import type { Rejection, Sheet, SheetRow, Warning } from './sheet.ts';
import { isTotals } from './totals.ts';

/** What a file of rows would do. */
export interface Judgement<Command> {
  /** What is to be made, in the order of the file; `place` tells its rows apart, those of several sheets too. */
  create: { place: number; command: Command }[];
  /** Rows that say what is there already. */
  unchanged: number;
  rejected: Rejection[];
  /** What is to be told of how the file was read. */
  warnings: Warning[];
}

/** Checks a command against its schema, in the caller's language. */
export type Check = <T>(
  schema: z.ZodType<T>,
  value: unknown,
) => { data: T; errors?: undefined } | { data?: undefined; errors: ValidationError[] };

/**
 * Judges every row of a file. A row whose id or particulars are there already changes nothing where all that it says is
 * so, and is refused by the first column that says something else: a file never overwrites what people have entered.
 */
export function judge<Command, Known>(
  kind: Kind<Command, Known>,
  sheet: Sheet,
  known: Known,
  existing: Iterable<Existing<Command>>,
  check: Check,
): Judgement<Command> {
  const { places, wrong, ignored } = columnsOf(sheet, kind.columns);
  const warnings: Warning[] = [
    ...(sheet.warnings ?? []),
    ...ignored.map((column) => ({ row: sheet.headerRow ?? 1, column, message: 'column-ignored' })),
  ];
  if (wrong.length > 0) return { create: [], unchanged: 0, rejected: wrong, warnings };
  const byId = new Map<string, Command>();
  const byIdentity = new Map<string, Command>();
  const byCode = new Map<string, string>();
  for (const { id, command } of existing) {
    byId.set(id, command);
    byIdentity.set(kind.identity(command), command);
    const { code, name } = kind.code?.(command) ?? {};
    if (code !== undefined && name !== undefined) byCode.set(code, name);
  }
  const rowOf = new Map<string, number>();
  const judged: Judgement<Command> = { create: [], unchanged: 0, rejected: [], warnings };

  for (const [at, sheetRow] of sheet.rows.entries()) {
    const { row, cells: texts, geometry, beyond } = sheetRow;
    if (geometry === undefined && beyond === undefined && texts.every((text) => text.trim() === '')) continue;
    if (geometry === undefined && isHeader(texts)) continue;
    const on = sheetRow.sheet === undefined ? { row } : { row, sheet: sheetRow.sheet };
    const outcome = judgeRow(sheetRow);
    if ('rejected' in outcome) {
      judged.rejected.push(...outcome.rejected.map((one) => ({ ...on, ...one })));
      continue;
    }
    warnings.push(...outcome.told.map((one) => ({ ...on, ...one })));
    if (outcome.there) judged.unchanged += 1;
    else judged.create.push({ place: at + 1, command: outcome.command });
  }
  return judged;

  /** Lists that were printed repeat their header on every page. */
  function isHeader(texts: readonly string[]): boolean {
    const filled = texts.flatMap((text, place) =>
      places[place] && text.trim() !== '' ? [{ text, place }] : [],
    );
    return (
      filled.length > 0 &&
      filled.every(({ text, place }) => bare(text) === bare(sheet.header[place] ?? '')) &&
      kind.columns.every(
        ({ name, required }) => !required || filled.some(({ place }) => places[place]?.name === name),
      )
    );
  }

  /** A blank is said to be one, and not to be of another type than it should be. */
  function plainer(name: string, message: string, cells: Cells): ColumnReason {
    const column = kind.columns.find((one) => one.name === name);
    if (column && cells[name] === undefined) return { column: name, message: 'cell-missing' };
    if (column?.choices) return { column: name, message: 'unknown-choice', choices: column.choices };
    return { column: name, message: message === 'beyond-century' ? message : (column?.error ?? message) };
  }

  /** The cells without which a row names nothing. */
  function needed(cells: Cells): string[] {
    return kind.columns.flatMap(({ name, required }) => (required && cells[name]) || []);
  }

  /** What is wrong with a row before anybody asks what it means. */
  function unreadable(sheetRow: SheetRow, cells: Cells): ColumnReason[] {
    const beyond = sheetRow.cells.findIndex((text, place) => place >= places.length && text.trim() !== '');
    const stray = beyond >= 0 ? `#${beyond + 1}` : sheetRow.beyond;
    if (stray !== undefined) return [{ column: stray, message: 'cell-beyond-header' }];
    if (sheetRow.geometry === undefined && isTotals(sheetRow.cells, needed(cells)))
      return [{ column: kind.columns.find(({ required }) => required)?.name ?? '', message: 'totals-row' }];
    // Maps hold no formulas: what looks like the error of one was written so.
    if (sheet.open) return [];
    return places.flatMap((column, place) => {
      const text = sheetRow.cells[place]?.trim() ?? '';
      const message = column && !column.readOnly && cellError(text);
      return message ? [{ column: column.name, message, about: [text] }] : [];
    });
  }

  function judgeRow(
    sheetRow: SheetRow,
  ): { rejected: ColumnReason[] } | { command: Command; there: boolean; told: ColumnReason[] } {
    const { row, geometry } = sheetRow;
    const reject = (column: string, message: string, ...about: string[]) => ({
      rejected: [{ column, message, about }],
    });
    const cells = cellsOf(sheetRow, places);
    const broken = unreadable(sheetRow, cells);
    if (broken.length > 0) return { rejected: broken };
    const { value, refused, told = [] } = kind.read(cells, known);
    const { data, errors = [] } = check(kind.schema, geometry === undefined ? value : { ...value, geometry });
    const named = new Set(refused.map(({ column }) => column));
    // A name that nobody knows leaves its field empty; that it is empty need not be said as well.
    const rejected = [
      ...refused,
      ...errors
        .map(({ path, message }) => plainer(kind.columnOf(path), message, cells))
        .filter(({ column }) => !named.has(column)),
    ];
    if (rejected.length > 0 || data === undefined) return { rejected };
    const { id } = cells;
    if (id !== undefined && !byId.has(id)) return reject('id', 'unknown-id');
    const identity = kind.identity(data);
    const there = id === undefined ? byIdentity.get(identity) : byId.get(id);
    if (there === undefined) {
      const earlier = rowOf.get(identity);
      if (earlier !== undefined) return reject(kind.columns[1]?.name ?? '', 'row-twice');
      const coded = kind.code?.(data);
      const other = coded && byCode.get(coded.code);
      if (coded && other !== undefined) return reject(coded.column, 'code-taken', coded.code, other);
      if (coded) byCode.set(coded.code, coded.name);
      rowOf.set(identity, row);
      return { command: data, there: false, told };
    }
    const [said, is] = [kind.write(data), kind.write(there)];
    const differs = Object.keys(cells).find(
      (column) => column !== 'id' && seen(said[column]) !== seen(is[column]),
    );
    return differs === undefined ? { command: data, there: true, told } : reject(differs, 'already-there');
  }
}

/** Texts that differ only in what nobody sees say the same. */
const seen = (text: string | undefined) => (text === undefined ? undefined : visible(text));
