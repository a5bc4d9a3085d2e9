import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { Language } from '../../domain/language.ts';
import { longDate } from '../../emails/values.ts';
import { messagesFor } from '../../words/dossier.ts';

/** How a dossier says things: words, days, numbers and sums of money, in one language. */
export function translatorFor(language: Language, timeZone: string) {
  const messages = messagesFor(language);
  const number = new Intl.NumberFormat(messages.locale);
  const percent = new Intl.NumberFormat(messages.locale, { style: 'percent', maximumFractionDigits: 1 });
  const short = new Intl.DateTimeFormat(messages.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const list = new Intl.ListFormat(messages.locale, { type: 'conjunction' });
  const date = (day: LocalDate) => longDate(day, messages.locale);
  return {
    messages,
    language,
    /** `5 de diciembre de 2026` */
    date,
    /** `5 dic 2026`, where there is little room. */
    shortDate: (day: LocalDate | undefined) =>
      day ? short.format(new Date(`${day}T00:00:00Z`)) : messages.none,
    /** The day on which an instant fell in the municipality. */
    day: (instant: string) => date(localDate(new Date(instant), timeZone)),
    number: (value: number) => number.format(value),
    /** Of a part, 0 to 1. */
    percent: (part: number) => percent.format(part),
    /** Without the name of the currency. */
    money: ({ amount, currency }: { amount: number; currency: string }) =>
      new Intl.NumberFormat(messages.locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
      }).format(amount),
    list: (items: readonly string[]) => list.format(items),
  };
}
export type Translator = ReturnType<typeof translatorFor>;
