import type { LocalDate } from '../domain/calendar.ts';
import { type Matter, matterParts, type StaffDigest, type StaffMail } from '../domain/mail.ts';
import type { Municipality } from '../domain/municipality.ts';
import { lateAfter } from '../domain/reminders.ts';
import { calendarOf } from '../domain/work-calendar.ts';
import { type AppPath, accountPath, appLink, matterPath, todayPath } from './app-links.ts';
import type { Block } from './content.ts';
import type { Digest } from './digest-content.ts';
import { distance } from './digest-content.ts';
import { type Rendered, render } from './layout.ts';
import { messageOf, pathOf, type StaffReader } from './staff-mail.ts';
import { type Translator, translatorFor } from './translator.ts';

/** A part of a digest as it is said: what stands in it, each with its place in the app, and how many more there are. */
interface Said {
  part: keyof Translator['messages']['staffDigest']['titles'];
  lines: { text: string; path: AppPath }[];
  more: number;
  /** How many things it is about, those of lines that stand for several among them. */
  count: number;
}

const longestName = 80;

/** Whom a digest is for, and the calendar by which something is late. */
type StaffDigestReader = StaffReader & { municipality: Pick<Municipality, 'calendar'> };

/**
 * The one mail of a day to a member of staff: what has climbed to them, what waits for them and what happened. Each line
 * of several leads to its own place, and the button of a part to the one place of all of it, or else to the work of the day.
 */
export function renderStaffDigest(
  { on, matters, news }: StaffDigest,
  { language, municipality, publicUrl }: StaffDigestReader,
): Rendered {
  const reader = translatorFor(language, longestName);
  const { messages } = reader;
  const words = messages.staffDigest;
  const calendar = calendarOf(municipality);
  const isLate = (dueOn: LocalDate) => lateAfter(dueOn, calendar) < on;
  const lineOf = (one: Matter): Said['lines'][number] => ({
    text: matterLine(one, { on, isLate }, reader),
    path: matterPath(one),
  });
  const newsLine = (mail: StaffMail): Said['lines'][number] => ({
    text: words.news(reader.name(mail.locality.name), messageOf(mail.message, mail, reader).heading),
    path: pathOf(mail.message, mail),
  });
  const parts: Said[] = matterParts.flatMap((part) => {
    const found = matters[part];
    if (!found) return [];
    const listed = found.items.reduce((sum, { count }) => sum + count, 0);
    return [{ part, lines: found.items.map(lineOf), more: found.more, count: listed + found.more }];
  });
  if (news) {
    const { items, more } = news;
    parts.push({ part: 'news', lines: items.map(newsLine), more, count: items.length + more });
  }
  const counts = parts.map(({ part, count }) => words.counts[part](count));
  const blocks = parts.flatMap(({ part, lines, more }): Block[] => [
    { kind: 'title', text: words.titles[part] },
    ...(part === 'climbed' ? [{ kind: 'paragraph', text: words.climbed } as const] : []),
    // The button of a part leads to its only thing.
    lines.length === 1 && more === 0
      ? { kind: 'list', items: lines.map(({ text }) => text) }
      : { kind: 'places', items: lines.map(({ text, path }) => ({ text, url: appLink(publicUrl, path) })) },
    ...(more > 0 ? [{ kind: 'paragraph', text: words.more(more) } as const] : []),
    { kind: 'link', label: words.buttons[part], url: appLink(publicUrl, placeOf(lines, more)) },
  ]);
  return render({
    language,
    subject: counts.join(' · '),
    sender: messages.sender(municipality.name),
    preview: parts.flatMap(({ lines }) => lines.slice(0, 1).map(({ text }) => text)).join(' · '),
    heading: words.heading(reader.date(on)),
    blocks,
    footer: words.why,
    publicUrl,
    footerLink: { label: words.choose, url: appLink(publicUrl, accountPath) },
  });
}

/** The one place of all of a part, or else where all of the day's work is. */
function placeOf(lines: Said['lines'], more: number): AppPath {
  const [first, ...others] = new Set(lines.map(({ path }) => path));
  return first && others.length === 0 && more === 0 ? first : todayPath;
}

function matterLine(one: Matter, when: Pick<Digest, 'on' | 'isLate'>, reader: Translator): string {
  const { messages, name, date } = reader;
  const words = messages.staffDigest;
  const { kind, locality, stage = '', track, since, count, action = '', coordinators } = one;
  const line = words.matters[kind]({
    locality: name(locality.name),
    stage: name(stage),
    track: track && name(track),
    date: date(since),
    count,
    action: name(action),
    distance: distance({ dueOn: since }, when, messages),
  });
  if (!coordinators) return line;
  return words.from(line, coordinators.length > 0 ? coordinators.join(', ') : words.nobody);
}
