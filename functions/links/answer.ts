import * as z from 'zod';
import { EnteredDate } from '../../domain/calendar.ts';
import { answerCommitment } from '../../domain/commands/commitments.ts';
import { CommitmentId, commitmentOf } from '../../domain/commitment.ts';
import { Problem } from '../../domain/errors.ts';
import { freeText } from '../../domain/free-text.ts';
import { remindersOf } from '../../domain/reminder-settings.ts';
import { commit } from '../../store/commit.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { answers, longestNote } from './answer-form.ts';
import type { Placed } from './commitments-page.ts';
import type { PageDependencies } from './dependencies.ts';

/** Browsers end lines with CR LF, which count twice against the length that they allow. */
const Note = z
  .string()
  .default('')
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(freeText(longestNote))
  .transform((text) => text || undefined);

/** A field that is left blank says nothing. */
const Day = z
  .string()
  .default('')
  .transform((text) => text || undefined)
  .pipe(EnteredDate.optional());

const Form = z.object({
  commitment: CommitmentId,
  answer: z.enum(answers),
  note: Note,
  /** The day it was fulfilled; today, where it is blank. */
  fulfilledOn: Day,
});

/**
 * A commitment that is this stakeholder's to answer for, with its place.
 * @throws Problem `not-found`, whether there is none or it is somebody else's
 */
export async function ownCommitment(
  stakeholder: string,
  id: string,
  { commitments, localities }: PageDependencies,
): Promise<Placed> {
  const { success, data } = CommitmentId.safeParse(id);
  if (!success) throw new Problem('not-found');
  const which = commitmentOf(data);
  // The locality first: whatever changes from here on raises its revision, and the condition of the change fails.
  const locality = await localities.get(which.locality);
  const commitment = await commitments.get(which);
  if (commitment.responsible !== stakeholder) throw new Problem('not-found');
  return { commitment, locality };
}

/**
 * Records what the form of a page says, once; the same answer again changes nothing.
 * @returns the commitment as it stands then
 * @throws Problem `invalid-request`, `not-found`, `not-open`, `not-active`
 */
export async function recordAnswer(
  stakeholder: string,
  form: Record<string, string>,
  dependencies: PageDependencies,
): Promise<Placed> {
  const { success, data } = Form.safeParse(form);
  if (!success) throw new Problem('invalid-request');
  const { table, municipality, clock, moment } = dependencies;
  return untilCommitted(async () => {
    const placed = await ownCommitment(stakeholder, data.commitment, dependencies);
    const { locality, commitment } = placed;
    const { answer, note } = data;
    const fulfilledOn = answer === 'fulfilled' ? data.fulfilledOn : undefined;
    const change = answerCommitment(
      commitment,
      { answer, note, fulfilledOn },
      { locality, reminders: remindersOf(municipality), moment: moment() },
    );
    if (change) await commit(table, change, clock());
    const [answered = commitment] = change?.commitments ?? [];
    return { locality, commitment: answered };
  });
}
