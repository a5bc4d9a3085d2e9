import { addDays, day, type LocalDate } from '../calendar.ts';
import type { Line } from './line.ts';
import { monthOf, totalOf } from './sums.ts';

type Lasting = Pick<Line, 'from' | 'to' | 'rhythm'>;

/** A period of a line: both days belong to it. */
export interface LinePeriod {
  from: LocalDate;
  to: LocalDate;
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** The last day of the calendar month, quarter or year that a day is in. */
function endOf(on: LocalDate, rhythm: keyof typeof monthsOf): LocalDate {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const length = monthsOf[rhythm];
  const last = Math.ceil(month / length) * length;
  return addDays(last === 12 ? day(year + 1, 1, 1) : day(year, last + 1, 1), -1);
}

/**
 * The periods of a line that end within a range, the first and the last day of it among them: by the calendar, cut where the
 * line begins and ends; one that is to be done once has a single period.
 */
export function periodsEnding({ from, to, rhythm }: Lasting, range: LinePeriod): LinePeriod[] {
  const within = (end: LocalDate) => end >= range.from && end <= range.to;
  if (rhythm === 'once') return within(to) ? [{ from, to }] : [];
  const found: LinePeriod[] = [];
  // Whatever ended before the range is not walked through: lines last for years.
  const first = range.from > from ? startOf(range.from, rhythm) : from;
  for (let start = first > from ? first : from; start <= to && start <= range.to; ) {
    const calendarEnd = endOf(start, rhythm);
    const end = calendarEnd < to ? calendarEnd : to;
    if (within(end)) found.push({ from: start, to: end });
    start = addDays(end, 1);
  }
  return found;
}

/** The period of a line that a day of it is in, as far as the line goes. */
export function periodAt({ from, to, rhythm }: Lasting, on: LocalDate): LinePeriod {
  if (rhythm === 'once') return { from, to };
  const [begins, ends] = [startOf(on, rhythm), endOf(on, rhythm)];
  return { from: begins < from ? from : begins, to: ends > to ? to : ends };
}

/** The first day of the calendar month, quarter or year that a day is in. */
function startOf(on: LocalDate, rhythm: keyof typeof monthsOf): LocalDate {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const length = monthsOf[rhythm];
  return day(year, Math.floor((month - 1) / length) * length + 1, 1);
}

/** What was entered for the calendar months of a period, in the line's unit. */
export const doneIn = ({ sums }: Pick<Line, 'sums'>, { from, to }: LinePeriod): number =>
  totalOf(
    Object.fromEntries(
      Object.entries(sums).filter(([month]) => month >= monthOf(from) && month <= monthOf(to)),
    ),
  );
