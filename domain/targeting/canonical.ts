import type { RankingRequest } from './ranking-request.ts';

/**
 * One spelling of everything a ranking was made from: JSON with sorted keys, candidates by key and weights by indicator.
 * Whoever keeps a ranking keeps a hash of it, and can show later that nothing was changed; the order of a file's rows
 * or columns changes nothing.
 */
export function canonical({ candidates, weights, ...request }: RankingRequest): string {
  const inputs = {
    ...request,
    candidates: candidates.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    weights: weights.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1)),
  };
  return JSON.stringify(inputs, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
