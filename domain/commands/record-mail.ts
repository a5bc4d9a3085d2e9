import type { LocalityEvent, MailRecord } from '../audit-events.ts';
import { workflowActor } from '../change.ts';
import { mailActions } from '../mail-actions.ts';

function actionOf({ error, kept }: MailRecord) {
  if (error) return mailActions.failed;
  return kept ? mailActions.kept : mailActions.sent;
}

/** How the history of a locality tells that a mail was sent, refused for good, or kept; its text is not kept. */
export const mailEvent = (record: MailRecord): LocalityEvent => ({
  actor: workflowActor,
  action: actionOf(record),
  detail: { ...record },
});
