import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import type { RecordedEntries } from '../../domain/commands/record-entries.ts';
import { entriesOf, recordEntries, toldOf } from '../../domain/commands/record-entries.ts';
import { Problem } from '../../domain/errors.ts';
import { type Board, EntryId, LineId, partsOf } from '../../domain/work/board.ts';
import { Entry, entryId } from '../../domain/work/entry.ts';
import { doneOf, type Line, lineId, percentOf } from '../../domain/work/line.ts';
import { type WorkChange, workChange } from '../../domain/work/work-change.ts';
import { commitAll } from '../../store/commit.ts';
import type { TransactItem } from '../../store/transaction.ts';
import { workStore } from '../../store/work.ts';
import { type Attaching, attachable } from '../files/attach.ts';
import { boardOf, toRecord } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { type AskedEntry, entrySituation } from './entry-situation.ts';

export const EntryView = Entry.omit({ board: true, number: true, writes: true }).extend({
  id: EntryId,
  line: LineId,
  corrects: EntryId.optional(),
  /** The entry that stands in its place in every sum. */
  correctedBy: EntryId.optional(),
});

/** Shows an entry, with whole ids. */
export function entryView(entry: Entry): z.infer<typeof EntryView> {
  const { board, number: _, writes: __, line: key, corrects, correctedBy, ...shown } = entry;
  const line = lineId({ board, key });
  const whole = (name: string | undefined) => (name === undefined ? undefined : `${line}.${name}`);
  return { id: entryId(entry), line, ...shown, corrects: whole(corrects), correctedBy: whole(correctedBy) };
}

/** How a line stands once something was entered. */
export const LineSum = z.object({ id: LineId, done: z.number(), percent: z.number().optional() });
export const lineSum = (line: Line): z.infer<typeof LineSum> => ({
  id: lineId(line),
  done: doneOf(line),
  percent: percentOf(line),
});

/** As many as a transaction holds, but for the answer that is kept with it. */
const mostItems = 99;

/** What entries make, and how it is written: changes of every board they belong to, in one transaction. */
interface Recording {
  recorded: RecordedEntries;
  /** The changes of each board. */
  changes: ReadonlyMap<string, WorkChange>;
  commit(also: TransactItem[]): Promise<void>;
}

/** Entries that are asked for become changes. @param at where each stands in what was sent, told of what is wrong with it
 * @throws Problem `invalid-request` naming every field that is wrong; `not-found`, `forbidden`, `not-active` by the boards */
export async function recording(
  dependencies: ApiDependencies,
  caller: Caller,
  asked: readonly AskedEntry[],
  at: (place: number) => string,
): Promise<Recording> {
  const { table, clock, moment } = dependencies;
  const store = workStore(table);
  const boards = await boardsOf();
  const { lines, rows, cells } = await entrySituation(store, asked, at);
  const recorded = recordEntries(rows, { lines, cells, caller, moment: moment() });
  const { entries, corrected, lines: changed, cells: summed } = recorded;
  const files = asked.flatMap(({ evidence }) => evidence.filter(({ fileId }) => fileId !== undefined));
  const items =
    entries.length + corrected.length + changed.size + summed.size + files.length + boards.length * 2;
  if (items > mostItems)
    throw new Problem('invalid-request', { errors: [{ path: 'entries', message: 'too-many-together' }] });
  const attaching: Attaching[] = [];
  for (const [place, { line, evidence }] of asked.entries())
    attaching.push(
      await attachable(
        dependencies,
        partsOf(line).board,
        caller,
        evidence,
        (which) => `${at(place)}evidence.${which}.fileId`,
      ),
    );
  const changes = new Map<string, WorkChange>();
  for (const board of boards) {
    const work = entriesOf(board, recorded);
    const made = recorded.entries.filter((entry) => entry.board === board.id);
    const event = { actor: caller.user, action: 'entries-recorded', detail: toldOf(made) } as const;
    changes.set(board.id, workChange(board, work, event));
  }
  return {
    recorded,
    changes,
    commit: async (also) => {
      const kept = await Promise.all(attaching.map(({ keep }) => keep()));
      await commitAll(table, [...changes.values()], clock(), [...kept.flat(), ...also]);
    },
  };

  /** Of what is named in a body, what is not there and what the caller may not see are told alike. */
  async function boardsOf(): Promise<Board[]> {
    const ids = [...new Set(asked.map(({ line }) => partsOf(line).board))];
    const found = await Promise.all(
      ids.map(async (id) => {
        try {
          return await boardOf(dependencies, caller, id, toRecord);
        } catch (error) {
          if (error instanceof Problem && error.code === 'not-found') return undefined;
          throw error;
        }
      }),
    );
    const known = new Set(found.map((board) => board?.id));
    const errors = asked.flatMap(({ line }, place) =>
      known.has(partsOf(line).board) ? [] : [{ path: `${at(place)}line`, message: 'unknown-line' }],
    );
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
    return found.flatMap((board) => board ?? []);
  }
}
