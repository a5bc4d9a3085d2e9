import { countBelow, countUpTo } from './order.ts';
import type { Direction, Normalisation } from './ranking-request.ts';

/**
 * Figures of one indicator brought to a common scale on which more means sooner; one for each place, in their order.
 *
 * - `min-max`: (x − least) / (greatest − least), 0 to 1. Keeps distances; one extreme place presses the rest together.
 * - `z`: (x − mean) / standard deviation over these places (divided by n: they are all there are). Distances count in
 *   spreads, so a place's own extreme figure widens the spread that it is measured by.
 * - `rank`: the part of the other places that it comes before, equal ones counting half, 0 to 1. Only order counts.
 *
 * An indicator that says the same of all places tells none apart: 0 for each.
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 1.5 and step 5.
 */
export function normalised(
  figures: readonly number[],
  method: Normalisation,
  direction: Direction,
): Float64Array {
  const signed = Float64Array.from(figures, (figure) => (direction === 'higher-first' ? figure : -figure));
  const least = signed.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const range = signed.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least;
  if (!(range > 0)) return new Float64Array(signed.length);
  // Standard scores and ranks are the same on any scale: taken from 0 to 1, no sum of squares overflows or vanishes.
  const scaled = signed.map((figure) => (figure - least) / range);
  if (method === 'rank') return midRanks(scaled);
  return method === 'z' ? standardScores(scaled) : scaled;
}

function standardScores(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const spread = Math.sqrt(variance);
  return values.map((value) => (value - mean) / spread);
}

function midRanks(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  return values.map((value) => {
    const [below, upTo] = [countBelow(sorted, value), countUpTo(sorted, value)];
    return (below + (upTo - below - 1) / 2) / (values.length - 1);
  });
}
