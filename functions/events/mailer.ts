import {
  GetSendQuotaCommand,
  SESClient,
  SESServiceException,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
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

/** SES will never send this one, unless it says that the sender is at fault. */
const rejections = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
/**
 * How a refusal is worded that is about the sender: an identity that is not verified (in SES's sandbox the recipient's is
 * asked for too), an account or configuration set that may not send. Every mail would be refused so, until that is mended.
 */
const senderAtFault =
  /not verified|sandbox|identit(y|ies)|\b(account|sending)\b.*\b(paused|suspended|disabled|shut ?down|locked|blocked)|configuration set|mail from domain|production access|not authori[sz]ed/i;
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

/** What the error of a send tells: what is refused for good, certainly not sent, or of unknown outcome. */
function resultOfError(error: unknown): SendResult {
  if (!(error instanceof Error)) return { outcome: 'unknown', error: 'unknown' };
  const { name, message } = error;
  if (rejections.has(name))
    return { outcome: senderAtFault.test(message) ? 'deferred' : 'rejected', error: name };
  // SES answered that the request itself was at fault: it has sent nothing.
  const isRefused = error instanceof SESServiceException && error.$fault === 'client';
  return { outcome: later.has(name) || isRefused ? 'deferred' : 'unknown', error: name };
}

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
      return resultOfError(error);
    }
  };
}
export type Mailer = ReturnType<typeof mailerOn>;
