import type { LocalDate } from '../calendar.ts';
import { type MonthSums, periods } from './sums.ts';

/** The calendar quarter that a day lies in, `2026-Q1`. */
export const quarterOf = (day: LocalDate): string => periods.quarter(day.slice(0, 7));

/** The quarter that follows. */
function nextQuarter(quarter: string): string {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return number === 4 ? `${String(year + 1).padStart(4, '0')}-Q1` : `${quarter.slice(0, 4)}-Q${number + 1}`;
}

/**
 * The quarters that two days lie in, and those between them, oldest first. They are always whole: figures of a part of one,
 * taken from those of all of it, would tell those of the rest.
 */
export function quartersBetween(from: LocalDate, to: LocalDate): string[] {
  const last = quarterOf(to);
  const quarters: string[] = [];
  for (let quarter = quarterOf(from); quarter <= last; quarter = nextQuarter(quarter)) quarters.push(quarter);
  return quarters;
}

/** The first and last day of some quarters. */
export function daysOf(quarters: readonly string[]): { from: LocalDate; to: LocalDate } {
  const [first = '', last = first] = [quarters[0], quarters.at(-1)];
  const month = (quarter: string, number: number) =>
    String((Number(quarter.slice(6)) - 1) * 3 + number).padStart(2, '0');
  const end = month(last, 3);
  return {
    from: `${first.slice(0, 4)}-${month(first, 1)}-01`,
    to: `${last.slice(0, 4)}-${end}-${end === '06' || end === '09' ? '30' : '31'}`,
  };
}

/** What there is of months in each quarter, in hundredths. */
export function quarterSums(sums: MonthSums): Map<string, number> {
  const grouped = new Map<string, number>();
  for (const [month, sum] of Object.entries(sums)) {
    const quarter = periods.quarter(month);
    grouped.set(quarter, (grouped.get(quarter) ?? 0) + sum);
  }
  return grouped;
}
