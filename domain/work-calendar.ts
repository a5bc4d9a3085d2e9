import { addDays, day, type LocalDate, mexicanHolidays, weekday } from './calendar.ts';
import type { DaysOff } from './days-off.ts';

/** Why nobody works on a day: an official holiday, one of Holy Week, or what the municipality calls it. */
export type DayOff = { kind: 'official' | 'holy-week' } | { kind: 'own'; name: string };

/** The working days of one municipality. */
export interface WorkCalendar {
  /** Neither a weekend nor an official Mexican holiday nor a day off of the municipality. */
  isWorkingDay(date: LocalDate): boolean;
  /** `date` itself or the first working day after it. */
  onOrAfter(date: LocalDate): LocalDate;
  /** `date` itself or the last working day before it. */
  onOrBefore(date: LocalDate): LocalDate;
  /** The `count`-th working day after `date`; for 0, `date` itself or the first working day after it. */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
  /** The days off of a year beside weekends, in order. */
  daysOff(year: number): { on: LocalDate; off: DayOff }[];
}

/** Easter Sunday of a year of the Gregorian calendar. Source: the anonymous algorithm in Nature, vol. 13 (1876), p. 487. */
export function easter(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return day(year, Math.floor(count / 31), (count % 31) + 1);
}

function daysIn(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
}

/** A calendar of the official holidays and those of a municipality. Years are looked up once each. */
export function workCalendar({ holidays, holyWeek, recess }: DaysOff): WorkCalendar {
  const offByYear = new Map<number, ReadonlyMap<LocalDate, DayOff>>();
  const workingByYear = new Map<number, readonly LocalDate[]>();

  function offIn(year: number): ReadonlyMap<LocalDate, DayOff> {
    const known = offByYear.get(year);
    if (known) return known;
    const own = [
      ...recess.flatMap(({ from, to, name }) => daysIn(from, to).map((on) => ({ on, name }))),
      ...holidays.map(({ on, name }) => ({ on: on.length === 5 ? `${year}-${on}` : on, name })),
    ];
    const sunday = easter(year);
    const official = mexicanHolidays(year).map((on) => [on, { kind: 'official' }] as const);
    const holy = holyWeek
      ? [-3, -2].map((days) => [addDays(sunday, days), { kind: 'holy-week' }] as const)
      : [];
    const all: [LocalDate, DayOff][] = [
      ...own
        .filter(({ on }) => on.startsWith(`${year}-`))
        .map(({ on, name }): [LocalDate, DayOff] => [on, { kind: 'own', name }]),
      ...holy.map(([on, off]): [LocalDate, DayOff] => [on, off]),
      ...official.map(([on, off]): [LocalDate, DayOff] => [on, off]),
    ];
    const off = new Map(all.toSorted(([a], [b]) => a.localeCompare(b)));
    offByYear.set(year, off);
    return off;
  }

  function isWorkingDay(date: LocalDate): boolean {
    const isWeekend = weekday(date) === 0 || weekday(date) === 6;
    return !isWeekend && !offIn(Number(date.slice(0, 4))).has(date);
  }

  /** The working days of a year in order: to count them one by one is most of what a plan costs. */
  function workingIn(year: number): readonly LocalDate[] {
    const known = workingByYear.get(year);
    if (known) return known;
    const days = daysIn(day(year, 1, 1), day(year, 12, 31)).filter(isWorkingDay);
    workingByYear.set(year, days);
    return days;
  }

  function step(date: LocalDate, by: 1 | -1): LocalDate {
    let found = date;
    while (!isWorkingDay(found)) found = addDays(found, by);
    return found;
  }

  return {
    isWorkingDay,
    onOrAfter: (date) => step(date, 1),
    onOrBefore: (date) => step(date, -1),
    addWorkingDays(date, count) {
      if (count === 0 && isWorkingDay(date)) return date;
      let year = Number(date.slice(0, 4));
      let days = workingIn(year);
      const after = days.findIndex((one) => one > date);
      let at = (after === -1 ? days.length : after) + Math.max(count - 1, 0);
      for (;;) {
        const found = days[at];
        if (found !== undefined) return found;
        at -= days.length;
        year += 1;
        days = workingIn(year);
      }
    },
    daysOff: (year) => [...offIn(year)].map(([on, off]) => ({ on, off })),
  };
}

/** The calendar of the law alone. */
export const officialCalendar = workCalendar({ holidays: [], holyWeek: false, recess: [] });

const calendars = new WeakMap<DaysOff, WorkCalendar>();

/** The calendar of a municipality, made once from its settings. */
export function calendarOf({ calendar }: { calendar: DaysOff }): WorkCalendar {
  const known = calendars.get(calendar) ?? workCalendar(calendar);
  calendars.set(calendar, known);
  return known;
}
