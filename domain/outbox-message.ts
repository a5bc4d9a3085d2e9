import * as z from 'zod';
import { DecisionOutcome } from './decision-outcome.ts';
import { MailMessage } from './mail.ts';
import { StakeholderId } from './stakeholder.ts';
import { SessionId } from './work/session.ts';

/** What the waiting workflow is told: a decision, or to let the next generation take over. */
export const GateAnswer = z.object({
  outcome: z.enum([...DecisionOutcome.options, 'hand-over']),
  /** Set with `return`: the stage whose next visit opens. */
  toStage: z.string().optional(),
});
export type GateAnswer = z.infer<typeof GateAnswer>;

/** Something to be done outside the table once the change is written. */
export const OutboxMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start-execution'),
    programme: z.object({ id: z.string(), version: z.int() }),
    generation: z.int(),
    stage: z.string(),
  }),
  z.object({ kind: z.literal('answer-gate'), token: z.string(), answer: GateAnswer }),
  /** The rest of an accepted import is written. */
  z.object({ kind: z.literal('import'), staged: z.string() }),
  /** Each of those named is queued a mail about a session, and finds it on the page of their link. */
  z.object({
    kind: z.literal('convoke'),
    session: SessionId,
    /** Of the board, when it was asked for: tells its mails from those of another time. */
    revision: z.int(),
    sequence: z.int().min(0),
    method: z.enum(['request', 'cancel']),
    people: z.array(StakeholderId),
  }),
  MailMessage,
]);
export type OutboxMessage = z.infer<typeof OutboxMessage>;
