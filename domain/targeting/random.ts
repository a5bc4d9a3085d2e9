/**
 * Numbers of 0 ≤ x < 1 that look random and are the same for the same seed, on every machine: mulberry32.
 * It has 32 bits of state and a period of 2³², plenty for some thousand draws; not for secrets.
 * Source: Tommy Ettinger, 2017, public domain.
 */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
