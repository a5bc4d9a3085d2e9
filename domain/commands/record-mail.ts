import { bumpRevision, type Change, workflowActor } from '../change.ts';
import type { Locality } from '../locality.ts';
import type { MailKind } from '../mail.ts';

/** What became of one mail about a locality. */
export interface MailRecord {
  outbox: string;
  message: MailKind;
  to: string;
  /** How often it was sent by SES: more than once where the outcome of an earlier attempt is unknown. */
  attempts: number;
  messageId?: string;
  error?: string;
  /** Set when the municipality tries its mail out: it was not sent, and never will be. */
  kept?: true;
  /** The numbers of the commitments it was about. */
  commitments?: number[];
}

const actionOf = ({ error, kept }: MailRecord) => (error ? 'mail-failed' : kept ? 'mail-kept' : 'mail-sent');

/** The fact that a mail was sent, refused for good, or kept, joins the history; its text is not kept. */
export function recordMail(locality: Locality, record: MailRecord): Change {
  return {
    locality: bumpRevision(locality, {}),
    visits: [],
    event: { actor: workflowActor, action: actionOf(record), detail: { ...record } },
    outbox: [],
  };
}
