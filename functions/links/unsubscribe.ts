import { subscribeAgain, suppressStakeholder } from '../../domain/commands/stakeholders.ts';
import { Problem } from '../../domain/errors.ts';
import { commitStakeholder } from '../../store/commit.ts';
import type { Words } from '../../words/es/pages.ts';
import { html } from '../runtime/html.ts';
import { untilCommitted } from '../runtime/retry.ts';
import type { PageDependencies } from './dependencies.ts';
import type { LinkHolder } from './link-holder.ts';
import type { Page } from './page.ts';

/** The field and value that RFC 8058 prescribes. */
const oneClick = ['List-Unsubscribe', 'One-Click'] as const;
const again = ['subscribe', 'again'] as const;

const button = ([name, value]: readonly [string, string], label: string, kind: '' | 'main') =>
  html`<form method="post"><div class="answers"><button type="submit" name="${name}" value="${value}"${kind ? html` class="${kind}"` : ''}>${label}</button></div></form>`;

const pages = {
  ask: ({ unsubscribe: words }: Words): Page => ({
    status: 200,
    title: words.title,
    content: html`<p>${words.text}</p>
${button(oneClick, words.button, 'main')}`,
  }),
  done: ({ unsubscribe: words }: Words): Page => ({
    status: 200,
    title: words.doneTitle,
    content: html`<p role="status">${words.done}</p>
${button(again, words.again, '')}`,
  }),
  again: ({ unsubscribe: words }: Words, possible: boolean): Page => ({
    status: 200,
    title: possible ? words.againTitle : words.doneTitle,
    content: html`<p role="status">${possible ? words.againDone : words.notAgain}</p>`,
  }),
};

/** GET /u/{token}: asks whether to stop, or offers to begin again. Nothing changes before a button is pressed. */
export const unsubscribePage = ({ stakeholder, reader: { messages } }: LinkHolder): Page =>
  stakeholder.suppressed?.reason === 'unsubscribed' ? pages.done(messages) : pages.ask(messages);

/**
 * POST /u/{token}: the one click of RFC 8058, which mail programs make too, and the way back. Twice is once.
 * @throws Problem `invalid-request` when the form says neither
 */
export async function recordUnsubscribe(
  { stakeholder: { id }, reader: { messages } }: LinkHolder,
  form: Record<string, string>,
  { table, stakeholders, clock, moment }: PageDependencies,
): Promise<Page> {
  const says = ([name, value]: readonly [string, string]) => form[name] === value;
  if (!says(oneClick) && !says(again)) throw new Problem('invalid-request');
  const actor = `stakeholder:${id}`;
  const now = await untilCommitted(async () => {
    const before = await stakeholders.get(id);
    const change = says(again)
      ? subscribeAgain(before, actor)
      : suppressStakeholder(before, 'unsubscribed', actor, moment());
    if (change) await commitStakeholder(table, change, clock());
    return change?.stakeholder ?? before;
  });
  return says(again) ? pages.again(messages, now.suppressed === undefined) : pages.done(messages);
}
