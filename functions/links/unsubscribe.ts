import { subscribeAgain, suppressStakeholder } from '../../domain/commands/stakeholders.ts';
import { Problem } from '../../domain/errors.ts';
import type { Words } from '../../words/es/pages.ts';
import { changeHolders } from '../runtime/change-holders.ts';
import { html } from '../runtime/html.ts';
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
export async function unsubscribePage(
  { stakeholder, reader: { messages } }: LinkHolder,
  { addresses }: PageDependencies,
): Promise<Page> {
  const { suppressed } = await addresses.current(stakeholder);
  return suppressed?.reason === 'unsubscribed' ? pages.done(messages) : pages.ask(messages);
}

/**
 * POST /u/{token}: the one click of RFC 8058, which mail programs make too, and the way back. It is about the address, so
 * that whoever else has it is not written to either. Twice is once.
 * @throws Problem `invalid-request` when the form says neither
 */
export async function recordUnsubscribe(
  { stakeholder: { id }, reader: { messages } }: LinkHolder,
  form: Record<string, string>,
  dependencies: PageDependencies,
): Promise<Page> {
  const { stakeholders, addresses, moment } = dependencies;
  const says = ([name, value]: readonly [string, string]) => form[name] === value;
  if (!says(oneClick) && !says(again)) throw new Problem('invalid-request');
  const actor = `stakeholder:${id}`;
  const { holders } = await addresses.recordOf(await stakeholders.get(id));
  await changeHolders(
    [id, ...holders],
    (before, record) => {
      const change = says(again)
        ? subscribeAgain(before, actor, record)
        : suppressStakeholder(before, 'unsubscribed', actor, moment(), record);
      return change && { change };
    },
    dependencies,
  );
  if (!says(again)) return pages.done(messages);
  const { suppressed } = await addresses.current(await stakeholders.get(id));
  return pages.again(messages, suppressed === undefined);
}
