import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import { Errand } from '../domain/change.ts';
import { table as schema } from './table.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** Where an entry of the outbox is kept. */
export const OutboxKey = z.object({ pk: z.string(), sk: z.string() });
export type OutboxKey = z.infer<typeof OutboxKey>;

/**
 * Something to be done outside the table, written with the change that calls for it. `queued` entries reach the relay
 * by the table's stream; `waiting` ones were put off (SES throttles) and are taken up by a retry or the reconciler.
 */
export const OutboxEntry = OutboxKey.extend({
  id: z.string(),
  locality: z.string(),
  state: z.enum(['queued', 'leased', 'waiting']),
  errand: Errand,
  queuedAt: Instant,
  leasedUntil: Instant.optional(),
  attempts: z.int().default(0),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

/** A mail of which there is nothing left to do. */
const Settled = z.object({ state: z.enum(['sent', 'failed']) });

/** How long one sender keeps a mail to itself: longer than a function may run. */
const leaseSeconds = 120;
/** How long the fact of sending is kept beside the history, for what SES reports later. */
const sentKeptSeconds = 90 * 86_400;

const outboxKey = (locality: string, id: string): OutboxKey => ({
  pk: `LOCALITY#${locality}`,
  sk: `OUTBOX#${id}`,
});

function item(locality: string, id: string, errand: Errand, queuedAt: Instant) {
  const { pendingIndex } = schema;
  return {
    ...outboxKey(locality, id),
    entity: 'outbox',
    id: `${locality}.${id}`,
    locality,
    state: 'queued',
    errand,
    queuedAt,
    [pendingIndex.partitionKey]: 'pending',
    [pendingIndex.sortKey]: queuedAt,
  };
}

/** Queues an errand with the change that calls for it. Its id follows from the change: written once, ever. */
export function outboxItem(
  table: Table,
  locality: string,
  id: string,
  errand: Errand,
  now: Instant,
): TransactItem {
  return put(table, item(locality, id, errand, now));
}

/** Reads and moves entries of the outbox. */
export function outboxStore({ client, name: TableName }: Table) {
  /** Queues an errand by itself; asking again with the same id replaces it. */
  async function queue(locality: string, id: string, errand: Errand, now: Instant): Promise<void> {
    await client.send(new PutCommand({ TableName, Item: item(locality, id, errand, now) }));
  }

  /** The entry, if it still has something to do. */
  async function find({ pk, sk }: OutboxKey): Promise<OutboxEntry | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return Item && !Settled.safeParse(Item).success ? OutboxEntry.parse(Item) : undefined;
  }

  /** The keys of all entries that still have something to do, longest waiting first. */
  async function* pending(): AsyncGenerator<OutboxKey> {
    const { name: IndexName, partitionKey } = schema.pendingIndex;
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          IndexName,
          KeyConditionExpression: `${partitionKey} = :pending`,
          ExpressionAttributeValues: { ':pending': 'pending' },
          ExclusiveStartKey,
        }),
      );
      for (const key of page.Items ?? []) yield OutboxKey.parse(key);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  /** Takes an entry for one sender. `undefined` when it is done, or another sender has it. */
  async function lease({ pk, sk }: OutboxKey, now: Date): Promise<OutboxEntry | undefined> {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk },
          UpdateExpression: 'SET #state = :leased, leasedUntil = :until ADD attempts :one',
          ConditionExpression: '#state IN (:queued, :waiting) OR (#state = :leased AND leasedUntil < :now)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':queued': 'queued',
            ':waiting': 'waiting',
            ':leased': 'leased',
            ':now': now.toISOString(),
            ':until': new Date(now.getTime() + leaseSeconds * 1_000).toISOString(),
            ':one': 1,
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return OutboxEntry.parse(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /** Gives a leased entry back: it was certainly not sent and may be taken again. */
  async function putOff({ pk, sk, leasedUntil }: OutboxEntry): Promise<void> {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk, sk },
        UpdateExpression: 'SET #state = :waiting ADD attempts :minus',
        ConditionExpression: '#state = :leased AND leasedUntil = :mine',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':waiting': 'waiting',
          ':leased': 'leased',
          ':mine': leasedUntil,
          ':minus': -1,
        },
      }),
    );
  }

  /** Takes a finished errand out. */
  async function remove({ pk, sk }: OutboxKey): Promise<void> {
    await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  }

  return { queue, find, pending, lease, putOff, remove };
}
export type OutboxStore = ReturnType<typeof outboxStore>;

/** Marks a leased mail as settled (sent or refused for good), if the lease is still the one that `entry` carries. */
export function settledItem(
  table: Table,
  { pk, sk, id, locality, attempts, leasedUntil }: OutboxEntry,
  outcome: { state: 'sent' | 'failed'; messageId?: string },
  now: Date,
): TransactItem {
  const expiresAt = Math.floor(now.getTime() / 1_000) + sentKeptSeconds;
  const settled = {
    pk,
    sk,
    entity: 'outbox',
    id,
    locality,
    attempts,
    ...outcome,
    settledAt: now.toISOString(),
    expiresAt,
  };
  return put(table, settled, {
    ConditionExpression: '#state = :leased AND leasedUntil = :mine',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':leased': 'leased', ':mine': leasedUntil },
  });
}
