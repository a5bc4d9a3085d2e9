import * as z from 'zod';

/** A calendar day of the municipality, `2026-12-05`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

const firstDay = '2000-01-01';
/** No day that anybody enters is later. */
export const lastDay = '2099-12-31';

/**
 * A day that a person enters: one of this century, so that a year of 0026 or 9999 is a slip of the hand. What is stored may
 * be older than this rule, and is read as a `LocalDate`.
 */
export const EnteredDate = LocalDate.refine(
  // What is no day at all is told once.
  (date) => !LocalDate.safeParse(date).success || (date >= firstDay && date <= lastDay),
  'beyond-century',
).meta({ description: `From ${firstDay} to ${lastDay}` });

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

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock shows in `timeZone` at an instant, in milliseconds as if it were one of UTC. */
function wallClock(instant: number, timeZone: string): number {
  const format =
    wallClocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  wallClocks.set(timeZone, format);
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

/**
 * The instant at which a clock in `timeZone` shows an hour (`17:30`) of a day. One that is skipped when clocks go forward is
 * taken as if they had not yet.
 */
export function instantAt(on: LocalDate, hour: string, timeZone: string): Date {
  const wanted = Date.parse(`${on}T${hour}:00Z`);
  const first = wanted - (wallClock(wanted, timeZone) - wanted);
  return new Date(wanted - (wallClock(first, timeZone) - first));
}

/** `date` moved by whole calendar days, forward or back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromMidnight(midnight(date) + days * dayInMilliseconds);
}

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: LocalDate) => new Date(midnight(date)).getUTCDay();

export const day = (year: number, month: number, dayOfMonth: number): LocalDate =>
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

/** Whole calendar days from `from` until `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnight(to) - midnight(from)) / dayInMilliseconds;
}
