import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { RankingHead, RankingId, rankingStore } from '../../store/rankings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/targeting/rankings: what was decided about where to work, the newest first. */
export const listRankings = route({
  method: 'GET',
  path: '/api/targeting/rankings',
  summary: 'Frozen rankings, the newest first',
  policy: policies.ranking.read,
  params: noInput,
  query: Paging,
  body: noInput,
  responses: { 200: listOf(RankingHead) },
  run:
    ({ table }: ApiDependencies) =>
    async ({ query: { cursor, limit } }) => {
      if (cursor !== undefined && !RankingId.safeParse(cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { items, next } = await rankingStore(table).page(cursor, limit);
      return { response: { status: 200, body: { items, nextCursor: next } } };
    },
});
