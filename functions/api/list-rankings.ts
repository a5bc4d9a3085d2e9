import { Role } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { RankingHead, RankingId } from '../../store/rankings.ts';
import { none, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';

/** GET /api/targeting/rankings: what was decided about where to work, the newest first. */
export const listRankings = route({
  method: 'GET',
  path: '/api/targeting/rankings',
  summary: 'Frozen rankings, the newest first',
  roles: Role.options,
  params: none,
  query: Paging,
  body: none,
  answers: { 200: listOf(RankingHead) },
  run:
    ({ rankings }: ApiDependencies) =>
    async ({ query: { cursor, limit } }) => {
      if (cursor !== undefined && !RankingId.safeParse(cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { items, next } = await rankings.page(cursor, limit);
      return { answer: { status: 200, body: { items, nextCursor: next } } };
    },
});
