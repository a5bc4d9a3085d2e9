import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { RankingBody, RankingHead, RankingId, rankingStore } from '../../store/rankings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/targeting/rankings/{ranking}: a frozen ranking with everything that it was made from. */
export const getRanking = route({
  method: 'GET',
  path: '/api/targeting/rankings/{ranking}',
  summary: 'A frozen ranking, its inputs and its sensitivity',
  policy: policies.ranking.read,
  params: z.object({ ranking: RankingId }),
  query: noInput,
  body: noInput,
  responses: { 200: RankingHead.extend(RankingBody.shape) },
  problems: ['not-found'],
  run:
    ({ table }: ApiDependencies) =>
    async ({ params }) => ({
      response: { status: 200, body: await rankingStore(table).get(params.ranking) },
    }),
});
