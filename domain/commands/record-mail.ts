import type { MailRecord } from '../audit-events.ts';
import { bumpRevision, type Change, workflowActor } from '../change.ts';
import type { Locality } from '../locality.ts';
import { mailActions } from '../mail-actions.ts';

function actionOf({ error, kept }: MailRecord) {
  if (error) return mailActions.failed;
  return kept ? mailActions.kept : mailActions.sent;
}

/** The fact that a mail was sent, refused for good, or kept, joins the history; its text is not kept. */
export function recordMail(locality: Locality, record: MailRecord): Change {
  return {
    locality: bumpRevision(locality, {}),
    visits: [],
    event: { actor: workflowActor, action: actionOf(record), detail: { ...record } },
    outbox: [],
  };
}
