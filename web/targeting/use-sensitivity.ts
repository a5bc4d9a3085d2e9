import { useEffect, useState } from 'react';
import type { Ranking } from '../../domain/targeting/ranking.ts';
import type { RankingRequest } from '../../domain/targeting/ranking-request.ts';
import type { Sensitivity } from '../../domain/targeting/sensitivity.ts';
import type { Question } from './sensitivity-worker.ts';

/** A moment after the last change: a slider that is being moved asks for nothing. */
const pause = 250;

/** A worker of its own for each question: one that is not wanted any more is ended. */
function asked(question: Question, answer: (firmness: Sensitivity | undefined) => void): () => void {
  const worker = new Worker(new URL('./sensitivity-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Sensitivity | undefined>) => answer(data);
  worker.postMessage(question);
  return () => worker.terminate();
}

/** How firmly places stand in a ranking; computed beside the page, a thousand rankings at a time. */
export function useSensitivity(
  variation: RankingRequest['variation'] | undefined,
  ranking: Ranking | undefined,
) {
  const [known, setKnown] = useState<{ of: Ranking; firmness?: Sensitivity }>();
  useEffect(() => {
    if (!variation || !ranking || ranking.places.length === 0) return;
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = asked({ request: { variation }, ranking }, (firmness) => setKnown({ of: ranking, firmness }));
    }, pause);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [variation, ranking]);
  const isKnown = known !== undefined && known.of === ranking;
  return { firmness: isKnown ? known.firmness : undefined, isComputing: !isKnown };
}
