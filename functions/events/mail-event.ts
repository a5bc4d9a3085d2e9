import * as z from 'zod';

/** Addresses in an event: only compared with those we know, never logged. */
const Recipients = z.array(z.object({ emailAddress: z.string() })).default([]);

/**
 * What SES tells of a mail, as a configuration set publishes it (`eventType`) and as a notification of an identity does
 * (`notificationType`). Kinds of which nothing follows, as an opened mail, are let pass.
 */
export const MailEvent = z
  .object({
    eventType: z.string().optional(),
    notificationType: z.string().optional(),
    mail: z.object({
      messageId: z.string(),
      /** Whom it was sent to; whom an event names may be somebody it was forwarded to. */
      destination: z.array(z.string()).default([]),
      tags: z.record(z.string(), z.array(z.string())).default({}),
    }),
    bounce: z
      .object({ bounceType: z.string(), bounceSubType: z.string().optional(), bouncedRecipients: Recipients })
      .optional(),
    complaint: z
      .object({ complaintFeedbackType: z.string().optional(), complainedRecipients: Recipients })
      .optional(),
  })
  .transform(({ eventType, notificationType, mail, bounce, complaint }) => ({
    kind: eventType ?? notificationType ?? 'unknown',
    messageId: mail.messageId,
    /** The entry of the outbox that asked for the mail. */
    tag: mail.tags.outbox?.[0],
    destination: mail.destination,
    bounce,
    complaint,
  }));
export type MailEvent = z.infer<typeof MailEvent>;

/** Why an address is not to be written to any more, by what SES tells; passing troubles are no reason. */
export function reasonToStop({ kind, bounce, complaint }: MailEvent) {
  if (kind === 'Bounce' && bounce?.bounceType === 'Permanent') return 'bounce';
  // Some providers report when somebody takes a mail out of the spam folder.
  if (kind === 'Complaint' && complaint?.complaintFeedbackType !== 'not-spam') return 'complaint';
  return undefined;
}

/** What an event says of whether the mail went out; `undefined` when it says nothing of that. */
export function deliveryReceiptOf({ kind, messageId, bounce }: MailEvent) {
  if (kind === 'Reject' || kind === 'Rendering Failure')
    return { state: 'failed', messageId, error: kind } as const;
  if (kind === 'Bounce' && bounce?.bounceType === 'Permanent')
    return { state: 'failed', messageId, error: kind } as const;
  if (kind === 'Bounce') return { state: 'bounced', messageId, error: kind } as const;
  if (['Send', 'Delivery', 'DeliveryDelay', 'Complaint'].includes(kind))
    return { state: 'sent', messageId } as const;
  return undefined;
}

/** Whether a mail came back for a reason that may pass: a full mailbox, or one that SES could not find out. */
export const isSoftBounce = ({ kind, bounce }: MailEvent): boolean =>
  kind === 'Bounce' && bounce !== undefined && bounce.bounceType !== 'Permanent';
