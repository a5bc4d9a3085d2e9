import type { Caller } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { rankingAccess } from '../../domain/targeting/ranking-access.ts';
import { withoutSmallCounts } from '../../domain/targeting/small-counts.ts';
import { type ListedHead, RankingId, rankingStore, trackedIn } from '../../store/rankings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { RankingHeadView } from './ranking-view.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';
import { theirLocalities } from './their-localities.ts';

type Store = ReturnType<typeof rankingStore>;

/** A head as far as the caller is shown it; what it does not say itself is read from its body. */
async function headView(
  store: Store,
  { localities, ...head }: ListedHead,
  caller: Caller,
  isTheirs: (locality: string) => boolean,
): Promise<RankingHeadView[]> {
  const access = rankingAccess(caller, localities ?? trackedIn(await store.get(head.id)), isTheirs);
  if (access === 'none') return [];
  // Only such rankings are of counts of cases.
  if (access === 'whole' || head.method !== 'cases-attended') return [head];
  return [RankingHeadView.parse(withoutSmallCounts(await store.get(head.id)))];
}

/**
 * GET /api/targeting/rankings: what was decided about where to work, the newest first, as far as one is shown it. A page may
 * be short although others follow.
 */
export const listRankings = route({
  method: 'GET',
  path: '/api/targeting/rankings',
  summary: 'Frozen rankings, the newest first',
  policy: policies.ranking.read,
  params: noInput,
  query: Paging,
  body: noInput,
  responses: { 200: listOf(RankingHeadView) },
  run:
    ({ table, lists }: ApiDependencies) =>
    async ({ query: { cursor, limit }, caller }) => {
      if (cursor !== undefined && !RankingId.safeParse(cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const store = rankingStore(table);
      const isTheirs = await theirLocalities({ lists }, caller);
      const { items: heads, next } = await store.page(cursor, limit);
      const items = await Promise.all(heads.map((head) => headView(store, head, caller, isTheirs)));
      return { response: { status: 200, body: { items: items.flat(), nextCursor: next } } };
    },
});
