import { Stack, Stage, Validations } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';
import { type AlarmChoice, applyAlarm } from './alarms.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { EtapasFunction } from './etapas-function.ts';

interface MailProps {
  municipality: Municipality;
  /** What sends mail. */
  senders: EtapasFunction[];
  /** Hears what became of each mail. */
  events: EtapasFunction;
  /** Takes the events that could not be handled. */
  undelivered: DeadLetterQueue;
  /** Counts mails that could not be sent, and mail to staff that came back, in five minutes. */
  alarm: AlarmChoice;
}

/** The configuration set that mail goes out by. */
export const configurationSetName = ({ id }: Municipality) => `etapas-${id}`;

/**
 * Mail by SES, and what SES tells of it. The domain of the sender is verified by hand, once, in the region of the mail;
 * where that is not the region of everything else, configuration set and topic stand in a small stack of their own.
 */
export class Mail extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { municipality, senders, events, undelivered, alarm }: MailProps,
  ) {
    super(scope, id);
    const home = mailHome(this, municipality);
    const topic = new Topic(home, 'Events', {
      topicName: `etapas-${municipality.id}-mail-events`,
      enforceSSL: true,
    });
    const set = new ConfigurationSet(home, 'ConfigurationSet', {
      configurationSetName: configurationSetName(municipality),
    });
    // That SES took a mail says all that must be known of it; that it was delivered would be one call more for each.
    set.addEventDestination('Told', {
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    topic.addSubscription(new LambdaSubscription(events.function));
    events.function.configureAsyncInvoke({
      retryAttempts: 2,
      onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
    });
    undelivered.grantSend(events);
    for (const sender of senders) grantSend(sender, municipality);

    const lines = [...senders, events].map(({ log }) =>
      log.addMetricFilter('MailTrouble', {
        filterPattern: FilterPattern.stringValue('$.alarm', '=', 'mail'),
        metricNamespace: 'Etapas',
        metricName: `${municipality.id}/MailTrouble`,
      }),
    );
    const [first] = lines;
    if (!first) throw new Error('nobody sends mail');
    applyAlarm(this, alarm, {
      metric: first.metric({ statistic: 'sum' }),
      description: 'Mail is not sent, or mail to staff came back.',
    });
  }
}

/** Where the parts that must stand in the region of the mail are made. */
function mailHome(scope: Construct, { id, name, account, mailRegion }: Municipality): Construct {
  const here = Stack.of(scope);
  const stage = Stage.of(scope);
  if (mailRegion === here.region || !stage) return scope;
  const stack = new Stack(stage, `etapas-${id}-mail`, {
    env: { region: mailRegion, account },
    description: `Etapas, ${name}: its mail`,
  });
  here.addDependency(stack);
  return stack;
}

/** Leave to send mail from the municipality's address by its configuration set, and by no other way. */
function grantSend(sender: EtapasFunction, municipality: Municipality) {
  const { mailFrom, mailRegion } = municipality;
  const arn = (resource: string, resourceName: string) =>
    Stack.of(sender).formatArn({ service: 'ses', region: mailRegion, resource, resourceName });
  Grant.addToPrincipal({
    grantee: sender,
    actions: ['ses:SendRawEmail'],
    resourceArns: [
      arn('identity', mailFrom.slice(mailFrom.indexOf('@') + 1)),
      arn('configuration-set', configurationSetName(municipality)),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
  });
  Grant.addToPrincipal({ grantee: sender, actions: ['ses:GetSendQuota'], resourceArns: ['*'] });
  Validations.of(sender).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'The quota is one of the account and has no resource to name; it is only read',
  });
}
