import { assertAnswer } from './answer.ts';
import { reach } from './distributions.ts';
import type { Estimate, Tally } from './estimate.ts';
import { wilson } from './wilson.ts';

/** The share of ones in a simple random sample, with Wilson's interval. */
export function shareTally(): Tally {
  let n = 0;
  let ones = 0;

  function add(value: number): void {
    assertAnswer('share', value);
    n += 1;
    ones += value;
  }

  function estimate(): Estimate | undefined {
    if (n < 1) return undefined;
    const share = ones / n;
    return {
      n,
      kind: 'share',
      method: 'wilson',
      estimate: share,
      ...wilson(share, n, reach(Number.POSITIVE_INFINITY)),
      standardError: Math.sqrt((share * (1 - share)) / n),
      degreesOfFreedom: n - 1,
    };
  }

  return { add, estimate };
}
