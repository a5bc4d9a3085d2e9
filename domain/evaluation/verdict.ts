import * as z from 'zod';
import type { Comparison } from './comparison.ts';

/** Which way an indicator gets better. One that may go either way has no verdict and is only reported. */
export const Direction = z.enum(['higher-is-better', 'lower-is-better']);
export type Direction = z.infer<typeof Direction>;

export const Verdict = z.enum(['improved', 'worsened', 'no-detectable-change']);
export type Verdict = z.infer<typeof Verdict>;

/**
 * Noise is never called a change: the adjusted p must be below 0.05 and the 95 % interval must not hold 0. Near the
 * edge the two can differ, being made from different variances; then there is no detectable change.
 */
export function verdictOf(
  { difference, low, high }: Pick<Comparison, 'difference' | 'low' | 'high'>,
  adjustedP: number,
  direction: Direction,
): Verdict {
  const beyondZero = low > 0 || high < 0;
  if (!(adjustedP < 0.05 && beyondZero)) return 'no-detectable-change';
  return difference > 0 === (direction === 'higher-is-better') ? 'improved' : 'worsened';
}
