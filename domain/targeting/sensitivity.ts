import * as z from 'zod';
import { randomFrom } from './random.ts';
import type { Ranking } from './ranking.ts';
import type { RankingRequest } from './ranking-request.ts';
import { ranksOf } from './standing.ts';

/** How firmly one place stands where it stands. */
export const Firmness = z.object({
  key: z.string(),
  /** The part of the draws, 0 to 1, in which it was among the first `topK`. */
  inTop: z.number().min(0).max(1),
  /** Its ranks in the draws: nine in ten were from `bestRank` to `worstRank`. */
  bestRank: z.int().min(1),
  worstRank: z.int().min(1),
});
export type Firmness = z.infer<typeof Firmness>;

/** Whether a ranking hangs on its weights. */
export const Sensitivity = z.object({
  draws: z.int(),
  spread: z.number(),
  seed: z.int(),
  /** In the order of the ranking. */
  places: z.array(Firmness),
  /** What the top would be without one of the indicators: who leaves it and who enters. */
  without: z.array(
    z.object({ indicator: z.string(), leave: z.array(z.string()), enter: z.array(z.string()) }),
  ),
});
export type Sensitivity = z.infer<typeof Sensitivity>;

/**
 * Varies the weights of a ranking: in each draw every weight is multiplied by its own factor, even between 1 − spread and
 * 1 + spread, and they are made to add up to 1 again. Then each indicator is left out in turn. (Source: OECD and JRC,
 * Handbook on Constructing Composite Indicators, 2008, step 7.) The same request gives the same answer.
 * @returns `undefined` for a ranking by one indicator: there is no weight that could be another
 */
export function sensitivity(
  { variation: { draws, spread, seed } }: Pick<RankingRequest, 'variation'>,
  { weights, places, topK }: Ranking,
): Sensitivity | undefined {
  // In the order of their names: the same weights drawn for the same seed, in whatever order they were written.
  const indicators = Object.keys(weights).sort();
  if (indicators.length < 2 || places.length === 0) return undefined;
  const shares = indicators.map((indicator) => weights[indicator] ?? 0);
  const parts = indicators.map((indicator) =>
    Float64Array.from(places, ({ contributions }) => contributions[indicator] ?? 0),
  );
  const standings = standingsOf(parts, shares, places.length);

  const random = randomFrom(seed);
  const times = places.map(() => new Uint16Array(places.length + 1));
  for (let draw = 0; draw < draws; draw += 1) {
    const ranks = standings(shares.map(() => 1 + spread * (2 * random() - 1)));
    for (const [place, counts] of times.entries()) {
      const rank = ranks[place] ?? 0;
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
  }
  return {
    draws,
    spread,
    seed,
    places: places.map(({ key }, place) => ({
      key,
      ...firmness(times[place] ?? new Uint16Array(), draws, topK),
    })),
    without: indicators.map((indicator, left) => {
      const ranks = standings(shares.map((_, at) => (at === left ? 0 : 1)));
      const isIn = (place: number) => (ranks[place] ?? 0) <= topK;
      return {
        indicator,
        leave: places.filter(({ inTop }, place) => inTop && !isIn(place)).map(({ key }) => key),
        enter: places.filter(({ inTop }, place) => !inTop && isIn(place)).map(({ key }) => key),
      };
    }),
  };
}

/** Ranks places with every weight multiplied by a factor; each answer is written over by the next. */
function standingsOf(parts: readonly Float64Array[], shares: readonly number[], places: number) {
  const scores = new Float64Array(places);
  const [ranks, sorted] = [new Uint16Array(places), new Float64Array(places)];
  return (factors: readonly number[]): Uint16Array => {
    const total = shares.reduce((sum, share, at) => sum + share * (factors[at] ?? 0), 0);
    scores.fill(0);
    for (const [at, part] of parts.entries()) {
      const factor = (factors[at] ?? 0) / total;
      for (let place = 0; place < places; place += 1)
        scores[place] = (scores[place] ?? 0) + (part[place] ?? 0) * factor;
    }
    return ranksOf(scores, ranks, sorted);
  };
}

/** `times`: how often each rank was a place's. */
function firmness(times: Uint16Array, draws: number, topK: number): Omit<Firmness, 'key'> {
  const upTo = (part: number) => {
    let sum = 0;
    return times.findIndex((count) => {
      sum += count;
      return sum >= part * draws;
    });
  };
  const inTop = times.subarray(0, topK + 1).reduce((sum, count) => sum + count, 0) / draws;
  return { inTop, bestRank: upTo(0.05), worstRank: upTo(0.95) };
}
