import type { Difference } from './conflict.tsx';

interface Compared<Field extends string, Typed> {
  /** As it was when it was opened, as it is typed, and as somebody else left it meanwhile. */
  base: Typed;
  typed: Typed;
  now: Typed;
  changedBetween: (one: Typed, other: Typed) => Field[];
  labelOf: (field: Field) => string;
  /** A field as people read it. */
  format: (field: Field, typed: Typed) => string;
}

/** What was changed on either side since it was opened, field by field, for the person to settle. */
export function differencesOf<Field extends string, Typed>({
  base,
  typed,
  now,
  changedBetween,
  labelOf,
  format,
}: Compared<Field, Typed>): Difference[] {
  const mine = new Set(changedBetween(base, typed));
  return [...new Set([...changedBetween(base, now), ...mine])].map((key) => ({
    key,
    label: labelOf(key),
    now: format(key, now),
    yours: mine.has(key) ? format(key, typed) : undefined,
  }));
}
