/**
 * Draws that are the same at every run. Source: Blackman and Vigna's xoshiro128** of 32-bit words
 * (prng.di.unimi.it), seeded by splitting one number (Knuth's multiplier).
 */
export function draws(seed: number) {
  const seeds = [1, 2, 3, 4].map((step) => Math.imul(seed + step, 2654435761) ^ (step << 13));
  let [a = 1, b = 2, c = 3, d = 4] = seeds;
  const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

  /** From 0 up to, not including, 1. */
  function uniform(): number {
    const word = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return word / 2 ** 32;
  }

  let spare: number | undefined;

  /** Standard normal, by Box and Muller, who make two at once. */
  function normal(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  const chance = (probability: number): 0 | 1 => (uniform() < probability ? 1 : 0);
  const between = (low: number, high: number) => low + (high - low) * uniform();

  for (let warm = 0; warm < 20; warm += 1) uniform();
  return { uniform, normal, chance, between };
}
