import type { Design, Estimate, EstimateKind } from '../../../domain/evaluation/estimate.ts';
import { tallyOf } from '../../../domain/evaluation/tally.ts';

/** The estimate of a simple random sample. */
export function estimated(kind: EstimateKind, answers: Iterable<number>): Estimate {
  const tally = tallyOf(kind, false);
  for (const answer of answers) tally.add(answer);
  return present(tally.estimate());
}

export interface DesignedAnswer extends Design {
  value: number;
}

/** The estimate of a sample with a design. */
export function estimatedByDesign(kind: EstimateKind, answers: Iterable<DesignedAnswer>): Estimate {
  const tally = tallyOf(kind, true);
  for (const { value, ...design } of answers) tally.add(value, design);
  return present(tally.estimate());
}

/** The share of `ones` among `n`. */
export const share = (ones: number, n: number): Estimate =>
  estimated(
    'share',
    Array.from({ length: n }, (_, index) => (index < ones ? 1 : 0)),
  );

function present(estimate: Estimate | undefined): Estimate {
  if (!estimate) throw new Error('There are too few answers for an estimate');
  return estimate;
}
