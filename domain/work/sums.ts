import type { LocalDate } from '../calendar.ts';
import { canonicalJson } from '../canonical-json.ts';

/** Quantities by calendar month (`2026-01`), in hundredths of the line's unit, so that they add up exactly. */
export type MonthSums = Record<string, number>;

/** Of one month, quantities by breakdown cell (`cellKey`), in hundredths. */
export type CellQuantities = Record<string, number>;

/** A quantity in hundredths of its unit. */
export const hundredths = (quantity: number): number => Math.round(quantity * 100);

export const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** One spelling of a breakdown cell, whatever order its values were named in. */
export const cellKey = (cells: Readonly<Record<string, string>>): string => canonicalJson(cells);

/** The sums with so much more, or less, of one name; what there is none of is left out. */
export function added(
  sums: Readonly<Record<string, number>>,
  name: string,
  more: number,
): Record<string, number> {
  const { [name]: before = 0, ...others } = sums;
  return before + more === 0 ? others : { ...others, [name]: before + more };
}

/** All of it, in the line's unit. */
export const totalOf = (sums: Readonly<Record<string, number>>): number =>
  Object.values(sums).reduce((sum, one) => sum + one, 0) / 100;

/** The calendar periods that sums are shown by. */
export const periods = {
  month: (month: string) => month,
  quarter: (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
  year: (month: string) => month.slice(0, 4),
} as const;
export type Period = keyof typeof periods;

/** Sums by period, `2026-01`, `2026-Q1` or `2026`, oldest first, in the line's unit. */
export function byPeriod(sums: MonthSums, period: Period): Record<string, number> {
  let grouped: Record<string, number> = {};
  for (const [month, sum] of Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)))
    grouped = added(grouped, periods[period](month), sum);
  return Object.fromEntries(Object.entries(grouped).map(([name, sum]) => [name, sum / 100]));
}
