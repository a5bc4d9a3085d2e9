import { type Change, revised, workflowActor } from '../change.ts';
import type { Locality } from '../locality.ts';

/** What became of one mail about a locality. */
export interface MailRecord {
  outbox: string;
  message: string;
  to: string;
  /** How often it was handed to SES: more than once where the outcome of an earlier attempt is unknown. */
  attempts: number;
  messageId?: string;
  error?: string;
}

/** The fact that a mail was sent, or refused for good, joins the history; its text is not kept. */
export function recordMail(locality: Locality, record: MailRecord): Change {
  return {
    locality: revised(locality, {}),
    visits: [],
    deed: { actor: workflowActor, action: record.error ? 'mail-failed' : 'mail-sent', detail: { ...record } },
    errands: [],
  };
}
