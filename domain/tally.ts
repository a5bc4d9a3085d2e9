/** How many there are of each of several things, by their names; sums of money in hundredths, which fit no `number`. */
export type Tally = ReadonlyMap<string, bigint>;

/** What has to be added to `before` so that it is `after`; what did not change is left out. */
export function difference(after: Tally, before: Tally): Tally {
  const names = new Set([...after.keys(), ...before.keys()]);
  const changes = [...names].map(
    (name) => [name, (after.get(name) ?? 0n) - (before.get(name) ?? 0n)] as const,
  );
  return new Map(changes.filter(([, change]) => change !== 0n));
}

/** All of several tallies together; what there is none of is left out. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = new Map<string, bigint>();
  for (const tally of tallies)
    for (const [name, count] of tally) sum.set(name, (sum.get(name) ?? 0n) + count);
  return new Map([...sum].filter(([, count]) => count !== 0n));
}

/** How many there are of one thing. */
export const countIn = (tally: Tally, name: string): number => Number(tally.get(name) ?? 0n);
