import type { Instant } from './calendar.ts';

/** The longest that a link of ours is good for, in days. */
export const longestLinkDays = 730;

/** A key that links are signed with: the newest signs, each older one verifies for as long as links of it may be good. */
export interface DatedKey {
  version: number;
  /** Absent for keys older than this, and for those that were put there by hand. */
  madeAt?: Instant;
}

/** Functions keep the keys for minutes, in which the one before still signs: a day is more than enough. */
const graceDays = 1;

/** Whether no link is left that a key may have signed and that is good: its successor is older than the longest of them. */
export function isOver({ version }: DatedKey, keys: readonly DatedKey[], now: Date): boolean {
  const successors = keys.flatMap((key) =>
    key.version > version && key.madeAt ? [Date.parse(key.madeAt)] : [],
  );
  return now.getTime() - Math.min(...successors) > (longestLinkDays + graceDays) * 86_400_000;
}
