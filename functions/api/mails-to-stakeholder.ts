import * as z from 'zod';
import { Instant } from '../../domain/calendar.ts';
import { CommitmentId } from '../../domain/commitment.ts';
import { StakeholderMailKind } from '../../domain/mail.ts';
import type { HistoryEntry } from '../../store/history.ts';
import { type KeptStakeholderMail, MailState } from '../../store/outbox-entry.ts';

/** A mail to a stakeholder, as far as anything is kept of it: never its text, nor the address it went to. */
export const MailView = z.object({
  /** When it was finalised; of one that is still to be sent, when it was queued. */
  at: Instant,
  kind: StakeholderMailKind,
  state: MailState,
  /** What it told of; of one still to be sent, what it is to tell of. */
  commitments: z.array(CommitmentId),
});
export type MailView = z.infer<typeof MailView>;

const states: Record<string, MailState> = {
  'mail-sent': 'sent',
  'mail-failed': 'failed',
  'mail-kept': 'kept',
};
const Detail = z.object({
  outbox: z.string(),
  message: StakeholderMailKind,
  commitments: z.array(z.int()).default([]),
});

/** What the history of one locality tells of mail to somebody. */
export interface ToldOfMail {
  locality: string;
  entries: HistoryEntry[];
}

/**
 * The mails to a stakeholder, oldest first. The outbox knows of each for 90 days; of those about commitments that went
 * out, or were rejected, the histories of the localities concerned tell for good, and of which commitments they told.
 */
export function mailsTo(outbox: KeptStakeholderMail[], told: ToldOfMail[]): MailView[] {
  const mails = new Map<string, MailView>();
  for (const { id, kind, at, state, commitments } of outbox) mails.set(id, { at, kind, state, commitments });
  const fromHistory = told.flatMap(({ locality, entries }) =>
    entries.map(({ at, action, detail }) => ({
      locality,
      at,
      state: states[action],
      ...Detail.parse(detail),
    })),
  );
  for (const [id, parts] of Map.groupBy(fromHistory, ({ outbox }) => outbox)) {
    const [first] = parts;
    if (!first?.state) continue;
    const commitments = parts.flatMap(({ locality, commitments }) =>
      commitments.map((number) => `${locality}.${number}`),
    );
    mails.set(id, { at: first.at, kind: first.message, state: first.state, commitments });
  }
  return [...mails.values()].sort((a, b) => a.at.localeCompare(b.at));
}
