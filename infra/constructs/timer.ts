import { Aws, Duration } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, type ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { EtapasFunction } from './etapas-function.ts';

interface TimerProps {
  when: ScheduleExpression;
  calls: EtapasFunction;
  /** Takes the calls that could not be made. */
  undelivered: DeadLetterQueue;
}

/** Calls a function at set times. */
export class Timer extends Construct {
  constructor(scope: Construct, id: string, { when, calls, undelivered }: TimerProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    // The ready-made target would also allow every version of the function.
    Grant.addToPrincipal({
      grantee: role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [calls.function.functionArn],
    });
    undelivered.grantSend(role);
    new Schedule(this, 'Schedule', {
      schedule: when,
      // Many municipalities in one account need not all call within the same second.
      timeWindow: TimeWindow.flexible(Duration.minutes(10)),
      target: {
        bind: () => ({
          arn: calls.function.functionArn,
          role,
          deadLetterConfig: { arn: undelivered.queueArn },
          retryPolicy: {
            maximumRetryAttempts: 5,
            maximumEventAgeInSeconds: Duration.minutes(30).toSeconds(),
          },
        }),
      },
    });
  }
}
