import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { Municipality } from '../../domain/municipality.ts';
import type { Rendered } from '../../emails/index.ts';

/** What came of handing a mail to SES. `unknown`: it may have been sent, so it must not be repeated at once. */
export type Handed =
  | { outcome: 'sent'; messageId: string }
  | { outcome: 'refused'; error: string }
  | { outcome: 'put-off' | 'unknown'; error: string };

/** SES will never send this one. */
const refusals = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
/** SES has certainly not sent it, and may later. */
const later = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'MailFromDomainNotVerifiedException',
]);

/** A client that never repeats a request by itself: after a time-out the mail may be on its way. */
export const mailClient = ({ mailRegion }: Municipality) =>
  new SESClient({ region: mailRegion, maxAttempts: 1 });

/** A display name in a header: encoded as RFC 2047 asks for, since names have accents. */
const encoded = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Sends mail for the municipality through SES; each is tagged with the outbox entry that asked for it. */
export function mailerOn(client: SESClient, { name, mailFrom }: Municipality) {
  const text = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return async (to: string, mail: Rendered, outbox: string): Promise<Handed> => {
    try {
      const { MessageId = '' } = await client.send(
        new SendEmailCommand({
          Source: `${encoded(`Etapas · ${name}`)} <${mailFrom}>`,
          Destination: { ToAddresses: [to] },
          Message: { Subject: text(mail.subject), Body: { Html: text(mail.html), Text: text(mail.text) } },
          Tags: [{ Name: 'outbox', Value: outbox.replace(/[^\w.@-]/g, '_') }],
        }),
      );
      return { outcome: 'sent', messageId: MessageId };
    } catch (error) {
      const code = error instanceof Error ? error.name : 'unknown';
      if (refusals.has(code)) return { outcome: 'refused', error: code };
      return { outcome: later.has(code) ? 'put-off' : 'unknown', error: code };
    }
  };
}
export type Mailer = ReturnType<typeof mailerOn>;
