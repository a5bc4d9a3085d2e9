import type { Caller } from '../../domain/caller.ts';
import type { EntryRow } from '../../domain/tabular/entries.ts';
import type { Created } from '../../domain/tabular/judge.ts';
import { partsOf } from '../../domain/work/board.ts';
import { entryParts } from '../../domain/work/entry.ts';
import type { Line } from '../../domain/work/line.ts';
import { monthOf } from '../../domain/work/sums.ts';
import type { ImportPage } from '../../store/imports.ts';

type EntryPage = Extract<ImportPage, { kind: 'entries' }>;
type Row = EntryPage['rows'][number];

/** Of the hundred items of a transaction: the locality, its history, the counters, the page's removal and a kept answer stand beside. */
const mostItems = 90;
/** An item of the table holds 400 kB. */
const mostBytes = 300_000;

/** A page that is being filled, with what it comes to. */
interface Filling {
  rows: Row[];
  /** The lines, and the months of cells, that it writes once however many entries add to them. */
  touched: Set<string>;
  /** The entries that it makes or marks: none of them is corrected in the same transaction. */
  marked: Set<string>;
  items: number;
  bytes: number;
}

/** What an entry writes beside itself: its line and month, and of one that it corrects the entry and the months it leaves. */
function touchedBy({ line, on, cells, corrects }: Row): string[] {
  const isTold = Object.keys(cells).length > 0;
  const own = isTold ? [line, `${line} ${monthOf(on)}`] : [line];
  return corrects === undefined
    ? own
    : [...own, `${line} ${monthOf(entryParts(corrects).on)}`, `${line} ${corrects}`];
}

/** Entries in pages that each fit one transaction, board by board; what corrects another comes in a later page than that. */
export function entryPages(
  create: readonly Created<EntryRow>[],
  lines: ReadonlyMap<string, Line>,
  caller: Caller,
): EntryPage[] {
  const byBoard = Map.groupBy(create, ({ command }) => partsOf(command.line).board);
  return [...byBoard].flatMap(([locality, rows]) =>
    filled(rows).map(
      (page): EntryPage => ({
        kind: 'entries',
        locality,
        caller,
        lines: [...new Set(page.map(({ line }) => line))].flatMap((id) => {
          const line = lines.get(id);
          return line ? [{ key: line.key, writes: line.writes }] : [];
        }),
        rows: page,
      }),
    ),
  );
}

function filled(create: readonly Created<EntryRow>[]): Row[][] {
  const pages: Filling[] = [];
  for (const { id, command } of create) {
    const { nth: _, ...row } = command;
    const touched = touchedBy(row);
    const bytes = Buffer.byteLength(JSON.stringify(row));
    const last = pages.at(-1);
    const items = (page: Filling) => 1 + touched.filter((one) => !page.touched.has(one)).length;
    // What stands in the place of another may lie in any month: one item more is kept for that.
    const spare = row.corrects === undefined ? 0 : 1;
    const fits =
      last &&
      last.items + items(last) + spare <= mostItems &&
      last.bytes + bytes <= mostBytes &&
      !(row.corrects !== undefined && last.marked.has(row.corrects));
    const page = fits
      ? last
      : { rows: [], touched: new Set<string>(), marked: new Set<string>(), items: 0, bytes: 0 };
    if (!fits) pages.push(page);
    page.items += items(page) + spare;
    page.bytes += bytes;
    page.rows.push(row);
    for (const one of touched) page.touched.add(one);
    for (const one of [id, row.corrects]) if (one !== undefined) page.marked.add(one);
  }
  return pages.map(({ rows }) => rows);
}
