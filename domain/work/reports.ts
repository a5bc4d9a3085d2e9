import { addDays, type LocalDate } from '../calendar.ts';
import type { Line } from './line.ts';
import { type LinePeriod, periodAt } from './line-periods.ts';
import { monthOf } from './sums.ts';

type Reported = Pick<Line, 'from' | 'to' | 'rhythm' | 'sums' | 'noughts' | 'status'>;

/** The last period of a line that is over on a day. */
export function lastPeriod(
  line: Pick<Line, 'from' | 'to' | 'rhythm'>,
  on: LocalDate,
): LinePeriod | undefined {
  if (on <= line.from) return undefined;
  const period = periodAt(line, on > line.to ? line.to : on);
  if (period.to < on) return period;
  return period.from > line.from ? periodAt(line, addDays(period.from, -1)) : undefined;
}

/** Whether something was entered for a day of a period, be it that nothing was done. */
const isReported = ({ sums, noughts = [] }: Reported, { from, to }: LinePeriod): boolean =>
  [...Object.keys(sums), ...noughts].some((month) => month >= monthOf(from) && month <= monthOf(to));

/** The last period of an open line that is over and for which nobody has entered anything; none where all is well. */
export function missingReport(line: Reported, today: LocalDate): LinePeriod | undefined {
  const period = line.status === 'open' ? lastPeriod(line, today) : undefined;
  return period && !isReported(line, period) ? period : undefined;
}

/** The cells that a report asks a number for: each combination of the breakdown's values where they are few, else none. */
export function reportCells({ breakdown }: Pick<Line, 'breakdown'>): Record<string, string>[] {
  const cells = breakdown.reduce<Record<string, string>[]>(
    (all, { key, values }) => all.flatMap((cell) => values.map((value) => ({ ...cell, [key]: value }))),
    [{}],
  );
  return cells.length > mostCells ? [{}] : cells;
}
/** More than fit a page on a phone and a transaction. */
const mostCells = 24;
