import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { relayBatch, relayLanes } from '../../store/outbox-stream.ts';
import { type AlarmChoice, applyAlarm } from './alarms.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { EtapasFunction } from './etapas-function.ts';
import { grantStream } from './table-access.ts';

interface OutboxStreamProps {
  table: ITableV2;
  /** Handles the new outbox entries. */
  relay: EtapasFunction;
  /** Takes the records that stay unhandled. */
  undelivered: DeadLetterQueue;
  /** Counts the milliseconds by which the relay is behind the table. */
  alarm: AlarmChoice;
}

const newEntry = FilterCriteria.filter({
  eventName: FilterRule.or('INSERT', 'MODIFY'),
  dynamodb: {
    NewImage: { entity: { S: FilterRule.isEqual('outbox') }, state: { S: FilterRule.isEqual('queued') } },
  },
});

/** Brings every outbox entry that is queued in the table to the relay. */
export class OutboxStream extends Construct {
  constructor(scope: Construct, id: string, { table, relay, undelivered, alarm }: OutboxStreamProps) {
    super(scope, id);
    const { tableStreamArn } = table;
    if (!tableStreamArn)
      throw new Error('the outbox is followed by the stream of the table, and this table has none');

    grantStream(tableStreamArn, relay);
    undelivered.grantSend(relay);
    new EventSourceMapping(this, 'Mapping', {
      target: relay.function,
      eventSourceArn: tableStreamArn,
      filters: [newEntry],
      startingPosition: StartingPosition.TRIM_HORIZON,
      parallelizationFactor: relayLanes,
      batchSize: relayBatch,
      // What people wait for is not held back to fill a batch.
      maxBatchingWindow: Duration.seconds(0),
      // Only entries that failed come again, so that a poisoned one goes aside and its neighbours through.
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      // Later than this the reconciler has found the entry by itself.
      maxRecordAge: Duration.hours(1),
      onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
    });
    applyAlarm(this, alarm, {
      metric: relay.function.metric('IteratorAge', { statistic: 'max' }),
      description: 'The relay is behind: mails, starts and answers to the workflow are late.',
    });
  }
}
