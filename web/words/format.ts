import type { Language } from '../../domain/language-list.ts';
import { lateAfter } from '../../domain/reminders.ts';
import { officialCalendar, type WorkCalendar } from '../../domain/work-calendar.ts';
import { languageName } from '../../words/language-name.ts';
import { languages } from '../../words/languages.ts';

/** At noon in UTC a local date is the same day everywhere it is shown. */
const noon = (date: string) => new Date(`${date}T12:00:00Z`);
const dayInMilliseconds = 86_400_000;

/** Whole days from one local date to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((noon(to).getTime() - noon(from).getTime()) / dayInMilliseconds);

/**
 * Dates and numbers as Mexico writes them, in one language and the municipality's time zone.
 * @param daysOff how many days the municipality's calendar is ahead of what this device's clock says
 * @param calendar its working days, once they are known
 */
export function formatsOf(
  language: Language,
  timeZone: string,
  daysOff = 0,
  calendar: WorkCalendar = officialCalendar,
) {
  const { locale } = languages[language];
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const day = written({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayOfYear = written({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const whole = written({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const wholeOfYear = written({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moment = written({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const clock = written({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const figures = new Intl.NumberFormat(locale);
  // The Swedish locale writes dates as ISO 8601 does.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const today = () => local.format(Date.now() + daysOff * dayInMilliseconds);
  const isThisYear = (date: string) => date.slice(0, 4) === today().slice(0, 4);
  return {
    locale,
    /** What a language is called in this one. */
    languageName: (other: Language) => languageName(other, language),
    /** The municipality's calendar day, `2026-12-05`. */
    today,
    /** Whether something that is due on a day is late: what is due on a day off, only after the next working day. */
    isLate: (dueOn: string) => lateAfter(dueOn, calendar) < today(),
    /** The last day on which something is in time that is due on a day off; nothing for a working day. */
    dayOffUntil: (dueOn: string) => (calendar.isWorkingDay(dueOn) ? undefined : lateAfter(dueOn, calendar)),
    isWorkingDay: calendar.isWorkingDay,
    /** The days off of a year beside weekends. */
    daysOff: calendar.daysOff,
    /** The municipality's calendar day at an instant. */
    dayOf: (instant: string) => local.format(new Date(instant)),
    /** `5 dic`, with the year where it is another one. */
    date: (date: string) => (isThisYear(date) ? day : dayOfYear).format(noon(date)),
    /** `5 dic 2026`, for what is kept or printed. */
    dateWithYear: (date: string) => dayOfYear.format(noon(date)),
    /** `sábado, 5 de diciembre`, with the year where it is another one. */
    longDate: (date: string) => (isThisYear(date) ? whole : wholeOfYear).format(noon(date)),
    /** `hoy`, `hace 3 días`, `en 2 semanas` */
    relative: (date: string) => {
      const days = daysBetween(today(), date);
      if (Math.abs(days) < 14) return relative.format(days, 'day');
      if (Math.abs(days) < 60) return relative.format(Math.round(days / 7), 'week');
      return relative.format(Math.round(days / 30), 'month');
    },
    /** `14:05`, at the municipality. */
    time: (instant: string) => clock.format(new Date(instant)),
    moment: (instant: string) => moment.format(new Date(instant)),
    number: (value: number) => figures.format(value),
    /** `$12,500.00`; without cents where there are none. */
    money: (amount: number, currency: string) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: currency === 'MXN' ? 'narrowSymbol' : 'code',
        minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
      }).format(amount),
    list: (items: string[]) => new Intl.ListFormat(locale).format(items),
  };
}
export type Formats = ReturnType<typeof formatsOf>;
