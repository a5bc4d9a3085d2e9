import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { type Caller, maySee, seesEverything } from '../../domain/caller.ts';
import { PolicyArea } from '../../domain/commitment.ts';
import { Problem } from '../../domain/errors.ts';
import { Text } from '../../domain/language.ts';
import type { Locality } from '../../domain/locality.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { may, policies } from '../../domain/policies.ts';
import { rolledUp } from '../../domain/roll-up.ts';
import { municipal, partsOf } from '../../domain/work/board.ts';
import { type Objective, objectiveId } from '../../domain/work/line.ts';
import { FundSums, MoneySums, moneyOf } from '../../domain/work/money.ts';
import { daysOf, quartersBetween } from '../../domain/work/quarters.ts';
import { isIn, SummaryLine, summaryLine } from '../../domain/work/summary.ts';
import { readAhead } from '../../store/read.ts';
import { workStore } from '../../store/work.ts';
import { textOf } from '../../words/names.ts';
import { boardOf, toRead } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { ObjectiveView, objectiveView } from './line-view.ts';
import { filledPage, type Source } from './paged.ts';
import { Flag, Paging } from './representations.ts';
import { Sums } from './roll-up-commitments.ts';
import { ownLocalities } from './their-localities.ts';

/** Five years: a summary is a table that somebody reads. */
const mostQuarters = 20;
/** A page ends with the locality whose lines make it larger than this, in bytes of JSON. */
const largestPage = 900_000;

/** What is asked of a summary, as its address says it. */
export const SummaryFilter = z.strictObject({
  /** The quarters that these days lie in are told, and those between; without them, those of this year. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** The id of a locality; `municipality` names what belongs to none. */
  locality: LocalityId.optional(),
  /** The id of a programme: only localities that follow it. */
  programme: z.string().max(60).optional(),
});
export type SummaryFilter = z.infer<typeof SummaryFilter>;
export const SummaryQuery = SummaryFilter.extend({
  ...Paging.shape,
  /** With what each line comes to by the values of its breakdown. */
  breakdown: Flag,
});

/** Actions and budget of the commitments of one policy area, or of those that name none. */
const AreaSums = Sums.extend({ policyArea: PolicyArea.optional(), name: Text.optional() });

/** What a summary tells, or one page of it: the money and actions of several pages add up. */
export const SummaryView = z.object({
  from: LocalDate,
  to: LocalDate,
  quarters: z.array(z.string()),
  localities: z.array(z.object({ id: LocalityId, name: z.string(), programme: z.string() })),
  objectives: z.array(ObjectiveView),
  lines: z.array(SummaryLine),
  money: z.object({ total: z.array(MoneySums), bySource: z.array(FundSums) }),
  policyAreas: z.array(AreaSums),
  nextCursor: z.string().optional(),
});
export type SummaryView = z.infer<typeof SummaryView>;

const faulty = (path: string, message: string, about?: string[]) =>
  new Problem('invalid-request', { errors: [{ path, message, about }] });

/** The quarters that are asked for. @throws Problem `invalid-request` */
function quartersAsked({ from, to }: SummaryFilter, today: LocalDate): string[] {
  const first = from ?? `${(to ?? today).slice(0, 4)}-01-01`;
  const last = to ?? `${(from && from > today ? from : today).slice(0, 4)}-12-31`;
  if (last < first) throw faulty('to', 'before-from');
  const quarters = quartersBetween(first, last);
  if (quarters.length > mostQuarters) throw faulty('to', 'too-many-quarters', [String(mostQuarters)]);
  return quarters;
}

/** The localities of a page, oldest first; the municipality's own work opens the first. */
async function boardsAsked(
  dependencies: ApiDependencies,
  caller: Caller,
  { locality, programme, limit, cursor }: z.infer<typeof SummaryQuery>,
): Promise<{ boards: (Locality | undefined)[]; nextCursor?: string }> {
  if (locality !== undefined) {
    const board = await boardOf(dependencies, caller, locality, toRead);
    const isWanted = programme === undefined || board.locality?.programme.id === programme;
    return { boards: isWanted ? [board.locality] : [] };
  }
  const source: Source<Locality> = seesEverything(caller)
    ? async (after, most) =>
        (await dependencies.localities.first(after, most)).map((thing) => ({ place: thing.id, thing }))
    : ownLocalities(dependencies, caller);
  const isWanted = (one: Locality) =>
    maySee(caller, one) && (programme === undefined || one.programme.id === programme);
  const { items, nextCursor } = await filledPage(source, isWanted, { limit, cursor });
  const opens = cursor === undefined && programme === undefined;
  return { boards: [...(opens ? [undefined] : []), ...items], nextCursor };
}

/**
 * One page of a summary: what is done, and the money, by line; read from sums alone.
 * @throws Problem `invalid-request`; `not-found` for a locality that the caller may not see
 */
export async function summaryPage(
  dependencies: ApiDependencies,
  caller: Caller,
  query: z.infer<typeof SummaryQuery>,
): Promise<SummaryView> {
  const { table, counters, moment } = dependencies;
  const store = workStore(table);
  const quarters = quartersAsked(query, moment().today);
  const period = daysOf(quarters);
  const isWhole = may(policies.plan.readSmallCells, caller);
  const asked = await boardsAsked(dependencies, caller, query);
  let { nextCursor } = asked;

  const plans = readAhead(asked.boards, async (locality) => {
    const board = locality?.id ?? municipal;
    const [{ objectives, lines }, cells] = await Promise.all([
      store.plan(board),
      query.breakdown ? store.cellsOfBoard(board) : undefined,
    ]);
    const some = lines.filter((line) => isIn(line, period));
    const shown = some.map((line) =>
      summaryLine(line, quarters, cells && (cells.get(line.key) ?? []), isWhole),
    );
    return { locality, objectives, shown };
  });
  const localities: Locality[] = [];
  const lines: SummaryLine[] = [];
  const known: Objective[] = [];
  let size = 0;
  let told = 0;
  for await (const { locality, objectives, shown } of plans) {
    if (locality) localities.push(locality);
    lines.push(...shown);
    known.push(...objectives);
    told += 1;
    size += Buffer.byteLength(JSON.stringify(shown));
    if (size < largestPage || told === asked.boards.length) continue;
    // Before the first locality stands the municipality's own work: the page that it fills goes on from the beginning.
    nextCursor = locality?.id ?? '0';
    break;
  }
  const sums = await counters.sumsOf(localities.map(({ id }) => id));
  const areas = [...PolicyArea.options, undefined].map((policyArea) => ({
    policyArea,
    name: policyArea && textOf((names) => names.policyAreas[policyArea]),
    ...rolledUp(sums, policyArea ?? ''),
  }));
  return {
    ...period,
    quarters,
    localities: localities.map(({ id, name, programme }) => ({ id, name, programme: programme.id })),
    objectives: (await withThoseNamed(known)).map(objectiveView),
    lines,
    money: moneyOf(lines),
    policyAreas: areas.filter(({ actions }) => actions > 0),
    nextCursor,
  };

  /** Lines of localities stand under objectives of the municipality too, which no page of theirs holds. */
  async function withThoseNamed(own: Objective[]): Promise<Objective[]> {
    const all = new Map(own.map((one) => [objectiveId(one), one]));
    const absent = lines.flatMap(({ objective }) =>
      objective === undefined || all.has(objective) ? [] : [partsOf(objective)],
    );
    return [...own, ...(await store.objectives(absent)).values()];
  }
}

/** All that is asked for, page after page, as one. @throws Problem as `summaryPage` */
export async function wholeSummary(
  dependencies: ApiDependencies,
  caller: Caller,
  filter: SummaryFilter,
): Promise<SummaryView> {
  const pages: SummaryView[] = [];
  let cursor: string | undefined;
  do {
    const page = await summaryPage(dependencies, caller, { ...filter, breakdown: false, limit: 200, cursor });
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  const [first] = pages;
  if (!first) throw new Error('a summary has one page at least');
  const lines = pages.flatMap((page) => page.lines);
  return {
    ...first,
    localities: pages.flatMap((page) => page.localities),
    objectives: [
      ...new Map(pages.flatMap(({ objectives }) => objectives.map((one) => [one.id, one] as const))).values(),
    ],
    lines,
    money: moneyOf(lines),
    policyAreas: areasTogether(pages.flatMap((page) => page.policyAreas)),
    nextCursor: undefined,
  };
}

/** Policy areas of several pages, each once. */
function areasTogether(areas: SummaryView['policyAreas']): SummaryView['policyAreas'] {
  const order = [...PolicyArea.options, undefined];
  return order.flatMap((policyArea) => {
    const same = areas.filter((one) => one.policyArea === policyArea);
    const [first] = same;
    if (!first) return [];
    const budget = new Map<string, number>();
    for (const [currency, amount] of same.flatMap((one) => Object.entries(one.budget)))
      budget.set(currency, (budget.get(currency) ?? 0) + Math.round(amount * 100));
    return {
      ...first,
      actions: same.reduce((all, { actions }) => all + actions, 0),
      budget: Object.fromEntries([...budget].map(([currency, sum]) => [currency, sum / 100])),
    };
  });
}
