import * as z from 'zod';

/** A calendar day of the municipality, `2026-12-05`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A moment in UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

const dayInMilliseconds = 86_400_000;
const midnight = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
const fromMidnight = (milliseconds: number): LocalDate => new Date(milliseconds).toISOString().slice(0, 10);

/** What writes the days of a time zone; making one takes longer than all that is done with it for a request. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day it is in `timeZone` at an instant. */
export function localDate(instant: Date, timeZone: string): LocalDate {
  // The Swedish locale writes dates as ISO 8601 does.
  const format =
    dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  dayFormats.set(timeZone, format);
  return format.format(instant);
}

/** `date` moved by whole calendar days, forward or back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromMidnight(midnight(date) + days * dayInMilliseconds);
}

/** 0 is Sunday, 6 is Saturday. */
const weekday = (date: LocalDate) => new Date(midnight(date)).getUTCDay();

const day = (year: number, month: number, dayOfMonth: number): LocalDate =>
  fromMidnight(Date.UTC(year, month - 1, dayOfMonth));

function nthMonday(year: number, month: number, n: number): LocalDate {
  const first = day(year, month, 1);
  return addDays(first, ((8 - weekday(first)) % 7) + (n - 1) * 7);
}

/**
 * The compulsory days of rest of a year, in order.
 * Source: Ley Federal del Trabajo, article 74 (the change of federal government is on 1 October since 2024,
 * every six years). Election days fall on Sundays and need no entry.
 */
export function mexicanHolidays(year: number): LocalDate[] {
  return [
    day(year, 1, 1),
    nthMonday(year, 2, 1),
    nthMonday(year, 3, 3),
    day(year, 5, 1),
    day(year, 9, 16),
    ...(year >= 2024 && (year - 2024) % 6 === 0 ? [day(year, 10, 1)] : []),
    nthMonday(year, 11, 3),
    day(year, 12, 25),
  ];
}

/** The holidays of every year that was asked about; a plan asks about the same few years for each of its days. */
const holidaysByYear = new Map<number, ReadonlySet<LocalDate>>();

function holidaysOf(year: number): ReadonlySet<LocalDate> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const holidays = new Set(mexicanHolidays(year));
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** Neither a weekend nor an official Mexican holiday. */
export function isWorkingDay(date: LocalDate): boolean {
  const weekend = weekday(date) === 0 || weekday(date) === 6;
  return !weekend && !holidaysOf(Number(date.slice(0, 4))).has(date);
}

/** The working days of every year that was asked about, in order: to count them one by one is most of what a plan costs. */
const workingDaysByYear = new Map<number, readonly LocalDate[]>();

function workingDaysOf(year: number): readonly LocalDate[] {
  const known = workingDaysByYear.get(year);
  if (known) return known;
  const days: LocalDate[] = [];
  for (let date = day(year, 1, 1); date < day(year + 1, 1, 1); date = addDays(date, 1))
    if (isWorkingDay(date)) days.push(date);
  workingDaysByYear.set(year, days);
  return days;
}

/** The `count`-th working day after `date`; for 0, `date` itself or the first working day after it. */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  if (count === 0 && isWorkingDay(date)) return date;
  let year = Number(date.slice(0, 4));
  let days = workingDaysOf(year);
  const after = days.findIndex((one) => one > date);
  let at = (after === -1 ? days.length : after) + Math.max(count - 1, 0);
  for (;;) {
    const found = days[at];
    if (found !== undefined) return found;
    at -= days.length;
    year += 1;
    days = workingDaysOf(year);
  }
}

/** Whole calendar days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnight(to) - midnight(from)) / dayInMilliseconds;
}
