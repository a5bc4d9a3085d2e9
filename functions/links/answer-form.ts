import type { LocalDate } from '../../domain/calendar.ts';
import type { CommitmentAnswer } from '../../domain/commands/commitments.ts';
import { type Commitment, commitmentId } from '../../domain/commitment.ts';
import type { Words } from '../../words/es/pages.ts';
import { type Html, html } from '../runtime/html.ts';

/** Longer notes are refused. */
export const longestNote = 1_000;

export const answers: CommitmentAnswer[] = ['fulfilled', 'in-progress', 'cannot'];

/**
 * The form by which a commitment is answered: one button for each answer. `heading` is the id of what names it. Whoever
 * fulfilled it on another day than today may say which.
 */
export function answerForm(
  commitment: Commitment,
  choices: CommitmentAnswer[],
  heading: string,
  today: LocalDate,
  { commitments: words, answers: labels }: Words,
): Html {
  const [note, day] = [`${heading}-note`, `${heading}-day`];
  const buttons = choices.map(
    (answer, at) =>
      html`<button type="submit" name="answer" value="${answer}" aria-describedby="${heading}"${at === 0 && choices.length === answers.length ? html` class="main"` : ''}>${labels[answer]}</button>
`,
  );
  return html`<form method="post" aria-labelledby="${heading}">
<input type="hidden" name="commitment" value="${commitmentId(commitment)}">
<details>
<summary>${words.addNote}</summary>
<label for="${note}">${words.note}</label>
<textarea id="${note}" name="note" rows="3" maxlength="${longestNote}" aria-describedby="${note}-hint"></textarea>
<p id="${note}-hint" class="soft">${words.noteHint}</p>
${
  choices.includes('fulfilled')
    ? html`<label for="${day}">${words.fulfilledOn}</label>
<input id="${day}" type="date" name="fulfilledOn" max="${today}">
`
    : ''
}</details>
<div class="answers">
${buttons}</div>
</form>`;
}
