import type { Formats } from '../words/format.ts';
import type { AdministrationWords } from './words.ts';

/** When a commitment is reminded of, in words, in the order of the days. @param ladder days from its date, ascending */
export function rungsOf(
  ladder: readonly number[],
  said: AdministrationWords['reminders'],
  formats: Formats,
): string[] {
  const days = (some: number[]) => formats.list(some.map((day) => formats.number(Math.abs(day))));
  const before = ladder.filter((day) => day < -1);
  const after = ladder.filter((day) => day > 1);
  return [
    ...(before.length > 0 ? [said.before(days(before))] : []),
    ...(ladder.includes(-1) ? [said.dayBefore] : []),
    ...(ladder.includes(0) ? [said.onDay] : []),
    ...(ladder.includes(1) ? [said.dayAfter] : []),
    ...(after.length > 0 ? [said.after(days(after))] : []),
  ];
}
