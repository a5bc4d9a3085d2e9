import type { Attendance } from './session.ts';

/** Who is told apart by fewer than this may be recognised; in hundredths, as sums are kept. */
export const smallest = 500;

/**
 * Which parts of a whole may be shown to people outside the municipality's staff, where the whole itself is shown: `null`
 * is hidden. What is under five is hidden, nothing at all among it, since who sees that two of three are none knows the third; and
 * with it the next larger parts, until at least two are hidden and what is hidden comes to five: else the whole, less what
 * is shown, would be what was to be hidden. Where that cannot be reached nothing is shown.
 * @param parts all parts of the whole, what was told apart by nothing among them, in hundredths
 */
export function shownParts(parts: readonly number[]): (number | null)[] {
  const isSmall = (part: number) => part > 0 && part < smallest;
  if (!parts.some(isSmall)) return [...parts];
  const hidden = new Set(parts.keys().filter((at) => (parts[at] ?? 0) < smallest));
  const larger = [...parts.keys()]
    .filter((at) => !hidden.has(at))
    .sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  const sum = () => [...hidden].reduce((all, at) => all + (parts[at] ?? 0), 0);
  const isEnough = () => hidden.size > 1 && sum() >= smallest;
  for (const at of larger) {
    if (isEnough()) break;
    hidden.add(at);
  }
  return parts.map((part, at) => (isEnough() && !hidden.has(at) ? part : null));
}

/** An attendance without the ways of telling people apart in which anything is hidden (`shownParts`). */
export function shownAttendance({ bySex, byAge, bySector, ...attendance }: Attendance): Attendance {
  const isShown = (heads: object | undefined) => {
    const parts = Object.values(heads ?? {}).map((count) => Number(count ?? 0) * 100);
    return shownParts(parts).every((part) => part !== null);
  };
  return {
    ...attendance,
    ...(isShown(bySex) && { bySex }),
    ...(isShown(byAge) && { byAge }),
    ...(isShown(bySector) && { bySector }),
  };
}
