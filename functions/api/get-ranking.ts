import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { RankingBody, RankingHead, RankingId } from '../../store/rankings.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';

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
    ({ rankings }: ApiDependencies) =>
    async ({ params }) => ({ response: { status: 200, body: await rankings.get(params.ranking) } }),
});
