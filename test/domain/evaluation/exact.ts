// Doubles are fractions with a power of two below: as whole numbers of 2⁻⁶⁰ they add and multiply exactly.
const scale = 2 ** 60;
const whole = (value: number) => BigInt(value * scale);
const sum = (values: bigint[]) => values.reduce((total, value) => total + value, 0n);
const squares = (values: bigint[]) => sum(values.map((value) => value * value));

/** a / b of whole numbers, rounded once. */
function ratio(a: bigint, b: bigint): number {
  const shift = 2n ** 200n;
  return Number((a * shift) / b) / 2 ** 200;
}

/** Mean and standard deviation of doubles, without any rounding on the way. */
export function exactMoments(values: number[]) {
  const wholes = values.map(whole);
  const n = BigInt(values.length);
  const total = sum(wholes);
  const spread = n * squares(wholes) - total * total;
  return {
    mean: ratio(total, n * BigInt(scale)),
    standardDeviation: Math.sqrt(ratio(spread, n * (n - 1n) * BigInt(scale) ** 2n)),
  };
}

/** F of groups of one size, without any rounding on the way. */
export function exactF(groups: number[][]): number {
  const wholes = groups.map((group) => group.map(whole));
  const count = BigInt(groups.length);
  const size = BigInt(groups[0]?.length ?? 0);
  const totals = wholes.map(sum);
  // Both times size · count, so that nothing is divided before the end.
  const between = count * squares(totals) - sum(totals) ** 2n;
  const within = count * (size * squares(wholes.flat()) - squares(totals));
  return ratio(between * (count * size - count), within * (count - 1n));
}
