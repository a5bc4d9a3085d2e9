import * as z from 'zod';
import { Instant, LocalDate } from '../calendar.ts';
import { Evidence, NewEvidence } from '../evidence.ts';
import { freeText } from '../free-text.ts';
import { Key } from '../key.ts';
import { line as text } from '../plain-text.ts';
import { BoardId, EntryId, LineId } from './board.ts';
import { type Line, lineId } from './line.ts';
import { added, type CellQuantities, cellKey, hundredths, type MonthSums, monthOf } from './sums.ts';

/** So much of a line, on a day. */
export const NewEntry = z.strictObject({
  on: LocalDate,
  quantity: z.number(),
  /** A value for each dimension of the line's breakdown, as far as it is known. */
  cells: z.record(Key, text(80)).default({}),
  place: text(120).optional(),
  note: freeText(1_000).optional(),
  evidence: z.array(NewEvidence).max(10).default([]),
  /** The entry that it stands in the place of. */
  corrects: EntryId.optional(),
});
export type NewEntry = z.infer<typeof NewEntry>;

/** As many as fit one transaction, with the sums of their lines. */
export const largestSheet = 60;

/** A count sheet: all of it is entered, or nothing. */
export const NewEntries = z.strictObject({
  entries: z
    .array(NewEntry.extend({ line: LineId }))
    .min(1)
    .max(largestSheet),
});

/** An entry (*registro*) as it is kept; nothing of it ever changes but which other one stands in its place. */
export const Entry = z.object({
  board: BoardId,
  line: Key,
  number: z.int().min(1),
  on: LocalDate,
  quantity: z.number(),
  cells: z.record(z.string(), z.string()),
  place: z.string().optional(),
  note: z.string().optional(),
  evidence: z.array(Evidence),
  /** Keys (`entryKey`) within the line. */
  corrects: z.string().optional(),
  correctedBy: z.string().optional(),
  by: z.string(),
  at: Instant,
  /** Raised by every write of the entry. */
  writes: z.int().min(1),
});
export type Entry = z.infer<typeof Entry>;

/** Names an entry within its line, in the order of days: `20260112-7`. */
export const entryKey = ({ on, number }: Pick<Entry, 'on' | 'number'>): string =>
  `${on.replaceAll('-', '')}-${number}`;

export const entryId = (entry: Pick<Entry, 'board' | 'line' | 'on' | 'number'>): string =>
  `${entry.board}.${entry.line}.${entryKey(entry)}`;

/** The day and number that a key names. */
export function entryAt(key: string): Pick<Entry, 'on' | 'number'> {
  const [day = '', number] = key.split('-');
  return { on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, number: Number(number) };
}

/** The line and key that the id of an entry names. */
export function entryParts(id: string): Pick<Entry, 'board' | 'line' | 'on' | 'number'> {
  const [board = '', line = '', key = ''] = id.split('.');
  return { board, line, ...entryAt(key) };
}

/** The sums by breakdown cell of one month of a line, in hundredths, of entries that name any value. */
export const CellSums = z.object({
  board: BoardId,
  line: Key,
  month: z.string(),
  cells: z.record(z.string(), z.int()),
  writes: z.int().min(1),
});
export type CellSums = z.infer<typeof CellSums>;

/** What of an entry its line does not take, each by its field. @param original the entry that it corrects */
export function entryFaults(
  line: Line,
  { on, quantity, cells, corrects }: NewEntry,
  original: Pick<Entry, 'corrects'> | undefined,
  today: LocalDate,
): { path: string; message: string; about?: string[] }[] {
  const shown = Number(quantity.toFixed(line.decimals));
  const dimensions = new Map(line.breakdown.map(({ key, values }) => [key, values]));
  return [
    ...(line.status === 'closed' ? [{ path: 'line', message: 'line-closed' }] : []),
    ...(on < line.from || on > line.to
      ? [{ path: 'on', message: 'outside-line-period', about: [line.from, line.to] }]
      : []),
    ...(on > today ? [{ path: 'on', message: 'in-the-future' }] : []),
    ...(quantity < 0 ? [{ path: 'quantity', message: 'negative' }] : []),
    ...(shown === quantity
      ? []
      : [{ path: 'quantity', message: line.decimals === 0 ? 'not-whole' : 'too-many-decimals' }]),
    ...Object.entries(cells).flatMap(([key, value]) => {
      const values = dimensions.get(key);
      if (!values) return [{ path: `cells.${key}`, message: 'unknown-dimension' }];
      return values.includes(value)
        ? []
        : [{ path: `cells.${key}`, message: 'unknown-value', about: [values.join(', ')] }];
    }),
    ...(corrects !== undefined && !original ? [{ path: 'corrects', message: 'unknown-entry' }] : []),
    ...(original?.corrects === undefined ? [] : [{ path: 'corrects', message: 'corrects-a-correction' }]),
  ];
}

/** What entries add up to, summed from nothing: each entry, or in its place the last one that corrects it. */
export function summed(entries: readonly Entry[]): { sums: MonthSums; cells: Map<string, CellQuantities> } {
  const known = new Map(entries.map((entry) => [entryKey(entry), entry]));
  let sums: MonthSums = {};
  const cells = new Map<string, CellQuantities>();
  for (const entry of entries) {
    if (entry.corrects !== undefined) continue;
    const { on, quantity, cells: cell } = (entry.correctedBy && known.get(entry.correctedBy)) || entry;
    const month = monthOf(on);
    sums = added(sums, month, hundredths(quantity));
    if (Object.keys(cell).length === 0) continue;
    cells.set(month, added(cells.get(month) ?? {}, cellKey(cell), hundredths(quantity)));
  }
  return { sums, cells };
}

export const cellsName = (line: Pick<Line, 'board' | 'key'>, month: string): string =>
  `${lineId(line)} ${month}`;
