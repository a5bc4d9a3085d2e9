/** Compares what is typed, field by field. */
export function diffFields<Typed extends object>(keys: readonly (keyof Typed)[]) {
  /** The fields in which one says something else than the other. */
  const changedBetween = (one: Typed, other: Typed) =>
    keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
  /** What was typed over `base`, over what somebody else made of it: what was not touched stays as they left it. */
  const merge = (base: Typed, typed: Typed, now: Typed): Typed => ({
    ...now,
    ...Object.fromEntries(changedBetween(base, typed).map((key) => [key, typed[key]])),
  });
  return { changedBetween, merge };
}
