import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { FunctionSpec } from '../assembly/specs.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { MailHead } from './store.ts';

/** What SES tells of a mail, as far as it can be asked for here. */
export const MailEventType = z.enum(['Send', 'Delivery', 'Bounce', 'Complaint']);
export type MailEventType = z.infer<typeof MailEventType>;

/** The tag under which SES names the configuration set that a mail went out by. */
export const configurationSetTag = 'ses:configuration-set';

/** The part of an event that is of its kind. */
function detailsOf(type: MailEventType, { to, id }: MailHead, timestamp: string) {
  const recipients = to.map((emailAddress) => ({ emailAddress }));
  const feedbackId = `${id.slice(0, 16)}-${randomUUID()}-000000`;
  switch (type) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return {
        delivery: {
          timestamp,
          processingTimeMillis: 500,
          recipients: to,
          smtpResponse: '250 2.0.0 OK',
          reportingMTA: 'a8-50.smtp-out.amazonses.com',
        },
      };
    case 'Bounce':
      return {
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: recipients.map((recipient) => ({
            ...recipient,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          })),
          timestamp,
          feedbackId,
          reportingMTA: 'dsn; a8-50.smtp-out.amazonses.com',
        },
      };
    case 'Complaint':
      return {
        complaint: {
          complainedRecipients: recipients,
          timestamp,
          feedbackId,
          userAgent: 'Etapas',
          complaintFeedbackType: 'abuse',
          arrivalDate: timestamp,
        },
      };
  }
}

/** An event as a configuration set of SES publishes it. Source: Amazon SES developer guide, event publishing. */
export function mailEventOf(type: MailEventType, mail: MailHead, now: number) {
  const { id, from, to, subject, sentAt, headers, tags } = mail;
  return {
    eventType: type,
    mail: {
      timestamp: sentAt,
      source: from,
      sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/local',
      sendingAccountId: '000000000000',
      messageId: id,
      destination: to,
      headersTruncated: false,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      commonHeaders: { from: [from], to, messageId: id, subject },
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
    ...detailsOf(type, mail, new Date(now).toISOString()),
  };
}

/** The same as SNS brings it to a function. */
function recordOf(message: object, now: number) {
  const Timestamp = new Date(now).toISOString();
  const TopicArn = 'arn:aws:sns:us-east-1:000000000000:mail-events';
  return {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: `${TopicArn}:local`,
    Sns: {
      Type: 'Notification',
      MessageId: randomUUID(),
      TopicArn,
      Timestamp,
      Subject: 'Amazon SES Email Event Notification',
      Message: JSON.stringify(message),
      MessageAttributes: {},
    },
  };
}
type Notification = ReturnType<typeof recordOf>;

/** Lambda tries an event this often in all. */
const attempts = 3;

/** So many events are brought in one call, where they come faster than they are dealt with. */
const mostTogether = 10;

interface MailEventsOptions {
  specs: FunctionSpec[];
  functions: Functions;
  clock: Clock;
  activity: Activity;
  /** Told of what stays undelivered. */
  failed: (error: unknown) => void;
}

/** What SES tells of mails, brought to the assembly's function that hears it; `undefined` where there is none. */
export function startMailEvents({ specs, functions, clock, activity, failed }: MailEventsOptions) {
  const spec = specs.find(({ name }) => name.endsWith('-mail-events'));
  if (!spec) return undefined;
  const { arn } = spec;

  const invoke = async (Records: Notification[]): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await functions.invoke(arn, { Records });
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
        await pause(100 * attempt);
      }
    }
  };

  /** What waits while others are brought, each with whom to tell that it was. */
  const waiting: { record: Notification; done: PromiseWithResolvers<void> }[] = [];
  let isBringing = false;

  /**
   * Brings what waits, together, as long as something does. In the cloud each event is a call of its own, side by side with
   * others; here all calls share the processor with who caused them. Where a call for several fails, each is brought alone.
   */
  async function bring(): Promise<void> {
    if (isBringing) return;
    isBringing = true;
    while (waiting.length > 0) {
      const some = waiting.splice(0, mostTogether);
      const records = some.map(({ record }) => record);
      const isDone =
        some.length > 1 &&
        (await functions.invoke(arn, { Records: records }).then(
          () => true,
          () => false,
        ));
      await Promise.all(
        some.map(({ record, done }) =>
          isDone ? done.resolve() : invoke([record]).then(done.resolve, done.reject),
        ),
      );
    }
    isBringing = false;
  }

  /** Brings one event; resolves when it is dealt with. @throws FunctionError */
  const tell = (type: MailEventType, mail: MailHead): Promise<void> => {
    const now = clock.now();
    const done = Promise.withResolvers<void>();
    waiting.push({ record: recordOf(mailEventOf(type, mail, now), now), done });
    void bring();
    return activity.during(() => done.promise);
  };

  return {
    tell,
    /** What SES tells by itself of a mail it has taken, if that went out by a configuration set. */
    accepted: (mail: MailHead) => {
      if (mail.tags[configurationSetTag]) tell('Send', mail).catch(failed);
    },
  };
}
export type MailEvents = NonNullable<ReturnType<typeof startMailEvents>>;
