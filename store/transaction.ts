import { setTimeout as pause } from 'node:timers/promises';
import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Conflict, Problem } from '../domain/errors.ts';

/** The municipality's table and the client to reach it. */
export interface Table {
  client: DynamoDBDocumentClient;
  name: string;
}

/** How DynamoDB says that it is asked too much; the client has repeated the request by then. */
const throttled = new Set([
  'ThrottlingException',
  'RequestLimitExceeded',
  'ProvisionedThroughputExceededException',
]);

/** A number as the table has it: sums of money may be larger than a `number` holds exactly. */
const read = (text: string): number | bigint =>
  /^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text)) ? BigInt(text) : Number(text);

/** The table as stores use it: a request that stays throttled ends as the problem `unavailable`. */
export function tableOn(plain: DynamoDBClient, name: string): Table {
  const client = DynamoDBDocumentClient.from(plain, {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: read },
  });
  // Copies every answer whole for a logger that there is none of: an eighth of what reading many items takes.
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (!(error instanceof Error && throttled.has(error.name))) throw error;
        throw new Problem('unavailable', { cause: error });
      }
    },
    { step: 'initialize', priority: 'high', name: 'throttled' },
  );
  return { client, name };
}

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A put of a whole item; stores hand these out, so that several of them commit together. */
export function put(table: Table, item: object, condition: PutCondition = notThere): TransactItem {
  return { Put: { TableName: table.name, Item: { ...item }, ...condition } };
}

export interface PutCondition {
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
}

/** The item is new. */
export const notThere: PutCondition = { ConditionExpression: 'attribute_not_exists(pk)' };

/** The item is still as it was read: at this revision. */
export const atRevision = (revision: number): PutCondition => ({
  ConditionExpression: 'revision = :read',
  ExpressionAttributeValues: { ':read': revision },
});

/** The item is new when `revision` is its first, and else is still as it was read: one revision before. */
export const asRead = (revision: number): PutCondition =>
  revision === 1 ? notThere : atRevision(revision - 1);

/** The same of an item that is told apart by how often it was written, since its revision is that of what it belongs to. */
export const asWritten = (writes: number): PutCondition =>
  writes === 1
    ? notThere
    : { ConditionExpression: 'writes = :read', ExpressionAttributeValues: { ':read': writes - 1 } };

const attempts = 4;
/** Why a transaction may have failed that will succeed later. */
const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionInProgressException',
  'unavailable',
]);

/** What DynamoDB says kept a transaction from being written, as error codes. */
function reasonsOf(error: unknown): string[] {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).flatMap(({ Code }) => (Code && Code !== 'None' ? [Code] : []));
  return error instanceof Error ? [error.name] : [];
}

/**
 * Writes all items or none. Another transaction on the same items, or throttling, is waited out with jitter; what a
 * function makes is made anew for each attempt.
 * @throws Conflict when a condition fails, or another transaction stays in the way
 * @throws Problem `unavailable` when the table stays throttled
 */
export async function writeAll(table: Table, made: TransactItem[] | (() => TransactItem[])): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const items = typeof made === 'function' ? made() : made;
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: items }));
      return;
    } catch (error) {
      const reasons = reasonsOf(error);
      if (reasons.includes('ConditionalCheckFailed'))
        throw new Conflict('a condition failed', { cause: error });
      if (reasons.length === 0 || !reasons.every((reason) => passing.has(reason))) throw error;
      if (attempt === attempts) {
        if (reasons.includes('TransactionConflict'))
          throw new Conflict('another transaction', { cause: error });
        throw new Problem('unavailable', { cause: error });
      }
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
}
