import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Instant, LocalDate } from '../domain/calendar.ts';
import type { OutboxMessage } from '../domain/change.ts';
import { commitmentsOf, type StakeholderMail, type StakeholderMailOf } from '../domain/mail.ts';
import type { HistoryOwner } from './history.ts';
import {
  AboutCommitments,
  type DeliveryOutcome,
  type DeliveryReceipt,
  FinalMail,
  KeptStakeholderMail,
  type MailEntry,
  OutboxEntry,
  OutboxKey,
  outboxKey,
  queued,
  stakeholderMailKey,
} from './outbox-entry.ts';
import { batches, batchRead, batchSize, queryItems } from './read.ts';
import { table as schema } from './table.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** How long one sender keeps a mail to itself: longer than a function may run. */
const leaseSeconds = 120;
/** How long the fact of sending is kept beside the history, for what SES reports later. */
const sentKeptSeconds = 90 * 86_400;

/** Queues an outbox message with the change that calls for it. Its id follows from the change: written once, ever. */
export function outboxItem(
  table: Table,
  owner: HistoryOwner,
  id: string,
  message: OutboxMessage,
  now: Instant,
): TransactItem {
  return put(table, queued(outboxKey(owner, id), message, now));
}

/** Queues a mail to a stakeholder; `which` tells it from others of its kind to them, so that it is written once, ever. */
export function stakeholderMailItem(table: Table, mail: StakeholderMail, which: string, now: Instant) {
  return put(table, queued(stakeholderMailKey(mail.kind, mail.stakeholder, which), mail, now));
}

/** Queues the digest of a day; there is no second one to the same person on that day, whoever asks. */
export function digestItem(table: Table, digest: StakeholderMailOf<'digest'>, now: Instant) {
  return stakeholderMailItem(table, digest, digest.on, now);
}

/** The lease is still the one that was given. */
const mine = '#state = :leased AND leasedUntil = :mine';

/** Reads and moves entries of the outbox. */
export function outboxStore(table: Table) {
  const { client, name: TableName } = table;

  /** Queues an outbox message of a locality by itself; asking again with the same id replaces it. */
  async function queue(locality: string, id: string, message: OutboxMessage, now: Instant): Promise<void> {
    const Item = queued(outboxKey(`LOCALITY#${locality}`, id), message, now);
    await client.send(new PutCommand({ TableName, Item }));
  }

  async function read({ pk, sk }: OutboxKey): Promise<unknown> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  }

  /** The entry, if it still has something to do. */
  async function find(key: OutboxKey): Promise<OutboxEntry | undefined> {
    const found = await read(key);
    return found && !FinalMail.safeParse(found).success ? OutboxEntry.parse(found) : undefined;
  }

  /** The commitments a mail is about, whatever became of it; none for any other entry, `undefined` without one. */
  async function commitmentsIn(key: OutboxKey): Promise<string[] | undefined> {
    const found = await read(key);
    return found === undefined ? undefined : AboutCommitments.parse(found);
  }

  /** The keys of all entries that still have something to do, longest waiting first. */
  async function* pending(): AsyncGenerator<OutboxKey> {
    const { name: IndexName, partitionKey } = schema.pendingIndex;
    const keys = queryItems(table, {
      IndexName,
      KeyConditionExpression: `${partitionKey} = :pending`,
      ExpressionAttributeValues: { ':pending': 'pending' },
    });
    for await (const key of keys) yield OutboxKey.parse(key);
  }

  /** All entries that still have something to do, longest waiting first, read a batch at a time. */
  async function* pendingEntries(): AsyncGenerator<OutboxEntry> {
    for await (const keys of batches(pending(), batchSize)) {
      const items = await batchRead(
        table,
        keys.map(({ pk, sk }) => ({ pk, sk })),
      );
      const found = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
      for (const { pk, sk } of keys) {
        const item = found.get(`${pk} ${sk}`);
        if (item && !FinalMail.safeParse(item).success) yield OutboxEntry.parse(item);
      }
    }
  }

  /** An update of one entry; `undefined` when its condition does not hold. */
  async function update({ pk, sk }: OutboxKey, change: Partial<UpdateCommandInput>, values: object) {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk },
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ...values },
          ReturnValues: 'ALL_NEW',
          ...change,
        }),
      );
      return OutboxEntry.parse(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /**
   * Takes an entry for one sender. `undefined` when it is done, another sender has it, or its time has not come: a
   * uncertain one is given again only when SES has told nothing of it for as long as it is held.
   */
  const lease = (key: OutboxKey, now: Date, today: LocalDate): Promise<OutboxEntry | undefined> =>
    update(
      key,
      {
        UpdateExpression: 'SET #state = :leased, leasedUntil = :until ADD attempts :one',
        ConditionExpression:
          '#state = :queued OR (#state = :held AND heldUntil < :now AND attribute_not_exists(told))' +
          ' OR (#state = :waiting AND (attribute_not_exists(waitsFor) OR waitsFor <= :today))',
      },
      {
        ':queued': 'queued',
        ':waiting': 'waiting',
        ':held': 'held',
        ':leased': 'leased',
        ':now': now.toISOString(),
        ':today': today,
        ':until': new Date(now.getTime() + leaseSeconds * 1_000).toISOString(),
        ':one': 1,
      },
    );

  /** Defers a leased entry: it was certainly not sent and may be taken again, on day `waitsFor` at the earliest. */
  async function defer(entry: OutboxEntry, waitsFor?: LocalDate): Promise<void> {
    await update(
      entry,
      {
        UpdateExpression: `SET #state = :waiting${waitsFor ? ', waitsFor = :day' : ''} ADD attempts :minus`,
        ConditionExpression: mine,
      },
      {
        ':leased': 'leased',
        ':mine': entry.leasedUntil,
        ':waiting': 'waiting',
        ':minus': -1,
        ...(waitsFor ? { ':day': waitsFor } : {}),
      },
    );
  }

  /** Marks a leased entry whose sender does not know, or could not tell, whether it was sent; it is held until then. */
  async function markUncertain(entry: OutboxEntry, until: Date): Promise<void> {
    await update(
      entry,
      { UpdateExpression: 'SET #state = :held, heldUntil = :until', ConditionExpression: mine },
      {
        ':leased': 'leased',
        ':mine': entry.leasedUntil,
        ':held': 'held',
        ':until': until.toISOString(),
      },
    );
  }

  /** Keeps what SES told of a leased entry, for when its sender turns out not to have come so far. */
  const keepReceipt = (entry: OutboxEntry, receipt: DeliveryReceipt) =>
    update(
      entry,
      { UpdateExpression: 'SET told = :told', ConditionExpression: mine },
      { ':leased': 'leased', ':mine': entry.leasedUntil, ':told': receipt },
    );

  /** Takes a finished outbox message out. */
  async function remove({ pk, sk }: OutboxKey): Promise<void> {
    await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  }

  /** The mails to a stakeholder that are pending or were finalised within 90 days. */
  async function mailsTo(stakeholder: string): Promise<KeptStakeholderMail[]> {
    const mails: KeptStakeholderMail[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :outbox)',
      ExpressionAttributeValues: { ':owner': `STAKEHOLDER#${stakeholder}`, ':outbox': 'OUTBOX#' },
    });
    for await (const item of items) mails.push(KeptStakeholderMail.parse(item));
    return mails;
  }

  return {
    queue,
    find,
    commitmentsIn,
    mailsTo,
    pending,
    pendingEntries,
    lease,
    defer,
    markUncertain,
    keepReceipt,
    remove,
  };
}
export type OutboxStore = ReturnType<typeof outboxStore>;

/** Finalises a mail, if since `entry` was read nobody has taken it again or finalised it. */
export function finalisedItem(
  table: Table,
  { pk, sk, id, message, attempts, leasedUntil }: MailEntry,
  outcome: DeliveryOutcome,
  now: Date,
): TransactItem {
  const commitments = commitmentsOf(message);
  const finalised = {
    pk,
    sk,
    entity: 'outbox',
    id,
    attempts,
    ...outcome,
    commitments: commitments.length > 0 ? commitments : undefined,
    settledAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1_000) + sentKeptSeconds,
  };
  return put(table, finalised, {
    ConditionExpression: '#state IN (:leased, :held, :waiting) AND leasedUntil = :mine',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':leased': 'leased',
      ':held': 'held',
      ':waiting': 'waiting',
      ':mine': leasedUntil,
    },
  });
}
