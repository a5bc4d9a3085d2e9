import type { Caller } from '../caller.ts';
import type { Moment } from '../change.ts';
import { Problem, type ValidationError } from '../errors.ts';
import type { Board } from '../work/board.ts';
import {
  type CellSums,
  cellsName,
  type Entry,
  entryFaults,
  entryId,
  entryKey,
  type NewEntry,
} from '../work/entry.ts';
import type { Line } from '../work/line.ts';
import { isReportSettled } from '../work/report-ladder.ts';
import { added, cellKey, hundredths, monthOf } from '../work/sums.ts';
import type { Work } from '../work/work.ts';

/** An entry that is asked for, with what it is about. */
export interface EntryRow {
  /** The id of the line. */
  line: string;
  entry: NewEntry;
  /** The entry that it corrects, where there is one. */
  original?: Entry;
  /** What stands in the original's place already. */
  standing?: Entry;
  /** Where it stands in what was sent: `entries.3.`, or nothing where it is all that was sent. */
  path: string;
}

/** What entries are decided on: every line they name, and the cell sums (`cellsName`) of every month they touch. */
export interface EntrySituation {
  lines: ReadonlyMap<string, Line>;
  cells: ReadonlyMap<string, CellSums>;
  /** Who says so; a stakeholder as histories name them. */
  caller: Pick<Caller, 'user'>;
  moment: Moment;
  /** They were accepted before, with a whole file: what changed of their lines since then does not take that back. */
  accepted?: boolean;
}

/** What entries write: lines and cell sums once, however many entries add to them. */
export interface RecordedEntries {
  entries: Entry[];
  lines: Map<string, Line>;
  cells: Map<string, CellSums>;
  /** Entries that another one now stands in the place of. */
  corrected: Entry[];
  /** Lines whose missing numbers were a task until now. */
  reported: Line[];
}

/**
 * Entries join their lines, all of them or none, and the sums of month and breakdown cell change with them.
 * @throws Problem `invalid-request` naming every field that a line does not take
 */
export function recordEntries(
  rows: readonly EntryRow[],
  { lines: known, cells: knownCells, caller, moment: { now, today }, accepted = false }: EntrySituation,
): RecordedEntries {
  const errors: ValidationError[] = [];
  const recorded: RecordedEntries = {
    entries: [],
    lines: new Map(),
    cells: new Map(),
    corrected: [],
    reported: [],
  };
  const { entries, lines, cells, corrected } = recorded;

  /** Adds to the sums of a line's month and cell, or takes away. */
  function add(
    id: string,
    { on, quantity, cells: cell }: Pick<Entry, 'on' | 'quantity' | 'cells'>,
    sign: 1 | -1,
  ) {
    const line = lines.get(id);
    if (!line) return;
    const month = monthOf(on);
    const more = sign * hundredths(quantity);
    lines.set(id, { ...line, sums: added(line.sums, month, more) });
    // What was told apart by nothing is part of the month, and of no cell.
    if (Object.keys(cell).length === 0) return;
    const name = cellsName(line, month);
    const before = cells.get(name) ?? begun(knownCells.get(name), line, month);
    cells.set(name, { ...before, cells: added(before.cells, cellKey(cell), more) });
  }

  for (const { line: id, entry, original, standing, path } of rows) {
    const before = lines.get(id) ?? begunLine(known.get(id));
    if (!before) {
      errors.push({ path: `${path}line`, message: 'unknown-line' });
      continue;
    }
    const faults = accepted ? [] : entryFaults(before, entry, original, today);
    if (original && corrected.some((one) => entryId(one) === entryId(original)))
      faults.push({ path: 'corrects', message: 'corrected-twice' });
    errors.push(...faults.map((fault) => ({ ...fault, path: `${path}${fault.path}` })));
    if (faults.length > 0) continue;
    const made: Entry = {
      ...entry,
      board: before.board,
      line: before.key,
      number: before.entries + 1,
      corrects: original && entryKey(original),
      by: caller.user,
      at: now,
      writes: 1,
    };
    entries.push(made);
    const { firstOn = made.on, lastOn = made.on } = before;
    lines.set(id, {
      ...before,
      entries: made.number,
      noughts: made.quantity === 0 ? withMonth(before.noughts, monthOf(made.on)) : before.noughts,
      firstOn: made.on < firstOn ? made.on : firstOn,
      lastOn: made.on > lastOn ? made.on : lastOn,
    });
    if (original) {
      add(id, standing ?? original, -1);
      corrected.push({ ...original, correctedBy: entryKey(made), writes: original.writes + 1 });
    }
    add(id, made, 1);
    if (!Object.values(lines.get(id)?.sums ?? {}).every(Number.isSafeInteger))
      errors.push({ path: `${path}quantity`, message: 'too-much-in-sum' });
  }
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  for (const [id, line] of lines) {
    const before = known.get(id);
    if (before && isReportSettled(before, line, today)) recorded.reported.push(line);
  }
  return recorded;
}

/** Months with one more among them, each once. */
const withMonth = (months: readonly string[] = [], month: string): string[] =>
  months.includes(month) ? [...months] : [...months, month];

/** A line and cell sums as they are to be written: one write further than they were read, however often they are added to. */
const begunLine = (line: Line | undefined): Line | undefined => line && { ...line, writes: line.writes + 1 };
const begun = (known: CellSums | undefined, { board, key }: Line, month: string): CellSums =>
  known ? { ...known, writes: known.writes + 1 } : { board, line: key, month, cells: {}, writes: 1 };

/** What of it belongs to a board, and the line of history that tells of it. */
export function entriesOf(
  { id }: Board,
  { entries, lines, cells, corrected, reported }: RecordedEntries,
): Required<Pick<Work, 'entries' | 'lines' | 'cells' | 'reported'>> {
  const own = <Of extends { board: string }>(all: Iterable<Of>) =>
    [...all].filter(({ board }) => board === id);
  return {
    entries: [...own(entries), ...own(corrected)],
    lines: own(lines.values()),
    cells: own(cells.values()),
    reported: own(reported),
  };
}

/** What a history tells of new entries. */
export const toldOf = (entries: readonly Entry[]) => ({
  entries: entries.map((entry) => ({
    line: entry.line,
    entry: entryKey(entry),
    quantity: entry.quantity,
    corrects: entry.corrects,
  })),
});
