import type * as z from 'zod';
import type { ValidationError } from '../errors.ts';
import { type Cells, cellsOf, columnsOf } from './columns.ts';
import type { Existing, Kind } from './kind.ts';
import type { Rejection, Sheet, SheetRow } from './sheet.ts';

/** What a file of rows would do. */
export interface Judgement<Command> {
  /** What is to be made, in the order of the file. */
  create: { row: number; command: Command }[];
  /** Rows that say what is there already. */
  unchanged: number;
  rejected: Rejection[];
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
  const { places, wrong } = columnsOf(sheet, kind.columns);
  if (wrong.length > 0) return { create: [], unchanged: 0, rejected: wrong };
  const byId = new Map<string, Command>();
  const byIdentity = new Map<string, Command>();
  for (const { id, command } of existing) {
    byId.set(id, command);
    byIdentity.set(kind.identity(command), command);
  }
  const rowOf = new Map<string, number>();
  const judged: Judgement<Command> = { create: [], unchanged: 0, rejected: [] };

  for (const sheetRow of sheet.rows) {
    const { row, cells: texts, geometry } = sheetRow;
    if (geometry === undefined && texts.every((text) => text.trim() === '')) continue;
    const outcome = judgeRow(sheetRow);
    if ('rejected' in outcome) judged.rejected.push(...outcome.rejected.map((one) => ({ row, ...one })));
    else if (outcome.there) judged.unchanged += 1;
    else judged.create.push({ row, command: outcome.command });
  }
  return judged;

  /** A blank is said to be one, and not to be of another type than it should be. */
  function plainer(name: string, cells: Cells): string | undefined {
    const column = kind.columns.find((one) => one.name === name);
    return column && cells[name] === undefined ? 'cell-missing' : column?.error;
  }

  function judgeRow(
    sheetRow: SheetRow,
  ): { rejected: Omit<Rejection, 'row'>[] } | { command: Command; there: boolean } {
    const { row, cells: texts, geometry } = sheetRow;
    const reject = (column: string, message: string) => ({ rejected: [{ column, message }] });
    const beyond = texts.findIndex((text, place) => place >= places.length && text.trim() !== '');
    if (beyond >= 0) return reject(`#${beyond + 1}`, 'cell-beyond-header');
    const cells = cellsOf(sheetRow, places);
    const { value, refused } = kind.read(cells, known);
    const { data, errors = [] } = check(kind.schema, geometry === undefined ? value : { ...value, geometry });
    const named = new Set(refused.map(({ column }) => column));
    // A name that nobody knows leaves its field empty; that it is empty need not be said as well.
    const rejected = [
      ...refused,
      ...errors
        .map(({ path, message }) => ({ column: kind.columnOf(path), message }))
        .map(({ column, message }) => ({ column, message: plainer(column, cells) ?? message }))
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
      rowOf.set(identity, row);
      return { command: data, there: false };
    }
    const [said, is] = [kind.write(data), kind.write(there)];
    const differs = Object.keys(cells).find((column) => column !== 'id' && said[column] !== is[column]);
    return differs === undefined ? { command: data, there: true } : reject(differs, 'already-there');
  }
}
