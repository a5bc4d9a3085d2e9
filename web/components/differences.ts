import type { Difference } from './conflict.tsx';

interface Compared<Field extends string, Typed> {
  /** As it was when it was opened, as it is typed, and as somebody else left it meanwhile, if anybody did. */
  base: Typed;
  typed: Typed;
  now: Typed | undefined;
  changedBetween: (one: Typed, other: Typed) => Field[];
  labelOf: (field: Field) => string;
  /** A field as people read it. */
  format: (field: Field, typed: Typed) => string;
}

/** What was changed on either side since it was opened, field by field, for the person to settle; nothing without `now`. */
export function differencesOf<Field extends string, Typed>({
  base,
  typed,
  now,
  changedBetween,
  labelOf,
  format,
}: Compared<Field, Typed>): Difference[] {
  if (now === undefined) return [];
  const mine = new Set(changedBetween(base, typed));
  return [...new Set([...changedBetween(base, now), ...mine])].map((key) => ({
    key,
    label: labelOf(key),
    now: format(key, now),
    yours: mine.has(key) ? format(key, typed) : undefined,
  }));
}
