import { Duration, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type AlarmChoice, applyAlarm } from './alarms.ts';

interface DeadLetterQueueProps {
  /** Counts the messages that lie in the queue. */
  alarm: AlarmChoice;
}

/** Where events end that could not be handled; each message names what sent it. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { alarm }: DeadLetterQueueProps) {
    super(scope, id, {
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: Duration.days(14),
    });
    applyAlarm(this, alarm, {
      metric: this.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
      description: 'Events could not be handled and lie in the dead-letter queue.',
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue of the outbox stream and of the schedules',
    });
  }

  /** Leave to put messages in, and nothing else. */
  grantSend(grantee: IGrantable) {
    Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [this.queueArn] });
  }
}
