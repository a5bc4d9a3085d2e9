/**
 * Holm's adjustment: p values in the same order, such that those below 0.05 hold for all comparisons together.
 * Source: Holm, A Simple Sequentially Rejective Multiple Test Procedure (Scand. J. Statistics 6, 65–70, 1979).
 * Throws a RangeError for what is no probability.
 */
export function holm(ps: readonly number[]): number[] {
  const ascending = ps
    .map((p, index) => {
      if (!(p >= 0 && p <= 1)) throw new RangeError(`A p value lies from 0 to 1, not ${p}`);
      return { p, index };
    })
    .sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(ps.length);
  let largest = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * p));
    adjusted[index] = largest;
  }
  return adjusted;
}
