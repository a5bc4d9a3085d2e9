import fCdf from '@stdlib/stats-base-dists-f-cdf';
import { ExactSum } from './exact-sum.ts';

/** What a tally of means leaves of a group; the standard deviation is the unweighted one. */
export interface Group {
  n: number;
  mean: number;
  /** What rounding took from the mean; it matters where means share nearly all their digits. */
  meanRest?: number;
  standardDeviation: number;
}

export interface Variation {
  sumOfSquares: number;
  degreesOfFreedom: number;
}

export interface AnalysisOfVariance {
  f: number;
  between: Variation;
  within: Variation;
  p: number;
}

/**
 * One-way analysis of variance: whether groups (sexes, ages) differ by more than chance. Groups without answers are
 * passed over. Absent with fewer than two groups, or where answers within the groups do not vary.
 */
export function analysisOfVariance(groups: readonly Group[]): AnalysisOfVariance | undefined {
  const answered = groups.filter(({ n }) => n > 0);
  const [first] = answered;
  if (!first || answered.length < 2) return undefined;
  const n = answered.reduce((sum, group) => sum + group.n, 0);
  // Means that share their leading digits are compared without them.
  const distances = answered.map(({ n, mean, meanRest = 0 }) => ({
    n,
    distance: mean - first.mean + (meanRest - (first.meanRest ?? 0)),
  }));
  const total = new ExactSum();
  for (const group of distances) total.addProduct(group.n, group.distance);
  const middle = total.value / n;
  const between = {
    sumOfSquares: distances.reduce((sum, group) => sum + group.n * (group.distance - middle) ** 2, 0),
    degreesOfFreedom: answered.length - 1,
  };
  const within = {
    sumOfSquares: answered.reduce((sum, group) => sum + (group.n - 1) * group.standardDeviation ** 2, 0),
    degreesOfFreedom: n - answered.length,
  };
  if (!(within.sumOfSquares > 0)) return undefined;
  const f = between.sumOfSquares / between.degreesOfFreedom / (within.sumOfSquares / within.degreesOfFreedom);
  // The upper tail as the lower one of the inverse: 1 − cdf has no digits left where p is small.
  const p = f > 0 ? fCdf(1 / f, within.degreesOfFreedom, between.degreesOfFreedom) : 1;
  return { f, between, within, p };
}
