import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { ShownRanking } from '../../domain/targeting/small-counts.ts';
import { RankingBody, RankingId, rankingStore } from '../../store/rankings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { RankingHeadView, rankingView } from './ranking-view.ts';
import { noInput, route } from './route.ts';
import { theirLocalities } from './their-localities.ts';

/** GET /api/targeting/rankings/{ranking}: a frozen ranking with everything that it was made from, as far as one is shown it. */
export const getRanking = route({
  method: 'GET',
  path: '/api/targeting/rankings/{ranking}',
  summary: 'A frozen ranking, its inputs and its sensitivity',
  policy: policies.ranking.read,
  params: z.object({ ranking: RankingId }),
  query: noInput,
  body: noInput,
  responses: { 200: RankingHeadView.extend({ ...RankingBody.shape, ranking: ShownRanking }) },
  problems: ['not-found'],
  run:
    ({ table, lists }: ApiDependencies) =>
    async ({ params, caller }) => {
      const frozen = await rankingStore(table).get(params.ranking);
      const body = rankingView(frozen, caller, await theirLocalities({ lists }, caller));
      return { response: { status: 200, body } };
    },
});
