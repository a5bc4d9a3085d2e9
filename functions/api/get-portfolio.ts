import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { type Caller, seesEverything } from '../../domain/caller.ts';
import { CommitmentStatus } from '../../domain/commitment.ts';
import { agendaPlace, countsOf } from '../../domain/listing.ts';
import { type Locality, LocalityStatus } from '../../domain/locality.ts';
import { dueSoonUntil } from '../../domain/plan.ts';
import { policies } from '../../domain/policies.ts';
import { countIn, sumOf, type Tally } from '../../domain/tally.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { merged } from './paged.ts';
import { Health, localityView } from './representations.ts';
import { localitiesOf } from './their-localities.ts';

const Due = z.object({
  locality: z.string(),
  name: z.string(),
  stage: z.string(),
  track: z.string().optional(),
  targetOn: LocalDate,
});

const Portfolio = z.object({
  localities: z.int(),
  status: z.record(LocalityStatus, z.int()),
  /** Of the active localities. */
  health: z.record(Health, z.int()),
  /** Active and paused localities by programme and stage. */
  stages: z.array(z.object({ programme: z.string(), stage: z.string(), localities: z.int() })),
  commitments: z.object({ total: z.int(), status: z.record(CommitmentStatus, z.int()) }),
  /** The gates that fall due next, soonest first. */
  nextDue: z.array(Due),
});

const shownDue = 10;
type Due = z.infer<typeof Due>;

/** What a portfolio is made from: the counts of all localities that are seen, and those whose gates fall due next. */
interface Counted {
  counts: Tally;
  next: Iterable<Locality>;
}

/** From the counters, and the first in the order of days: no more is read of many localities than of few. */
async function ofAll({ counters, lists, localities }: ApiDependencies): Promise<Counted> {
  async function next(): Promise<Iterable<Locality>> {
    const kinds = (['gate', 'waiting'] as const).map((kind) => lists.onAgenda(kind, {}, shownDue));
    const first = merged(await Promise.all(kinds), shownDue);
    return (await localities.many(first.map(({ id }) => id))).values();
  }
  const [counts, soonest] = await Promise.all([counters.all(), next()]);
  return { counts, next: soonest };
}

/** From the caller's own localities themselves. */
async function ofOwn(dependencies: ApiDependencies, caller: Caller): Promise<Counted> {
  const own: Locality[] = [];
  for await (const locality of localitiesOf(dependencies, caller)) own.push(locality);
  return { counts: sumOf(own.map(countsOf)), next: own };
}

/** The active localities by how their gates stand to `today`. */
function healthIn(counts: Tally, today: LocalDate): Record<Health, number> {
  const count = { 'on-track': countIn(counts, 'status/active'), 'due-soon': 0, overdue: 0 };
  const until = dueSoonUntil(today);
  for (const [name, many] of counts) {
    const day = name.startsWith('due/') ? name.slice('due/'.length) : undefined;
    if (day === undefined || day > until) continue;
    count[day < today ? 'overdue' : 'due-soon'] += Number(many);
    count['on-track'] -= Number(many);
  }
  return count;
}

/** The gates that fall due next, soonest first. */
function soonest(localities: Iterable<Locality>, today: LocalDate): Due[] {
  const due = [...localities]
    .filter(({ status }) => status === 'active')
    .flatMap((locality) =>
      localityView(locality, today).current.map(({ stage, track, targetOn }) => ({
        locality: locality.id,
        name: locality.name,
        stage,
        track,
        targetOn,
      })),
    );
  const placeOf = ({ targetOn, locality }: Due) => agendaPlace(targetOn, locality);
  return due.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)).slice(0, shownDue);
}

/** GET /api/portfolio: how all localities the caller may see are getting on. */
export const getPortfolio = route({
  method: 'GET',
  path: '/api/portfolio',
  summary: 'Counts by stage, health and status, and what falls due next',
  policy: policies.portfolio.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: Portfolio },
  run:
    (dependencies: ApiDependencies) =>
    async ({ caller }) => {
      const { programmes, moment } = dependencies;
      const { today } = moment();
      const { counts, next } = seesEverything(caller)
        ? await ofAll(dependencies)
        : await ofOwn(dependencies, caller);
      const { shape } = Portfolio;
      const by = (what: string, keys: readonly string[]) =>
        Object.fromEntries(keys.map((key) => [key, countIn(counts, `${what}/${key}`)]));
      const totalOf = (some: Record<string, number>) =>
        Object.values(some).reduce((sum, count) => sum + count, 0);
      const status = by('status', LocalityStatus.options);
      const commitments = by('commitments', CommitmentStatus.options);
      const body = {
        localities: totalOf(status),
        status: shape.status.parse(status),
        health: healthIn(counts, today),
        stages: programmes.current.flatMap((programme) =>
          programme.stages.map(({ key }) => ({
            programme: programme.id,
            stage: key,
            localities: countIn(counts, `stage/${programme.id}/${key}`),
          })),
        ),
        commitments: {
          total: totalOf(commitments),
          status: shape.commitments.shape.status.parse(commitments),
        },
        nextDue: soonest(next, today),
      };
      return { response: { status: 200, body } };
    },
});
