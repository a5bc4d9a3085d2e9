import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { Language } from '../../domain/language.ts';
import { longDate } from '../../emails/values.ts';
import { dossierWords, languages } from '../../words/languages.ts';

/** How a dossier says things: words, days, numbers and sums of money, in one language. */
export function translatorFor(language: Language, timeZone: string) {
  const messages = dossierWords[language];
  const { locale } = languages[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const formats = new Map<string, Intl.NumberFormat>();
  /** To make a format takes a hundred times as long as to use it. */
  function moneyOf(currency: string, maximumFractionDigits: number): Intl.NumberFormat {
    const name = `${currency} ${maximumFractionDigits}`;
    const format =
      formats.get(name) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits,
      });
    formats.set(name, format);
    return format;
  }
  const date = (day: LocalDate) => longDate(day, locale);
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
      moneyOf(currency, Number.isInteger(amount) ? 0 : 2).format(amount),
    list: (items: readonly string[]) => list.format(items),
  };
}
export type Translator = ReturnType<typeof translatorFor>;
