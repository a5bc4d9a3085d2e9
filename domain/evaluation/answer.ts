import type { EstimateKind } from './estimate.ts';

/** Throws a RangeError for an answer that a tally of its kind cannot take: a coder let it through. */
export function assertAnswer(kind: EstimateKind, value: number): void {
  if (kind === 'share' && value !== 0 && value !== 1)
    throw new RangeError(`An answer of a share is 0 or 1, not ${value}`);
  if (!Number.isFinite(value)) throw new RangeError(`An answer is a finite number, not ${value}`);
}
