import { allCellTexts, type Cells } from '../../domain/tabular/columns.ts';
import { counting, type EntryRow, entryColumns, entryTable } from '../../domain/tabular/entries.ts';
import { type Finder, finderOf } from '../../domain/tabular/finder.ts';
import { type Created, judge } from '../../domain/tabular/judge.ts';
import type { ColumnReason } from '../../domain/tabular/kind.ts';
import { type Rejection, type Warning, whereIs } from '../../domain/tabular/sheet.ts';
import { EntryId, partsOf } from '../../domain/work/board.ts';
import { type Entry, entryFaults, entryId, entryParts } from '../../domain/work/entry.ts';
import { type Line, lineId } from '../../domain/work/line.ts';
import { all, readAhead } from '../../store/read.ts';
import { workStore } from '../../store/work.ts';
import { toRecord } from '../api/boards.ts';
import { entryCommand } from '../tabular/as-commands.ts';
import { boardsSeen } from './boards.ts';
import { entryPages } from './entry-pages.ts';
import type { ImportRequest, Planner } from './plan.ts';

/** The lines that rows may name: by their ids, or by key or name in a locality. */
function linesNamed(
  lines: ReadonlyMap<string, Line>,
): (board: string | undefined, text: string) => ReturnType<Finder> {
  const named = (some: Iterable<Line>) =>
    finderOf(
      [...some].map((one) => ({ id: lineId(one), names: [one.key, one.name] })),
      'unknown-line',
    );
  const everywhere = named(lines.values());
  const byBoard = new Map(
    [...Map.groupBy(lines.values(), ({ board }) => board)].map(([board, some]) => [board, named(some)]),
  );
  return (board, text) => {
    if (lines.has(text)) return { id: text };
    const find = board === undefined ? everywhere : byBoard.get(board);
    return find?.(text) ?? { refused: 'unknown-line' };
  };
}

/** The lines that the rows of a file are about. */
function linesOf(
  texts: readonly Cells[],
  { otherwise }: ImportRequest,
  locality: Finder,
  line: ReturnType<typeof linesNamed>,
) {
  const named = new Set<string>();
  for (const cells of texts) {
    const asked = cells.locality ?? otherwise;
    const { id } = line(asked === undefined ? undefined : locality(asked).id, cells.line ?? '');
    if (id !== undefined) named.add(id);
  }
  return named;
}

/**
 * POST /api/imports/entries: what a file of entries would do: all of them are entered, or none. Rows that say the same as
 * entries that are there are these, as often as they are there, so that a file sent twice counts once.
 */
export const planEntries: Planner = async (dependencies, request) => {
  const { table, moment } = dependencies;
  const { sheet, caller, check, otherwise } = request;
  const { today } = moment();
  const store = workStore(table);
  const boards = await boardsSeen(dependencies, caller, toRecord);
  const lines = new Map<string, Line>();
  for await (const plan of readAhead(boards.ids, store.plan))
    for (const one of plan.lines) lines.set(lineId(one), one);
  const line = linesNamed(lines);
  const texts = allCellTexts(sheet, entryColumns);
  const touched = linesOf(texts, request, boards.find, line);
  const there = new Map<string, Entry>();
  const read = readAhead(touched, (id) => {
    const { board, key } = partsOf(id);
    return all(store.allEntries(board, key));
  });
  for await (const some of read) for (const one of some) there.set(entryId(one), one);
  // The ids that rows of the file bring, each with the id that it corrects.
  const comeAlong = new Map(
    texts.flatMap(({ id, corrects }) => (id === undefined ? [] : [[id, corrects] as const])),
  );
  const nthOf = counting();
  const judged = judge(entryTable(), sheet, {
    known: { locality: boards.find, line, otherwise },
    existing: [...there.values()].map((one) => ({ id: entryId(one), command: entryCommand(one, nthOf) })),
    // What was entered is corrected by another entry, and never changed.
    mode: 'add',
    check,
    mayAdopt: (id, row) => EntryId.safeParse(id).success && id.startsWith(`${row.line}.`),
    refuse,
  });
  const { rows: create, astray } = inOrder(judged.create, lines);
  const rejected: Rejection[] = [
    ...judged.rejected,
    ...astray.map((place) => ({ ...whereIs(sheet, place), column: 'id', message: 'unknown-id' })),
  ].sort((a, b) => a.row - b.row);
  return {
    created: create.length,
    updated: 0,
    differences: [],
    names: new Map(),
    // Nobody is told of entries.
    mails: 0,
    unchanged: judged.unchanged,
    rejected,
    warnings: [...judged.warnings, ...create.flatMap(leftOut)],
    pages: rejected.length > 0 ? [] : entryPages(create, lines, caller),
  };

  function refuse(row: EntryRow): ColumnReason[] {
    const known = lines.get(row.line);
    if (!known) return [{ column: 'line', message: 'unknown-line' }];
    const faults = entryFaults(known, row, originalOf(row), today);
    return [
      ...boards.refused(known.board, 'line'),
      ...faults.map(({ path, message, about }) => ({ column: path.split('.')[0] ?? path, message, about })),
    ];
  }

  /** What a row corrects: an entry of its line that is there, or comes along in the same file. */
  function originalOf({ line: of, corrects }: EntryRow): Pick<Entry, 'corrects'> | undefined {
    if (corrects === undefined || !corrects.startsWith(`${of}.`)) return undefined;
    return (
      there.get(corrects) ?? (comeAlong.has(corrects) ? { corrects: comeAlong.get(corrects) } : undefined)
    );
  }

  /** Documents do not fit a table. */
  function leftOut({ place, id }: Created<EntryRow>): Warning[] {
    return id === undefined || !texts[place - 1]?.evidence
      ? []
      : [{ ...whereIs(sheet, place), column: 'evidence', message: 'evidence-left-out' }];
  }
};

/**
 * Those that come with an id of another installation get that very id, or are `astray`: their numbers must go on from what
 * their line has, without gaps. So they come first, by number, and what has none follows in the order of the file.
 */
function inOrder(create: readonly Created<EntryRow>[], lines: ReadonlyMap<string, Line>) {
  const rows: Created<EntryRow>[] = [];
  const astray: number[] = [];
  const numberOf = ({ id = '' }: Created<EntryRow>) => entryParts(id).number;
  for (const [line, some] of Map.groupBy(create, ({ command }) => command.line)) {
    let last = lines.get(line)?.entries ?? 0;
    const adopted = some.filter(({ id }) => id !== undefined).sort((a, b) => numberOf(a) - numberOf(b));
    for (const one of adopted) {
      // The day stands in the id, and so must be the row's own.
      if (numberOf(one) === last + 1 && entryParts(one.id ?? '').on === one.command.on) {
        last += 1;
        rows.push(one);
      } else astray.push(one.place);
    }
    rows.push(...some.filter(({ id }) => id === undefined));
  }
  return { rows, astray };
}
