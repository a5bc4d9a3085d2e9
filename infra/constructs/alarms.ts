import { Aws } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

interface AlarmsProps {
  /** Who gets a mail when an alarm rings; somebody may also subscribe to the topic later. */
  email?: string;
}

/** Where every alarm of a municipality is heard. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { email }: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    // A topic with a policy of its own, as enforceSSL gives it, loses the leave that alarms have by default.
    const ownAlarms = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', { conditions: ownAlarms }));
    if (email) this.topic.addSubscription(new EmailSubscription(email));
  }
}

/**
 * What every construct that can fail asks for, so that no alarm is forgotten: from how many on it rings, or why
 * none is needed. Keep them few: past an account's ten free ones, each costs about $0.10 a month.
 */
export type AlarmChoice = { atLeast: number; tell: Alarms } | { none: string };

/** Key under which the reason for having no alarm is kept in the construct's metadata. */
export const noAlarm = 'etapas:no-alarm';

/** Carries a construct's alarm choice out. */
export function applyAlarm(
  scope: Construct,
  choice: AlarmChoice,
  what: { metric: IMetric; description: string },
) {
  if ('none' in choice) {
    scope.node.addMetadata(noAlarm, choice.none);
    return;
  }
  new Alarm(scope, 'Alarm', {
    metric: what.metric,
    alarmDescription: what.description,
    threshold: choice.atLeast,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(choice.tell.topic));
}
