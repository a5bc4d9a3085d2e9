import { assertAnswer } from './answer.ts';
import { reach } from './distributions.ts';
import type { Estimate, Tally } from './estimate.ts';
import { Moments } from './moments.ts';

/** The mean of a simple random sample, with Student's interval. */
export function meanTally(): Tally {
  const answers = new Moments();

  function add(value: number): void {
    assertAnswer('mean', value);
    answers.add(value);
  }

  function estimate(): Estimate | undefined {
    const { n, mean, standardDeviation } = answers;
    if (n < 2) return undefined;
    const standardError = standardDeviation / Math.sqrt(n);
    const half = reach(n - 1) * standardError;
    return {
      n,
      kind: 'mean',
      method: 't',
      estimate: mean,
      low: mean - half,
      high: mean + half,
      standardError,
      degreesOfFreedom: n - 1,
      standardDeviation,
    };
  }

  return { add, estimate };
}
