import '../without-eval.ts';
import type { Ranking } from '../../domain/targeting/ranking.ts';
import type { RankingRequest } from '../../domain/targeting/ranking-request.ts';
import { sensitivity } from '../../domain/targeting/sensitivity.ts';

/** What the worker is asked; it answers in the order of the questions. */
export interface Question {
  request: Pick<RankingRequest, 'variation'>;
  ranking: Ranking;
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  postMessage(sensitivity(data.request, data.ranking));
});
