import { Conflict, Problem, type ProblemCode, problems } from '../../domain/errors.ts';
import type { Words } from '../../words/es/pages.ts';
import { html } from '../runtime/html.ts';
import { hrefOf, type Page, type Reader } from './page.ts';

/** The problems that have words of their own; each other one is told as one of these. */
type PageProblem = keyof Words['problems'];
const as: Partial<Record<ProblemCode, PageProblem>> = {
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'not-open': 'not-open',
  'not-active': 'not-open',
  'session-state': 'session-state',
  erased: 'forbidden',
  'invalid-request': 'invalid-request',
  'body-too-large': 'body-too-large',
  'changed-meanwhile': 'unavailable',
  unavailable: 'unavailable',
  'too-many-mails': 'unavailable',
  'version-missing': 'version-missing',
};

/** Those that only whoever holds a link can meet: the page it leads to is one press away. */
const withinLink: PageProblem[] = [
  'not-found',
  'not-open',
  'session-state',
  'invalid-request',
  'body-too-large',
];

/** What a problem is told as; `internal` for what was not foreseen. */
export function pageProblemOf(error: unknown): PageProblem {
  if (error instanceof Problem) return as[error.code] ?? 'internal';
  return error instanceof Conflict ? 'unavailable' : 'internal';
}

/** The page that tells of a problem, and nothing of whom or what it was about. */
export function problemPage(told: PageProblem, { messages, chosen }: Reader): Page {
  const [title, text] = messages.problems[told];
  const back = withinLink.includes(told)
    ? html`
<p><a href="${hrefOf({}, chosen)}">${messages.back}</a></p>`
    : '';
  return { status: problems[told], title, content: html`<p>${text}</p>${back}` };
}

/** The form field that asks for a fresh link. */
export const freshLink = { name: 'fresh-link', value: 'send' };

/** 410: a link that was good once. Its one button mails a new one to the address that is known. */
export const expiredPage = ({ messages: { expired } }: Reader): Page => ({
  status: 410,
  title: expired.title,
  content: html`<p>${expired.text}</p>
<form method="post"><div class="answers"><button class="main" type="submit" name="${freshLink.name}" value="${freshLink.value}">${expired.button}</button></div></form>`,
});

/** The same whether there is an address or not, and whether it was asked for before. */
export const freshLinkSentPage = ({ messages: { expired } }: Reader): Page => ({
  status: 200,
  title: expired.sentTitle,
  content: html`<p role="status">${expired.sent}</p>`,
});
