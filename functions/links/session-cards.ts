import { type LocalDate, localDate } from '../../domain/calendar.ts';
import type { Locality } from '../../domain/locality.ts';
import { Attending, awaitsAnswers, type Session, sessionId } from '../../domain/work/session.ts';
import { longDate } from '../../emails/values.ts';
import { convenedTo } from '../../store/convened.ts';
import { languages, nameWords } from '../../words/languages.ts';
import { sessionKindName } from '../../words/session-kinds.ts';
import { type Html, html } from '../runtime/html.ts';
import type { PageDependencies } from './dependencies.ts';
import type { LinkHolder } from './link-holder.ts';
import { hrefOf, type Page, type Reader } from './page.ts';

/** A session with the place it is of; the municipality's own is of none. */
export interface PlacedSession {
  session: Session;
  locality?: Locality;
}

/** So many of somebody's sessions stand on their page: those that come first. */
const mostShown = 10;
/** So many points of an agenda. */
const mostPoints = 10;

/** The sessions that somebody is to come to, the soonest first. */
export async function comingSessions(
  stakeholder: string,
  { table, localities, moment }: PageDependencies,
): Promise<PlacedSession[]> {
  const sessions = (await convenedTo(table, stakeholder, moment().today)).slice(0, mostShown);
  const places = await localities.many([...new Set(sessions.map(({ board }) => board))]);
  return sessions.map((session) => ({ session, locality: places.get(session.board) }));
}

/** What a session is, when and where. */
function particularsOf(
  { session, locality }: PlacedSession,
  heading: string,
  { language, messages }: Reader,
) {
  const { sessions: words } = messages;
  const day = longDate(session.on, languages[language].letterLocale);
  const when = session.at ? words.dayAndHour(day, session.at) : day;
  const where = [session.place, locality?.name].flatMap((one) => one ?? []);
  const places = where.map((one, at) => html`${at > 0 ? ' · ' : ''}<bdi>${one}</bdi>`);
  const points = session.agenda.slice(0, mostPoints);
  return html`<h2 id="${heading}">${sessionKindName(session.kind, nameWords[language])}: ${when}</h2>
${
  where.length > 0
    ? html`<p class="soft">${places}</p>
`
    : ''
}${
  points.length > 0
    ? html`<details>
<summary>${words.agenda}</summary>
<ul>${points.map((point) => html`<li><bdi>${point}</bdi></li>`)}</ul>
</details>
`
    : ''
}`;
}

/** The form by which somebody says whether they come: one button for each answer. */
function attendingForm(
  { session }: PlacedSession,
  choices: Attending[],
  heading: string,
  { messages }: Reader,
) {
  const { labels } = messages.sessions;
  const buttons = choices.map(
    (answer, at) =>
      html`<button type="submit" name="answer" value="${answer}" aria-describedby="${heading}"${at === 0 && choices.length > 1 ? html` class="main"` : ''}>${labels[answer]}</button>
`,
  );
  return html`<form method="post" aria-labelledby="${heading}">
<input type="hidden" name="session" value="${sessionId(session)}">
<div class="answers">
${buttons}</div>
</form>`;
}

const saidBy = ({ session }: PlacedSession, stakeholder: string) =>
  session.answers.find((one) => one.stakeholder === stakeholder);

/** One session on the page of a person, with what they said last. */
export function sessionCard(
  placed: PlacedSession,
  at: number,
  { stakeholder, reader }: LinkHolder,
  timeZone: string,
): Html {
  const heading = `s${at}`;
  const { language, messages } = reader;
  const said = saidBy(placed, stakeholder.id);
  const saidOn = said && longDate(localDate(new Date(said.at), timeZone), languages[language].letterLocale);
  const last = said
    ? html`<p>${messages.commitments.lastAnswer(messages.sessions.labels[said.answer], saidOn ?? '')}</p>
`
    : '';
  return html`<article class="card" aria-labelledby="${heading}">
${particularsOf(placed, heading, reader)}${last}${attendingForm(placed, Attending.options, heading, reader)}
</article>
`;
}

/** What somebody answered about a session, and the way to another answer; `undefined` when they answered nothing yet. */
export function sessionReceipt(
  { stakeholder, reader }: LinkHolder,
  placed: PlacedSession,
  today: LocalDate,
): Page | undefined {
  const { messages, chosen } = reader;
  const { receipt, sessions: words } = messages;
  const said = saidBy(placed, stakeholder.id);
  if (!said) return undefined;
  const others = Attending.options.filter((answer) => answer !== said.answer);
  const undo = html`<p>${receipt.undo}</p>
${attendingForm(placed, others, 's1', reader)}
`;
  const content = html`<p role="status"><strong>${receipt.answered(words.labels[said.answer])}</strong></p>
<p>${words.next[said.answer]}</p>
<article class="card" aria-labelledby="s1">
${particularsOf(placed, 's1', reader)}${awaitsAnswers(placed.session, today) ? undo : ''}</article>
<p><a href="${hrefOf({}, chosen)}">${receipt.all}</a></p>`;
  return {
    status: 200,
    title: receipt.title,
    content,
    query: { session: sessionId(placed.session) },
  };
}
