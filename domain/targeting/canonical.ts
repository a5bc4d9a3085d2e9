import { canonicalJson } from '../canonical-json.ts';
import type { RankingRequest } from './ranking-request.ts';

/**
 * One spelling of everything a ranking was made from: canonical JSON, candidates by key and weights by indicator.
 * Whoever keeps a ranking keeps a hash of it, and can show later that nothing was changed; the order of a file's rows
 * or columns changes nothing.
 */
export function canonical({ candidates, weights, ...request }: RankingRequest): string {
  return canonicalJson({
    ...request,
    candidates: candidates.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    weights: weights.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1)),
  });
}
