import { RemovalPolicy } from 'aws-cdk-lib';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Municipality } from '../../domain/municipality.ts';
import { type AlarmChoice, applyAlarm } from './alarms.ts';

interface WorkflowLogProps {
  municipality: Municipality;
  /** Counts the executions that failed or timed out in five minutes. */
  alarm: AlarmChoice;
}

/** The errors of all workflow executions, without their data; one alarm watches every programme version. */
export class WorkflowLog extends Construct {
  readonly group: LogGroup;

  constructor(scope: Construct, id: string, { municipality, alarm }: WorkflowLogProps) {
    super(scope, id);
    this.group = new LogGroup(this, 'Log', {
      // Under this prefix log deliveries do not use up the one policy that all logs of an account share.
      logGroupName: `/aws/vendedlogs/states/etapas-${municipality.id}`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const failures = this.group.addMetricFilter('Failures', {
      filterPattern: FilterPattern.any(
        FilterPattern.stringValue('$.type', '=', 'ExecutionFailed'),
        FilterPattern.stringValue('$.type', '=', 'ExecutionTimedOut'),
      ),
      metricNamespace: 'Etapas',
      metricName: `${municipality.id}/ExecutionsFailed`,
    });
    applyAlarm(this, alarm, {
      metric: failures.metric({ statistic: 'sum' }),
      description: 'A workflow execution failed or timed out; its locality waits for the reconciler.',
    });
  }
}
