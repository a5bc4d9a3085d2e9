import { countUpTo } from './order.ts';

/** Scores that differ by less are equal: sums of the same parts in another order differ by some 1e-15. */
const sameScore = 1e-9;

/**
 * The rank of each score, the highest first: one more than the number of scores above it, so that equals share a rank
 * and the ranks they fill are left out (1, 2, 2, 4).
 * @param into where the ranks are written, and `sorted` room of the same length: the same for a thousand draws
 */
export function ranksOf(
  scores: Float64Array,
  into = new Uint16Array(scores.length),
  sorted = new Float64Array(scores.length),
): Uint16Array {
  sorted.set(scores);
  sorted.sort();
  for (const [place, score] of scores.entries())
    into[place] = scores.length - countUpTo(sorted, score + sameScore) + 1;
  return into;
}
