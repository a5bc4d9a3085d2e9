import { Stack } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { table as schema } from '../../store/table.ts';

/** Read and write whole items; a transaction of puts needs no more. */
const change = ['GetItem', 'PutItem'];

/**
 * What each function does with items. Nobody scans; deleted are only outbox messages, tasks that are done, what staff were
 * told, and where something is found no more; updated the counters, tokens and leases.
 */
export const tableActions = {
  api: [...change, 'UpdateItem', 'BatchGetItem', 'DeleteItem', 'Query'],
  links: [...change, 'UpdateItem', 'BatchGetItem', 'DeleteItem', 'Query'],
  openStage: [...change, 'UpdateItem'],
  armGate: [...change, 'UpdateItem'],
  handOver: change,
  relay: [...change, 'UpdateItem', 'DeleteItem', 'BatchGetItem', 'Query'],
  reconcile: [...change, 'UpdateItem', 'DeleteItem', 'BatchGetItem', 'Query'],
  sweep: [...change, 'BatchGetItem', 'Query'],
  mailEvents: [...change, 'UpdateItem', 'DeleteItem', 'Query'],
};

/** Leave for these actions (without their prefix) on the table's items; not on its index, not on its stream. */
export function grantItems(table: ITableV2, grantee: IGrantable, actions: string[]) {
  grant(grantee, table.tableArn, ...actions);
  // DynamoDB uses a customer-managed key in the caller's name, and by way of DynamoDB only.
  if (table.encryptionKey)
    Grant.addToPrincipal({
      grantee,
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resourceArns: [table.encryptionKey.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(table).region}.amazonaws.com` } },
    });
}

/** Leave to look for outbox entries that still have something to do. */
export const grantPendingIndex = (table: ITableV2, grantee: IGrantable) =>
  grant(grantee, `${table.tableArn}/index/${schema.pendingIndex.name}`, 'Query');

/** Leave to look for the commitments of a stakeholder. */
export const grantResponsibleIndex = (table: ITableV2, grantee: IGrantable) =>
  grant(grantee, `${table.tableArn}/index/${schema.responsibleIndex.name}`, 'Query');

/** Leave to look for localities by status and stage. */
export const grantStandingIndex = (table: ITableV2, grantee: IGrantable) =>
  grant(grantee, `${table.tableArn}/index/${schema.standingIndex.name}`, 'Query');

/** Leave to look for what falls on a day. */
export const grantDueIndex = (table: ITableV2, grantee: IGrantable) =>
  grant(grantee, `${table.tableArn}/index/${schema.dueIndex.name}`, 'Query');

/** Leave to follow the table's stream. */
export const grantStream = (streamArn: string, grantee: IGrantable) =>
  grant(grantee, streamArn, 'DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams');

function grant(grantee: IGrantable, resource: string, ...actions: string[]) {
  Grant.addToPrincipal({
    grantee,
    actions: actions.map((action) => `dynamodb:${action}`),
    resourceArns: [resource],
  });
}
