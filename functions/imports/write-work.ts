import type { Change } from '../../domain/change.ts';
import { editLine, importLines } from '../../domain/commands/plan-lines.ts';
import { entriesOf, recordEntries, toldOf } from '../../domain/commands/record-entries.ts';
import { Conflict } from '../../domain/errors.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { type Board, municipal } from '../../domain/work/board.ts';
import { type Line, lineId, objectiveId } from '../../domain/work/line.ts';
import { type WorkChange, workChange } from '../../domain/work/work-change.ts';
import type { ImportPage } from '../../store/imports.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { workStore } from '../../store/work.ts';
import { entrySituation } from '../api/entry-situation.ts';
import { momentOf } from '../runtime/clock.ts';

type PageOf<Kind extends ImportPage['kind']> = Extract<ImportPage, { kind: Kind }>;
interface Stores {
  table: Table;
  localities: LocalityStore;
}

/** A board as it stands; whether the caller may change it was asked before. */
const boardAt = async ({ table, localities }: Stores, id: string): Promise<Board> =>
  id === municipal
    ? { id: municipal, head: await workStore(table).head() }
    : { id, locality: await localities.get(id) };

/** Lines join a plan, with those of their objectives that are not there yet. @throws Conflict where a key was taken meanwhile */
export async function lineChange(stores: Stores, page: PageOf<'lines'>): Promise<WorkChange> {
  const store = workStore(stores.table);
  const at = ({ key }: { key: string }) => ({ board: page.locality, key });
  const [board, objectives, lines] = await Promise.all([
    boardAt(stores, page.locality),
    store.objectives(page.objectives.map(at)),
    store.lines(page.rows.map(at)),
  ]);
  if (lines.size > 0) throw new Conflict('the key of a line was taken');
  const absent = page.objectives.filter((one) => !objectives.has(objectiveId(at(one))));
  return importLines({ objectives: absent, lines: page.rows }, { board, caller: page.caller });
}

/** Lines change, each decided on what the one before leaves of the locality. */
export async function lineEdits(
  stores: Stores,
  { locality, caller, rows }: PageOf<'line-edits'>,
  asRead: boolean,
): Promise<WorkChange[]> {
  const found = await workStore(stores.table).lines(rows.map(({ key }) => ({ board: locality, key })));
  const changes: WorkChange[] = [];
  let board = await boardAt(stores, locality);
  for (const { key, read, edit } of rows) {
    const before = found.get(lineId({ board: locality, key }));
    if (!before) continue;
    // Entries write a line without changing what an edit says of it.
    if (asRead && before.writes < read) throw new Conflict('what was read has changed');
    const { change } = editLine(before, edit, { board, caller });
    changes.push(change);
    if (isOfLocality(change)) board = { id: locality, locality: change.locality };
  }
  return changes;
}
const isOfLocality = (change: WorkChange): change is Change => 'locality' in change;

/** Whether lines are as they were when the file of a page was judged. @throws Conflict when one is not */
function checkLines({ locality, lines }: PageOf<'entries'>, found: ReadonlyMap<string, Line>): void {
  for (const { key, writes } of lines)
    if (found.get(lineId({ board: locality, key }))?.writes !== writes)
      throw new Conflict('a line has changed');
}

/** Asks the same of the table. @throws Conflict when one is not */
export async function linesAsRead({ table }: Stores, page: PageOf<'entries'>): Promise<void> {
  const at = page.lines.map(({ key }) => ({ board: page.locality, key }));
  checkLines(page, await workStore(table).lines(at));
}

/**
 * Entries join their lines: as they stand where the file was accepted before, or as they were `asRead` when it was judged.
 * @throws Conflict when they were to be so and are not
 */
export async function entryChange(
  stores: Stores & { municipality: Municipality },
  page: PageOf<'entries'>,
  now: Date,
  asRead: boolean,
): Promise<WorkChange> {
  const { locality, caller, rows } = page;
  const store = workStore(stores.table);
  const [board, { rows: asked, lines, cells }] = await Promise.all([
    boardAt(stores, locality),
    entrySituation(store, rows, () => ''),
  ]);
  if (asRead) checkLines(page, lines);
  const moment = momentOf(now, stores.municipality);
  const recorded = recordEntries(asked, { lines, cells, caller, moment, accepted: true });
  const event = { actor: caller.user, action: 'entries-recorded', detail: toldOf(recorded.entries) } as const;
  return workChange(board, entriesOf(board, recorded), event);
}
