/**
 * Wilson's score interval of a share: never leaves 0 to 1 and has a width for 0 and 1, too.
 * Source: Wilson, Probable Inference (JASA, 1927); Newcombe's method 3 (Statistics in Medicine 17, 857–872, 1998).
 * @param share from 0 to 1
 * @param size answers, or as many as have the same precision
 * @param reach standard errors to each side
 */
export function wilson(share: number, size: number, reach: number): { low: number; high: number } {
  const square = reach * reach;
  const middle = share + square / (2 * size);
  const half = reach * Math.sqrt((share * (1 - share)) / size + square / (4 * size * size));
  const whole = 1 + square / size;
  // Rounding may leave the ends of an extreme share a hair beside it.
  return {
    low: share === 0 ? 0 : Math.max(0, (middle - half) / whole),
    high: share === 1 ? 1 : Math.min(1, (middle + half) / whole),
  };
}
