import type * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import type { ValidationError } from '../errors.ts';
import { bare, type Cells, type Column, cellsOf, columnsOf } from './columns.ts';
import { cellError } from './formulas.ts';
import type { ColumnReason, Existing, Kind } from './kind.ts';
import { visible } from './name-key.ts';
import { outlined } from './outlined.ts';
import type { Rejection, Sheet, SheetRow, Warning } from './sheet.ts';
import { isTotals } from './totals.ts';

/** What a file of rows would do. */
export interface Judgement<Command, Edit> {
  /** What is to be made, in the order of the file; `place` tells its rows apart, those of several sheets too. */
  create: Created<Command>[];
  /** What is to be changed of what is there. */
  update: Updated<Edit>[];
  /** Rows that say what is there already. */
  unchanged: number;
  rejected: Rejection[];
  /** What is to be told of how the file was read. */
  warnings: Warning[];
}

export interface Created<Command> {
  place: number;
  command: Command;
  /** The id that its row gives, which nothing here has: that of another installation. */
  id?: string;
}

export interface Updated<Edit> {
  place: number;
  id: string;
  name: string;
  edit: Edit;
  differences: Difference[];
}

/** What one column would say from now on, as files write it; absent where it says nothing. */
export interface Difference {
  column: string;
  before?: string;
  after?: string;
}

/** Checks a command against its schema, in the caller's language. */
export type Check = <T>(
  schema: z.ZodType<T>,
  value: unknown,
) => { data: T; errors?: undefined } | { data?: undefined; errors: ValidationError[] };

/**
 * What rows may do beside making something: nothing, or change what is there. In an update a blank cell says nothing, or
 * takes away what was written down, where that may be blank.
 */
export type ImportMode = 'add' | 'update' | 'update-and-clear';

/** What a file is judged by, beside its kind. */
export interface JudgedBy<Command, Known> {
  known: Known;
  existing: Iterable<Existing<Command>>;
  /** Ids of whom nothing is known any more: what a file says of them is left out. */
  erased?: ReadonlySet<string>;
  mode: ImportMode;
  check: Check;
  /** Whether something may be made under the id that a row gives, which is that of nothing the caller sees. */
  mayAdopt(id: string, command: Command): boolean;
  /** Why something may not be made, or what is there not become so. */
  refuse?(command: Command, there?: Existing<Command>): ColumnReason[];
}

type Outcome<Command, Edit> =
  | { rejected: ColumnReason[] }
  | { unchanged: true; told: ColumnReason[] }
  | { create: Omit<Created<Command>, 'place'>; told: ColumnReason[] }
  | { update: Omit<Updated<Edit>, 'place'>; told: ColumnReason[] };

/**
 * Judges every row of a file. A row whose id or particulars are there already changes nothing where all that it says is
 * so, whatever it says and however that thing stands. What it says otherwise is a difference: it is changed where an
 * update was asked for, and is else refused by the first such column.
 */
export function judge<Command, Edit, Known>(
  kind: Kind<Command, Edit, Known>,
  sheet: Sheet,
  { known, existing, erased, mode, check, mayAdopt, refuse = () => [] }: JudgedBy<Command, Known>,
): Judgement<Command, Edit> {
  const { places, wrong, ignored } = columnsOf(sheet, kind.columns);
  const warnings: Warning[] = [
    ...(sheet.warnings ?? []),
    ...ignored.map((column) => ({ row: sheet.headerRow ?? 1, column, message: 'column-ignored' })),
  ];
  if (wrong.length > 0) return { create: [], update: [], unchanged: 0, rejected: wrong, warnings };
  const isUpdate = mode !== 'add';
  const byId = new Map<string, Existing<Command>>();
  const byIdentity = new Map<string, Existing<Command>>();
  const byName = new Map<string, Existing<Command>[]>();
  const byCode = new Map<string, { id?: string; name: string }>();
  for (const one of existing) {
    byId.set(one.id, one);
    const identity = kind.identity(one.command);
    byIdentity.set(identity.join('\n'), one);
    byName.set(identity[0], [...(byName.get(identity[0]) ?? []), one]);
    const { code } = kind.code?.(one.command) ?? {};
    if (code !== undefined) byCode.set(code, { id: one.id, name: kind.called(one.command) });
  }
  const nameColumn = kind.columns.find(({ required }) => required)?.name ?? '';
  const made = new Set<string>();
  const changed = new Set<string>();
  const judged: Judgement<Command, Edit> = { create: [], update: [], unchanged: 0, rejected: [], warnings };

  for (const [place, sheetRow] of sheet.rows.entries()) {
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
    if ('create' in outcome) judged.create.push({ place: place + 1, ...outcome.create });
    else if ('update' in outcome) judged.update.push({ place: place + 1, ...outcome.update });
    else judged.unchanged += 1;
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

  /** What of a row stands where no column is. */
  function strayOf({ cells, beyond }: SheetRow): ColumnReason[] {
    const at = cells.findIndex((text, place) => place >= places.length && text.trim() !== '');
    const stray = at >= 0 ? `#${at + 1}` : beyond;
    return stray === undefined ? [] : [{ column: stray, message: 'cell-beyond-header' }];
  }

  /** Errors of formulas in these columns; maps hold no formulas, so that what looks like one was written so. */
  function cellErrors({ cells }: SheetRow, isAsked: (column: Column) => boolean): ColumnReason[] {
    if (sheet.open) return [];
    return places.flatMap((column, place) => {
      const text = cells[place]?.trim() ?? '';
      const message = column && !column.readOnly && isAsked(column) && cellError(text);
      return message ? [{ column: column.name, message, about: [text] }] : [];
    });
  }

  /** What is wrong with a row before anybody asks what it means. */
  function unreadable(sheetRow: SheetRow, cells: Cells): ColumnReason[] {
    // What bears an id is no sum, whatever it is called.
    const isNamed = cells.id !== undefined && !isTotals([cells.id], []);
    if (sheetRow.geometry === undefined && !isNamed && isTotals(sheetRow.cells, needed(cells)))
      return [{ column: nameColumn, message: 'totals-row' }];
    return cellErrors(sheetRow, () => true);
  }

  function judgeRow(sheetRow: SheetRow): Outcome<Command, Edit> {
    const { geometry } = sheetRow;
    const cells = cellsOf(sheetRow, places, sheet.open);
    const { id } = cells;
    const stray = strayOf(sheetRow);
    if (stray.length > 0) return { rejected: stray };
    if (id !== undefined && erased?.has(id))
      return { unchanged: true, told: [{ column: 'id', message: 'person-erased' }] };
    const named = id === undefined ? undefined : byId.get(id);
    if (named) return against(named, sheetRow, cells);
    const broken = unreadable(sheetRow, cells);
    if (broken.length > 0) return { rejected: broken };
    const { value, refused, told = [] } = kind.read(cells, known);
    const { data, errors = [] } = check(kind.schema, geometry === undefined ? value : { ...value, geometry });
    const rejected = together(refused, errors, cells);
    if (rejected.length > 0 || data === undefined) return { rejected };
    const parts = kind.identity(data);
    const identity = parts.join('\n');
    const same = byIdentity.get(identity);
    if (id !== undefined) {
      if (same || !mayAdopt(id, data)) return { rejected: [{ column: 'id', message: 'unknown-id' }] };
      told.push({ column: 'id', message: 'id-adopted' });
    } else {
      if (same) return against(same, sheetRow, cells);
      const [like, other] = isUpdate ? agreeing(parts) : [];
      if (other) return { rejected: [{ column: nameColumn, message: 'ambiguous-row' }] };
      if (like) return against(like, sheetRow, cells);
    }
    if (made.has(identity)) return { rejected: [{ column: nameColumn, message: 'row-twice' }] };
    const not = [...codeTaken(data), ...refuse(data)];
    if (not.length > 0) return { rejected: not };
    const coded = kind.code?.(data);
    if (coded) byCode.set(coded.code, { id, name: kind.called(data) });
    made.add(identity);
    return { create: { id, command: data }, told };
  }

  /**
   * What is there and goes by all that a row says of its particulars; where nothing does, what says nothing of the rest.
   * What the row does not say may be anything.
   */
  function agreeing(parts: readonly [string, ...string[]]): Existing<Command>[] {
    const goesBy = (part: string, at: number) => !parts[at] || part === parts[at];
    const called = byName.get(parts[0]) ?? [];
    const whole = called.filter(({ command }) => kind.identity(command).every(goesBy));
    return whole.length > 0
      ? whole
      : called.filter(({ command }) => kind.identity(command).every((part, at) => !part || goesBy(part, at)));
  }

  function codeTaken(command: Command, id?: string): ColumnReason[] {
    const coded = kind.code?.(command);
    const other = coded && byCode.get(coded.code);
    return coded && other && (id === undefined || other.id !== id)
      ? [{ column: coded.column, message: 'code-taken', about: [coded.code, other.name] }]
      : [];
  }

  /** A name that nobody knows leaves its field empty; that it is empty need not be said as well. */
  function together(refused: readonly ColumnReason[], errors: readonly ValidationError[], cells: Cells) {
    const named = new Set(refused.map(({ column }) => column));
    return [
      ...refused,
      ...errors
        .map(({ path, message }) => plainer(kind.columnOf(path), message, cells))
        .filter(({ column }) => !named.has(column)),
    ];
  }

  /** A row about something that is there: only what it says otherwise is looked at. */
  function against(there: Existing<Command>, sheetRow: SheetRow, cells: Cells): Outcome<Command, Edit> {
    const is = kind.write(there.command);
    const outline =
      sheetRow.geometry !== undefined && !isSame(sheetRow.geometry, there.geometry)
        ? sheetRow.geometry
        : undefined;
    const filled = places.flatMap((column) =>
      column && !column.readOnly && column.name !== 'id' ? column : [],
    );
    const said = filled.filter(
      ({ name }) => cells[name] !== undefined && seen(cells[name]) !== seen(is[name]),
    );
    const cleared =
      mode === 'update-and-clear' ? filled.filter((column) => isCleared(column, cells, is)) : [];
    const touched = new Set([...said, ...cleared].map(fieldOf));
    if (touched.size === 0 && outline === undefined) return { unchanged: true, told: [] };
    const broken = cellErrors(sheetRow, (column) => said.includes(column));
    if (broken.length > 0) return { rejected: broken };

    const kept = Object.entries(is).filter(([name]) => !cleared.some((column) => column.name === name));
    const { value, refused, told = [] } = kind.read({ ...Object.fromEntries(kept), ...cells }, known);
    const isAbout = ({ column }: ColumnReason) => said.some(({ name }) => name === column);
    const wrong = refused.filter(isAbout);
    for (const { name, fixed } of said)
      if (fixed && !wrong.some(({ column }) => column === name) && value[name] !== is[name])
        wrong.push({ column: name, message: 'not-changed-here' });
    const asked: Record<string, unknown> = outline === undefined ? {} : { geometry: outline };
    for (const field of touched) {
      if (kind.columns.some((column) => fieldOf(column) === field && column.fixed)) continue;
      const isSaid = said.some((column) => fieldOf(column) === field);
      const meant = value[field] ?? null;
      // What may not be blank stays as it is.
      if (isSaid || check(kind.edit, { [field]: meant }).data) asked[field] = meant;
    }
    const read = Object.keys(asked).length === 0 ? undefined : check(kind.edit, asked);
    const rejected = together(wrong, read?.errors ?? [], cells);
    if (rejected.length > 0) return { rejected };
    if (!read?.data) return { unchanged: true, told: [] };

    const after = kind.patched(there.command, read.data, known);
    const becomes = kind.write(after);
    const differences: Difference[] = kind.columns
      .filter(({ name }) => seen(becomes[name]) !== seen(is[name]))
      .map(({ name }) => ({
        column: name,
        before: is[name] || undefined,
        after: becomes[name] || undefined,
      }));
    const drawn = kind.territory?.(read.data);
    if (drawn && !isSame(drawn, there.geometry))
      differences.push({ column: 'geometry', before: outlined(there.geometry), after: outlined(drawn) });
    const [first] = differences;
    if (!first) return { unchanged: true, told: [] };
    if (!isUpdate) return { rejected: [{ column: first.column, message: 'already-there' }] };
    const not = [...codeTaken(after, there.id), ...refuse(after, there)];
    if (not.length > 0) return { rejected: not };
    if (changed.has(there.id)) return { rejected: [{ column: nameColumn, message: 'row-twice' }] };
    changed.add(there.id);
    const different = new Set(
      kind.columns.flatMap((column) =>
        differences.some((one) => one.column === column.name) ? fieldOf(column) : [],
      ),
    );
    if (differences.some(({ column }) => column === 'geometry')) different.add('geometry');
    const least = Object.fromEntries(Object.entries(asked).filter(([field]) => different.has(field)));
    const { data: edit = read.data } = check(kind.edit, least);
    const update = { id: there.id, name: kind.called(there.command), edit, differences };
    return { update, told: told.filter(isAbout) };
  }

  /** A blank cell of a column whose field is not blank, and of which no other cell says anything. */
  function isCleared(column: Column, cells: Cells, is: Cells): boolean {
    const field = kind.columns.filter((one) => fieldOf(one) === fieldOf(column));
    return Boolean(is[column.name]) && field.every(({ name }) => cells[name] === undefined);
  }
}

const fieldOf = ({ name, field = name }: Column) => field;

const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** Texts that differ only in what nobody sees say the same. */
const seen = (text: string | undefined) => (text === undefined ? '' : visible(text));
