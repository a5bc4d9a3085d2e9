const breaks = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that turn the reading direction: with them a name could show the words around it in another order. */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A value on one line: what people typed must not add lines, headers or hidden marks to a mail. */
export const oneLine = (value: string) =>
  value.toWellFormed().replace(directions, '').replace(breaks, ' ').trim();

/** The lines of a text people typed, without blank ones at either end. */
export const linesOf = (value: string) =>
  value
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine);

/** A value cut to `longest` UTF-16 units, `ending` included; never within a surrogate pair. */
export function clip(value: string, longest: number, ending = '…'): string {
  if (value.length <= longest) return value;
  const kept = value.slice(0, longest - ending.length).replace(/[\uD800-\uDBFF]$/, '');
  return kept.trimEnd() + ending;
}

/** What writes the days in a language, made once: it takes longer than to write hundreds. */
const longFormats = new Map<string, Intl.DateTimeFormat>();

/** `2026-12-05` as people write it: "5 de diciembre de 2026". A local date has no zone, so none may shift it. */
export function longDate(date: string, locale: string): string {
  const format =
    longFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  longFormats.set(locale, format);
  return format.format(new Date(`${date}T00:00:00Z`));
}
