import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Municipality } from '../../domain/municipality.ts';
import type { EmailMessage } from '../../emails/index.ts';
import { senders } from '../../store/outbox-stream.ts';
import type { Clock } from '../runtime/clock.ts';
import { logger } from '../runtime/logger.ts';
import { compose } from './compose.ts';
import type { Lanes } from './lanes.ts';
import { rateLimiter } from './rate-limiter.ts';

/** What came of sending a mail by SES. `unknown`: it may have been sent, so it must not be repeated at once. */
export type SendResult =
  | { outcome: 'sent'; messageId: string }
  | { outcome: 'rejected' | 'deferred' | 'unknown'; error: string };

/** SES will never send this one. */
const rejections = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
/** SES has certainly not sent it, and may later. */
const later = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'ConfigurationSetDoesNotExist',
  'MailFromDomainNotVerifiedException',
  'AccessDenied',
]);

/** A client that never repeats a request by itself: after a time-out the mail may be on its way. */
export const mailClient = ({ mailRegion }: Municipality) =>
  new SESClient({ region: mailRegion, maxAttempts: 1 });

export interface MailerOptions {
  municipality: Pick<Municipality, 'name' | 'mailFrom'>;
  /** Where SES tells what became of each mail. */
  configurationSet: string;
  clock: Clock;
  lanes: Lanes;
}

/** Sends mail for the municipality through SES, no faster than the account may; each is tagged with its outbox entry. */
export function mailerOn(client: SESClient, { municipality, configurationSet, clock, lanes }: MailerOptions) {
  const permit = rateLimiter(
    async () => {
      try {
        return (await client.send(new GetSendQuotaCommand({}))).MaxSendRate ?? 1;
      } catch (error) {
        logger.warn('quota unread', { error: error instanceof Error ? error.name : String(error) });
        throw error;
      }
    },
    () => lanes.count() / senders,
  );
  return async (to: string, email: EmailMessage, tag: string): Promise<SendResult> => {
    const Data = await compose(to, email, municipality, clock());
    await permit();
    try {
      const { MessageId = '' } = await client.send(
        new SendRawEmailCommand({
          Source: municipality.mailFrom,
          Destinations: [to],
          RawMessage: { Data },
          ConfigurationSetName: configurationSet,
          Tags: [{ Name: 'outbox', Value: tag }],
        }),
      );
      return { outcome: 'sent', messageId: MessageId };
    } catch (error) {
      const code = error instanceof Error ? error.name : 'unknown';
      if (rejections.has(code)) return { outcome: 'rejected', error: code };
      return { outcome: later.has(code) ? 'deferred' : 'unknown', error: code };
    }
  };
}
export type Mailer = ReturnType<typeof mailerOn>;
