import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { type Replacement, replaceCoordinator } from '../../domain/commands/replace-coordinator.ts';
import { Problem } from '../../domain/errors.ts';
import { type Locality, LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { shortFormIn, User, userIn, usersIn } from '../../domain/user.ts';
import { commit } from '../../store/commit.ts';
import { untilCommitted } from '../runtime/retry.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownLocalities } from './known-ids.ts';
import { refuseStrangers } from './known-staff.ts';
import { merged, named } from './paged.ts';
import { Flag } from './representations.ts';
import { noInput, route } from './route.ts';

/** So many localities are handed over by one request, each in a transaction of its own. */
const most = 50;

const Handover = z.strictObject({
  /** Who coordinates them so far. */
  from: User,
  /** Who takes their place. */
  to: User,
  /** Only these of them; all of them unless told. */
  localities: z.array(LocalityId).min(1).max(200).optional(),
});

const Handed = z.object({
  from: User,
  to: User,
  /** Those that were handed over by this request; with `dryRun`, those that a request would hand over. */
  localities: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether others are left: the same request goes on with them. */
  hasMore: z.boolean(),
});

/** The first localities that somebody coordinates, oldest first, those of `only` where it is given; one more than fit. */
async function coordinated(
  { localities, lists, municipality }: ApiDependencies,
  from: User,
  only: readonly string[] | undefined,
): Promise<Locality[]> {
  const isTheirs = ({ coordinators }: Locality) => usersIn(municipality, coordinators).includes(from);
  if (only) {
    const found = await localities.many([...new Set(only)]);
    return [...found.values()].filter(isTheirs).slice(0, most + 1);
  }
  // An older table may have the short form of a name written down.
  const names = [from, shortFormIn(municipality, from) ?? []].flat();
  const source = named(
    async (after, limit) =>
      merged(await Promise.all(names.map((name) => lists.ofCoordinator(name, after, limit))), limit),
    localities.many,
  );
  const some: Locality[] = [];
  for (let after: string | undefined; some.length <= most; ) {
    const found = await source(after, most + 1);
    some.push(...found.flatMap(({ thing }) => (thing && isTheirs(thing) ? thing : [])));
    if (found.length <= most) break;
    after = found.at(-1)?.place;
  }
  return some.slice(0, most + 1);
}

/** Hands one locality over, decided anew where another change came first; nothing where that was done meanwhile. */
const handOver = (
  id: string,
  replacement: Replacement,
  { table, localities, municipality, clock }: ApiDependencies,
  caller: Caller,
) =>
  untilCommitted(async () => {
    const change = replaceCoordinator(await localities.get(id), replacement, municipality, caller);
    if (change) await commit(table, change, clock());
  });

/**
 * POST /api/handovers: the localities of one coordinator become another's, as when an administration changes. Each is one
 * transaction with a line in its history, so that a request which was cut off is simply sent again.
 */
export const handOverLocalities = route({
  method: 'POST',
  path: '/api/handovers',
  summary: 'Hand the localities of one coordinator over to another; with dryRun, only tell which',
  policy: policies.locality.handOver,
  params: noInput,
  query: z.strictObject({ dryRun: Flag }),
  body: Handover,
  responses: { 200: Handed },
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { dryRun }, body, caller }) => {
      const { municipality } = dependencies;
      const [from, to] = [userIn(municipality, body.from), userIn(municipality, body.to)];
      if (from === to)
        throw new Problem('invalid-request', { errors: [{ path: 'to', message: 'same-coordinator' }] });
      await refuseStrangers(dependencies, [{ path: 'to', name: to }]);
      await knownLocalities(dependencies, caller, body.localities ?? []);
      const found = await coordinated(dependencies, from, body.localities);
      const some = found.slice(0, most);
      if (!dryRun) for (const { id } of some) await handOver(id, { from, to }, dependencies, caller);
      const localities = some.map(({ id, name }) => ({ id, name }));
      return { response: { status: 200, body: { from, to, localities, hasMore: found.length > most } } };
    },
});
