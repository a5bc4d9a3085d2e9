import { daysBetween, type LocalDate } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
import type { Municipality } from '../domain/municipality.ts';
import type { LinePeriod } from '../domain/work/line-periods.ts';
import { calendarOf } from './calendar.ts';
import type { Block } from './content.ts';
import { type Rendered, render } from './layout.ts';
import type { Promised } from './promised.ts';
import { type Translator, translatorFor } from './translator.ts';

/** What a digest is made from: everything it says, and nothing of anybody else. */
export interface Digest {
  /** The day it is for. */
  on: LocalDate;
  now: Date;
  name: string;
  language: Language;
  promised: Promised[];
  /** The plan lines whose numbers of a period are missing. */
  reports?: readonly { name: string; period: LinePeriod; locality?: { name: string } }[];
  /** Whether what is due on a day is overdue on that of the mail. */
  isLate(dueOn: LocalDate): boolean;
  municipality: Pick<Municipality, 'id' | 'name'>;
  links: { commitments: string; unsubscribe: string };
  /** Where the outside reaches the municipality's pages. */
  publicUrl: string;
}

/** The rest stand on the page: a mail beyond some 100 kB is cut off by mail programs. */
const mostListed = 25;
const longestAction = 120;

/** How far a due date is from the day of the mail. */
export function distance(
  { dueOn }: Pick<Promised, 'dueOn'>,
  { on, isLate }: Pick<Digest, 'on' | 'isLate'>,
  { digest }: Translator['messages'],
): string {
  const days = daysBetween(on, dueOn);
  // What was due on a day off may still be kept today.
  if (days <= 0 && !isLate(dueOn)) return digest.today;
  return days > 0 ? digest.inDays(days) : digest.daysAgo(-days);
}

/** Promises by locality, in the order in which each has its first; within it, what is overdue and what is not. */
function groups(promised: Promised[], isLate: Digest['isLate'], { messages, name }: Translator) {
  const localities = Map.groupBy(promised, ({ locality }) => locality.id);
  return [...localities.values()].flatMap((all) => {
    const place = name(all[0]?.locality.name ?? '');
    const overdue = all.filter(({ dueOn }) => isLate(dueOn));
    const due = all.filter(({ dueOn }) => !isLate(dueOn));
    return [
      { title: messages.digest.overdueIn(place), items: overdue },
      { title: messages.digest.dueIn(place), items: due },
    ].filter(({ items }) => items.length > 0);
  });
}

/**
 * The one mail of a day to somebody who promised something: what is overdue and what falls due, soonest first, with a
 * button to answer, and the due dates for their calendar.
 */
export function renderDigest(digestOf: Digest): Rendered & { calendar?: string } {
  const { now, name, language, promised, reports = [], isLate, municipality, links, publicUrl } = digestOf;
  const reader = translatorFor(language, longestAction);
  const { messages } = reader;
  const { digest } = messages;
  const soonest = promised.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
  const listed = soonest.slice(0, mostListed);
  const overdue = promised.filter(({ dueOn }) => isLate(dueOn)).length;
  const lineOf = (one: Promised) =>
    `${reader.name(one.action)} — ${reader.date(one.dueOn)} (${distance(one, digestOf, messages)})`;
  const blocks = groups(listed, isLate, reader).flatMap(({ title, items }): Block[] => [
    { kind: 'title', text: title },
    { kind: 'list', items: items.map(lineOf) },
  ]);
  const reportLines = reports.slice(0, mostListed).map(({ name: line, period: { from, to }, locality }) => {
    const days = digest.reportPeriod(reader.date(from), reader.date(to));
    return `${reader.name(line)}${locality ? ` (${reader.name(locality.name)})` : ''} — ${days}`;
  });
  const asksOnly = promised.length === 0;
  const rest = promised.length - listed.length + reports.length - reportLines.length;
  const rendered = render({
    language,
    subject: asksOnly
      ? digest.reportsSubject(reports.length)
      : digest.subject(overdue, promised.length - overdue),
    sender: messages.sender(municipality.name),
    preview: [...listed.slice(0, 1).map(lineOf), ...reportLines].slice(0, 1).join(''),
    heading: asksOnly ? digest.reportsHeading : digest.heading(promised.length),
    blocks: [
      { kind: 'paragraph', text: digest.greeting(reader.name(name)) },
      ...(asksOnly ? [] : [{ kind: 'paragraph', text: digest.opening } as const, ...blocks]),
      ...(reportLines.length > 0
        ? [
            ...(asksOnly ? [] : [{ kind: 'title', text: digest.reportsHeading } as const]),
            { kind: 'paragraph', text: digest.reportsOpening } as const,
            { kind: 'list', items: reportLines } as const,
          ]
        : []),
      ...(rest > 0 ? [{ kind: 'paragraph', text: digest.more(rest) } as const] : []),
      ...(asksOnly ? [] : [{ kind: 'paragraph', text: digest.answer } as const]),
      { kind: 'link', label: asksOnly ? digest.reportsButton : digest.button, url: links.commitments },
      { kind: 'paragraph', text: asksOnly ? digest.personalLink : digest.personal },
    ],
    footer: digest.why(municipality.name),
    footerLink: { label: digest.unsubscribe, url: links.unsubscribe },
    publicUrl,
  });
  return asksOnly ? rendered : { ...rendered, calendar: calendarOf(listed, reader, municipality, now) };
}
