import { mayAnswer } from '../../domain/commands/commitments.ts';
import { commitmentId } from '../../domain/commitment.ts';
import { html } from '../runtime/html.ts';
import { answerForm, answers } from './answer-form.ts';
import { daysOf, type Placed, particulars } from './commitments-page.ts';
import type { PageDependencies } from './dependencies.ts';
import type { LinkHolder } from './link-holder.ts';
import { hrefOf, type Page } from './page.ts';

/** What was answered, what comes of it, and the way to another answer; `undefined` when nothing was answered yet. */
export function receiptPage(
  { reader }: LinkHolder,
  placed: Placed,
  dependencies: Pick<PageDependencies, 'moment' | 'municipality'>,
): Page | undefined {
  const { commitment } = placed;
  const { messages, chosen } = reader;
  const days = daysOf(dependencies);
  const { receipt } = messages;
  if (!commitment.answer) return undefined;
  const { answer: given, note } = commitment.answer;
  const others = answers.filter((answer) => answer !== given);
  const undo = html`<p>${receipt.undo}</p>
${answerForm(commitment, others, 'c1', days.today, messages)}
`;
  const content = html`<p role="status"><strong>${receipt.answered(messages.answers[given])}</strong></p>
<p>${receipt.next[given]}</p>
<article class="card" aria-labelledby="c1">
<h2 id="c1"><bdi>${commitment.action}</bdi></h2>
${particulars(placed, days, reader)}
${
  note
    ? html`<p>${receipt.yourNote}:</p>
<blockquote><bdi>${note}</bdi></blockquote>
`
    : ''
}${mayAnswer(commitment) ? undo : ''}</article>
<p><a href="${hrefOf({}, chosen)}">${receipt.all}</a></p>`;
  return { status: 200, title: receipt.title, content, query: { receipt: commitmentId(commitment) } };
}
