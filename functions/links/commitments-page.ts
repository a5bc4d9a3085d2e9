import { type LocalDate, localDate } from '../../domain/calendar.ts';
import { type Commitment, isOpen } from '../../domain/commitment.ts';
import { isOver, type Locality } from '../../domain/locality.ts';
import { lateAfter } from '../../domain/reminders.ts';
import { calendarOf, type WorkCalendar } from '../../domain/work-calendar.ts';
import { longDate } from '../../emails/values.ts';
import { languages } from '../../words/languages.ts';
import { Html, html } from '../runtime/html.ts';
import { answerForm, answers } from './answer-form.ts';
import type { PageDependencies } from './dependencies.ts';
import type { LinkHolder } from './link-holder.ts';
import { hrefOf, type Page, type Reader } from './page.ts';
import { askedReports } from './report.ts';
import { reportForm } from './report-form.ts';
import { comingSessions, sessionCard } from './session-cards.ts';

/** A page stays under 30 kB: what is listed may take this much of it, in bytes. */
const roomForList = 22_000;

/** A commitment with the name of the place it was made for. */
export interface Placed {
  commitment: Commitment;
  locality: Locality;
}

/** The open commitments that a stakeholder is responsible for where work goes on, soonest first. */
export async function openCommitments(
  stakeholder: string,
  { commitments, localities }: PageDependencies,
): Promise<Placed[]> {
  const open = (await commitments.commitmentsOf(stakeholder)).filter(isOpen);
  const ids = [...new Set(open.map(({ locality }) => locality))];
  const places = new Map(await Promise.all(ids.map(async (id) => [id, await localities.find(id)] as const)));
  return open.flatMap((commitment) => {
    const locality = places.get(commitment.locality);
    return !locality || isOver(locality) ? [] : [{ commitment, locality }];
  });
}

/** The municipality's day, and what it counts as late by. */
interface Days {
  today: LocalDate;
  calendar: WorkCalendar;
}

/** The day it is for whoever reads a page. */
export const daysOf = ({
  moment,
  municipality,
}: Pick<PageDependencies, 'moment' | 'municipality'>): Days => ({
  today: moment().today,
  calendar: calendarOf(municipality),
});

/** When a commitment is due; marked where that is past and it is still to be kept. */
function dueLine(
  commitment: Commitment,
  { today, calendar }: Days,
  { language, messages: { commitments } }: Reader,
): Html {
  const { dueOn } = commitment;
  if (!dueOn) return html`${commitments.undated}`;
  if (dueOn === today) return html`<strong>${commitments.dueToday}</strong>`;
  const date = longDate(dueOn, languages[language].letterLocale);
  if (lateAfter(dueOn, calendar) >= today) return html`${commitments.dueOn(date)}`;
  const past = commitments.wasDueOn(date);
  return isOpen(commitment) ? html`<span class="late">${past}</span>` : html`${past}`;
}

/** What a commitment is about: where it was made, and by when it is to be kept. */
export const particulars = ({ commitment, locality }: Placed, days: Days, reader: Reader): Html =>
  html`<p class="soft"><bdi>${locality.name}</bdi> · ${dueLine(commitment, days, reader)}</p>`;

function card(placed: Placed, at: number, days: Days, reader: Reader, timeZone: string): Html {
  const { commitment } = placed;
  const { language, messages } = reader;
  const heading = `c${at}`;
  const said = commitment.answer;
  const saidOn = said && longDate(localDate(new Date(said.at), timeZone), languages[language].letterLocale);
  const last = said
    ? html`<p>${messages.commitments.lastAnswer(messages.answers[said.answer], saidOn ?? '')}</p>
`
    : '';
  return html`<article class="card" aria-labelledby="${heading}">
<h2 id="${heading}"><bdi>${commitment.action}</bdi></h2>
${particulars(placed, days, reader)}
${last}${answerForm(commitment, answers, heading, days.today, messages)}
</article>
`;
}

/** As many of what is listed, from number `from` on, as there is room for, in bytes; at least one. */
function fitting<Of>(all: Of[], from: number, room: number, cardOf: (one: Of, at: number) => Html) {
  const cards: Html[] = [];
  let taken = 0;
  for (const [at, one] of all.slice(from).entries()) {
    const next = cardOf(one, from + at + 1);
    taken += Buffer.byteLength(next.text);
    if (cards.length > 0 && taken > room) break;
    cards.push(next);
  }
  return { cards, next: from + cards.length };
}

/** What the page is about: sessions where there are any, and commitments where there are none either. */
function introOf(promises: number, sessions: number, { commitments, sessions: words }: Reader['messages']) {
  if (sessions > 0) return words.intro;
  return promises > 0 ? commitments.intro : commitments.none;
}

const bytesOf = (cards: readonly Html[]) =>
  cards.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0);

/**
 * GET /c/{token}: the sessions that the visitor is to come to, the numbers that are asked of them, and what they have promised
 * and not yet kept.
 */
export async function commitmentsPage(
  visitor: LinkHolder,
  query: Record<string, string | undefined>,
  dependencies: PageDependencies,
): Promise<Page> {
  const { reader, contact, stakeholder } = visitor;
  const { messages, chosen } = reader;
  const days = daysOf(dependencies);
  const { timeZone } = dependencies.municipality;
  const [open, reports] = await Promise.all([
    openCommitments(stakeholder.id, dependencies),
    askedReports(stakeholder.id, dependencies),
  ]);
  const asked = Number(/^\d{1,6}$/.exec(query.from ?? '')?.[0] ?? 0);
  const from = asked < open.length ? asked : 0;
  // They come first, and are few.
  const coming = from > 0 ? [] : await comingSessions(stakeholder.id, dependencies);
  const sessions = coming.map((one, index) => sessionCard(one, index + 1, visitor, timeZone));
  // What a page has no room for is asked for once the first are answered.
  const { cards: forms } = fitting(from > 0 ? [] : reports, 0, roomForList / 2, (one, at) =>
    reportForm(one, `r${at}`, reader),
  );
  const room = roomForList - bytesOf(sessions) - bytesOf(forms);
  const { cards, next } = fitting(open, from, room, (placed, at) => card(placed, at, days, reader, timeZone));
  const numbers = html`<h2>${messages.reports.heading}</h2>
<p>${messages.reports.intro}</p>
${forms}`;
  const way = (start: number, label: string) =>
    html`<p><a href="${hrefOf(start > 0 ? { from: String(start) } : {}, chosen)}">${label}</a></p>
`;
  const content = html`<p>${contact ? html`<bdi>${messages.greeting(contact.name)}</bdi> ` : ''}${introOf(open.length, coming.length, messages)}</p>
${sessions}${forms.length > 0 ? numbers : ''}${coming.length > 0 && open.length > 0 ? html`<p>${messages.commitments.intro}</p>\n` : ''}${cards}${next < open.length ? way(next, messages.commitments.more) : new Html('')}${from > 0 ? way(0, messages.commitments.fromStart) : ''}`;
  return {
    status: 200,
    title: coming.length > 0 ? messages.sessions.title : messages.commitments.title,
    content,
    query: from > 0 ? { from: String(from) } : {},
  };
}
