import * as z from 'zod';
import { Instant } from '../../domain/calendar.ts';
import { CommitmentId, commitmentId } from '../../domain/commitment.ts';
import { StakeholderMailKind } from '../../domain/mail.ts';
import { mailActions } from '../../domain/mail-actions.ts';
import type { MailEntry } from '../../store/history.ts';
import { type KeptStakeholderMail, MailState } from '../../store/outbox-entry.ts';

/** What is kept of a mail to a stakeholder; neither its text nor the address is. */
export const MailView = z.object({
  /** When it was finalised; of one that is still to be sent, when it was queued. */
  at: Instant,
  kind: StakeholderMailKind,
  state: MailState,
  /** What it told of; of one still to be sent, what it is to tell of. */
  commitments: z.array(CommitmentId),
});
export type MailView = z.infer<typeof MailView>;

/** What became of a mail, by how a history tells of it. */
const states: Record<MailEntry['action'], MailState> = {
  [mailActions.sent]: 'sent',
  [mailActions.failed]: 'failed',
  [mailActions.kept]: 'kept',
};

/** What the history of one locality tells of mail to somebody. */
export interface ToldOfMail {
  locality: string;
  entries: MailEntry[];
}

/**
 * The mails to a stakeholder, oldest first. The outbox knows of each for 90 days; of those about commitments that went
 * out, or were rejected, the histories of the localities concerned tell for good, and of which commitments they told.
 */
export function mailsTo(outbox: KeptStakeholderMail[], told: ToldOfMail[]): MailView[] {
  const mails = new Map<string, MailView>();
  for (const { id, kind, at, state, commitments } of outbox) mails.set(id, { at, kind, state, commitments });
  const fromHistory = told.flatMap(({ locality, entries }) =>
    entries.map(({ at, action, detail: { outbox: id, message, commitments = [] } }) => ({
      locality,
      id,
      at,
      kind: StakeholderMailKind.safeParse(message).data,
      state: states[action],
      commitments,
    })),
  );
  for (const [id, parts] of Map.groupBy(fromHistory, (part) => part.id)) {
    const [first] = parts;
    // A kind that this version does not know is one of a later version's.
    if (!first?.kind) continue;
    const commitments = parts.flatMap(({ locality, commitments }) =>
      commitments.map((number) => commitmentId({ locality, number })),
    );
    // That it came back is known to the outbox alone: a history tells of what was done, once.
    const state = mails.get(id)?.state === 'bounced' ? 'bounced' : first.state;
    mails.set(id, { at: first.at, kind: first.kind, state, commitments });
  }
  return [...mails.values()].sort((a, b) => a.at.localeCompare(b.at));
}
