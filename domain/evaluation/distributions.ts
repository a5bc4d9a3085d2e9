import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * The quantile of Student's t; of the normal distribution for infinite degrees of freedom.
 * @param probability from 0 to 1
 */
export const quantile = (probability: number, degreesOfFreedom: number): number =>
  degreesOfFreedom === Number.POSITIVE_INFINITY
    ? normalQuantile(probability, 0, 1)
    : tQuantile(probability, degreesOfFreedom);

/** How many standard errors a 95 % interval reaches to each side. */
export const reach = (degreesOfFreedom: number): number => quantile(0.975, degreesOfFreedom);

/** The two-sided p of a distance counted in standard errors. */
export function twoSided(statistic: number, degreesOfFreedom: number): number {
  const below = -Math.abs(statistic);
  const tail =
    degreesOfFreedom === Number.POSITIVE_INFINITY ? normalCdf(below, 0, 1) : tCdf(below, degreesOfFreedom);
  return Math.min(1, 2 * tail);
}
