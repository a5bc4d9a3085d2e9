import type { EntryRow } from '../../domain/commands/record-entries.ts';
import { partsOf } from '../../domain/work/board.ts';
import { type CellSums, entryAt, entryParts, type NewEntry } from '../../domain/work/entry.ts';
import { type Line, lineId } from '../../domain/work/line.ts';
import { monthOf } from '../../domain/work/sums.ts';
import { nameOf, type workStore } from '../../store/work.ts';

type WorkStore = ReturnType<typeof workStore>;

/** An entry that is asked for, with the id of its line. */
export type AskedEntry = NewEntry & { line: string };

/**
 * What entries are decided on, read from the table: their lines, those that they correct with what stands in the place of
 * these, and the cell sums of the months they touch.
 * @param at where each stands in what was sent
 */
export async function entrySituation(
  store: WorkStore,
  asked: readonly AskedEntry[],
  at: (place: number) => string,
): Promise<{ rows: EntryRow[]; lines: Map<string, Line>; cells: Map<string, CellSums> }> {
  const lines = await store.lines(asked.map(({ line }) => partsOf(line)));
  const rows = await withOriginals(store, asked, at);
  const months = rows.flatMap(({ line, entry, original, standing }) => {
    const known = lines.get(line);
    if (!known) return [];
    return [entry, standing ?? original ?? entry].map(({ on }) => ({
      board: known.board,
      line: known.key,
      month: monthOf(on),
    }));
  });
  return { lines, rows, cells: await store.cells(months) };
}

/** Entries with those that they correct, of their own line, and with what stands in the place of these. */
async function withOriginals(
  store: WorkStore,
  asked: readonly AskedEntry[],
  at: (place: number) => string,
): Promise<EntryRow[]> {
  const own = asked.flatMap(({ line, corrects }) => {
    const parts = corrects === undefined ? undefined : entryParts(corrects);
    return parts && lineId({ board: parts.board, key: parts.line }) === line ? [parts] : [];
  });
  const originals = await store.entries(own);
  const after = [...originals.values()].flatMap(({ correctedBy, ...entry }) =>
    correctedBy === undefined ? [] : [{ ...entry, ...entryAt(correctedBy) }],
  );
  const standing = await store.entries(after);
  return asked.map(({ line, ...entry }, place) => {
    const original = entry.corrects === undefined ? undefined : originals.get(entry.corrects);
    const theirs =
      original && lineId({ board: original.board, key: original.line }) === line ? original : undefined;
    const last =
      theirs?.correctedBy === undefined ? undefined : { ...theirs, ...entryAt(theirs.correctedBy) };
    return { line, entry, original: theirs, standing: last && standing.get(nameOf(last)), path: at(place) };
  });
}
