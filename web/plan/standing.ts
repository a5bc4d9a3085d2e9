import type { PlanLine } from '../api/types.ts';

/** How a line stands against its target and against the time that has passed, in per cent. */
export interface LineStanding {
  /** Of the target, as far as a bar shows it. */
  shown: number;
  /** What the straight path from the first to the last day would be by today. */
  expected: number;
  isBehind: boolean;
  /** More was done than an `at-most` line allows. */
  isExceeded: boolean;
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** How much of a period is over, per cent. */
function elapsed({ from, to }: Pick<PlanLine, 'from' | 'to'>, today: string): number {
  if (today < from) return 0;
  if (today >= to) return 100;
  return Math.round(((days(from, today) + 1) / (days(from, to) + 1)) * 100);
}

/** How a line with a target stands on a day; `undefined` without one. A line is behind below nine tenths of the straight path. */
export function standingOf(line: PlanLine, today: string): LineStanding | undefined {
  const { percent, bound, status } = line;
  if (percent === undefined) return undefined;
  const expected = elapsed(line, today);
  const counts = bound === 'at-least' && status === 'open';
  return {
    shown: Math.min(100, percent),
    expected,
    isBehind: counts && percent < expected * 0.9,
    isExceeded: bound === 'at-most' && percent > 100,
  };
}
