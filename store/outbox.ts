import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant, LocalDate } from '../domain/calendar.ts';
import { type StaffDigest, StaffMail, type StakeholderMail, type StakeholderMailOf } from '../domain/mail.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import type { HistoryOwner } from './history.ts';
import { loggedOn } from './mail-log.ts';
import {
  aboutCommitments,
  type DeliveryReceipt,
  FinalEntry,
  type FinalMail,
  type KeptStakeholderMail,
  keptStakeholderMail,
  messageId,
  OutboxEntry,
  OutboxKey,
  outboxKey,
  type PendingMail,
  type PendingMessage,
  type PendingState,
  queued,
  staffDigestKey,
  stakeholderMailKey,
  stored,
} from './outbox-entry.ts';
import { batches, batchRead, batchSize, queryItems } from './read.ts';
import { table as schema } from './table.ts';
import { type PutCondition, put, type Table, type TransactItem } from './transaction.ts';

/** How long one sender keeps an entry to itself: longer than a function that sends may run. */
const leaseSeconds = 150;
/** How long the fact of sending is kept beside the history, for what SES reports later. */
const sentKeptSeconds = 90 * 86_400;

const { pendingIndex } = schema;

/**
 * Queues what a change asks for, with the change: one entry, however many messages. Its id follows from the change, so it
 * is written once, ever.
 */
export function outboxItem(
  table: Table,
  owner: HistoryOwner,
  revision: number,
  messages: readonly OutboxMessage[],
  now: Instant,
): TransactItem {
  const numbered = messages.map((message, n) => ({ n, message }));
  return put(table, queued(outboxKey(owner, String(revision)), numbered, now));
}

/** Queues a mail to a stakeholder; `which` tells it from others of its kind to them, so that it is written once, ever. */
export function stakeholderMailItem(table: Table, mail: StakeholderMail, which: string, now: Instant) {
  const key = stakeholderMailKey(mail.kind, mail.stakeholder, which);
  return put(table, queued(key, [{ message: mail }], now));
}

/** Queues the digest of a day; there is no second one to the same person on that day, whoever asks. */
export function digestItem(table: Table, digest: StakeholderMailOf<'digest'>, now: Instant) {
  return stakeholderMailItem(table, digest, digest.on, now);
}

/** Queues the digest of a day to a member of staff; there is no second one to the same person on that day, whoever asks. */
export const staffDigestItem = (table: Table, digest: StaffDigest, now: Instant): TransactItem =>
  put(table, queued(staffDigestKey(digest.to, digest.on), [{ message: digest }], now));

/** Whether somebody was given a digest on one of these days, the first and the last among them. */
export async function hadStaffDigest(
  { client, name: TableName }: Table,
  user: string,
  first: LocalDate,
  last: LocalDate,
): Promise<boolean> {
  const { pk, sk } = staffDigestKey(user, first);
  const { Count = 0 } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :staff AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':staff': pk, ':first': sk, ':last': staffDigestKey(user, last).sk },
      Select: 'COUNT',
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  return Count > 0;
}

/** The entry is still as it was read, and pending. Those of an earlier version have no revision. */
const asRead = ({ revision }: Pick<OutboxEntry, 'revision'>): PutCondition => ({
  ConditionExpression:
    'attribute_exists(pendingAt) AND (revision = :read OR (:read = :none AND attribute_not_exists(revision)))',
  ExpressionAttributeValues: { ':read': revision, ':none': 0 },
});

/** Reads and moves entries of the outbox. */
export function outboxStore(table: Table) {
  const { client, name: TableName } = table;

  /** Queues a message of a locality by itself; asking again with the same id replaces it. */
  async function queue(locality: string, id: string, message: OutboxMessage, now: Instant): Promise<void> {
    const Item = queued(outboxKey(`LOCALITY#${locality}`, id), [{ message }], now);
    await client.send(new PutCommand({ TableName, Item }));
  }

  async function read({ pk, sk }: OutboxKey): Promise<unknown> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  }

  /** The entry, if it still has something to do. */
  async function find(key: OutboxKey): Promise<OutboxEntry | undefined> {
    const found = await read(key);
    return found && !FinalEntry.safeParse(found).success ? OutboxEntry.parse(found) : undefined;
  }

  /** The commitments an entry's mails are about, whatever became of them; `undefined` without the entry. */
  async function commitmentsIn(key: OutboxKey): Promise<string[] | undefined> {
    const found = await read(key);
    if (found === undefined) return undefined;
    const final = FinalEntry.safeParse(found).data;
    return final ? (final.commitments ?? []) : aboutCommitments(OutboxEntry.parse(found).messages);
  }

  /** The keys of all entries that still have something to do, longest waiting first. */
  async function* pending(): AsyncGenerator<OutboxKey> {
    const { name: IndexName, partitionKey } = pendingIndex;
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
        if (item && !FinalEntry.safeParse(item).success) yield OutboxEntry.parse(item);
      }
    }
  }

  /** An update of one entry; `undefined` when its condition does not hold. */
  async function update({ pk, sk }: OutboxKey, change: Partial<UpdateCommandInput>) {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({ TableName, Key: { pk, sk }, ReturnValues: 'ALL_NEW', ...change }),
      );
      return OutboxEntry.parse(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  /**
   * Takes an entry for one sender, and reads it. `undefined` when it is done, another sender has it, or its time has not
   * come: one with an uncertain mail is given again only when it has been held for its time.
   */
  const lease = (key: OutboxKey, now: Date, today: LocalDate): Promise<OutboxEntry | undefined> =>
    update(key, {
      UpdateExpression: 'SET #state = :leased, leasedUntil = :until ADD attempts :one, revision :one',
      ConditionExpression:
        '#state = :queued OR (#state = :held AND heldUntil < :now)' +
        ' OR (#state = :waiting AND (attribute_not_exists(waitsFor) OR waitsFor <= :today))',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':queued': 'queued',
        ':waiting': 'waiting',
        ':held': 'held',
        ':leased': 'leased',
        ':now': now.toISOString(),
        ':today': today,
        ':until': new Date(now.getTime() + leaseSeconds * 1_000).toISOString(),
        ':one': 1,
      },
    });

  /** Keeps what SES told of a mail of a leased entry, for when its sender turns out not to have come so far. */
  async function keepReceipt(entry: OutboxEntry, mail: PendingMail, receipt: DeliveryReceipt): Promise<void> {
    const at = entry.messages.findIndex(({ n }) => n === mail.n);
    const { ConditionExpression, ExpressionAttributeValues } = asRead(entry);
    await update(entry, {
      UpdateExpression: `SET messages[${at}].receipt = :receipt`,
      ConditionExpression: `${ConditionExpression} AND attribute_exists(messages)`,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ':receipt': receipt },
    });
  }

  /** Says of a mail that was sent that it came back; answers when it was sent, where it is still known. */
  async function cameBack({ pk, sk }: OutboxKey, n: number | undefined): Promise<Instant | undefined> {
    const final = FinalEntry.safeParse(await read({ pk, sk })).data;
    if (final?.state !== 'done') return undefined;
    const at = final.finalised.findIndex(({ id }) => id === messageId(final, { n }));
    const mail = final.finalised[at];
    if (mail?.state === 'sent')
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk },
          UpdateExpression: `SET finalised[${at}].#state = :bounced`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':bounced': 'bounced' },
        }),
      );
    return mail?.at;
  }

  /** Writes an entry as it is to be, if it is still as it was read; answers whether it was. */
  async function save(item: TransactItem): Promise<boolean> {
    try {
      if (!item.Put) throw new Error('an entry is put');
      await client.send(new PutCommand(item.Put));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Takes an entry out of which nothing is left to do or to tell, unless it was queued anew. */
  async function remove({ pk, sk, queuedAt }: OutboxKey & Pick<OutboxEntry, 'queuedAt'>): Promise<void> {
    try {
      await client.send(
        new DeleteCommand({
          TableName,
          Key: { pk, sk },
          ConditionExpression: 'attribute_not_exists(pk) OR queuedAt = :read',
          ExpressionAttributeValues: { ':read': queuedAt },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** The mails to a stakeholder that are pending or were finalised within 90 days. */
  async function mailsTo(stakeholder: string): Promise<KeptStakeholderMail[]> {
    const mails: KeptStakeholderMail[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :outbox)',
      ExpressionAttributeValues: { ':owner': `STAKEHOLDER#${stakeholder}`, ':outbox': 'OUTBOX#' },
    });
    for await (const item of items) mails.push(keptStakeholderMail(item));
    return mails;
  }

  /** Takes out of the mails to staff that still wait, of a locality, what `left` does not leave of the texts in them. */
  async function eraseTexts(owner: HistoryOwner, left: (text: string) => string): Promise<void> {
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :outbox)',
      FilterExpression: 'attribute_exists(mails)',
      ExpressionAttributeValues: { ':owner': owner, ':outbox': 'OUTBOX#' },
    });
    for await (const item of items) {
      const { pk, sk, mails } = OutboxKey.extend({ mails: z.array(StaffMail) }).parse(item);
      const erased = mails.map((mail) => ({
        ...mail,
        ...('note' in mail && mail.note !== undefined ? { note: left(mail.note) } : {}),
        ...('reason' in mail ? { reason: left(mail.reason) } : {}),
      }));
      if (JSON.stringify(erased) === JSON.stringify(mails)) continue;
      const written = await update(
        { pk, sk },
        {
          UpdateExpression: 'SET mails = :erased',
          ConditionExpression: 'mails = :read',
          ExpressionAttributeValues: { ':erased': erased, ':read': mails },
        },
      );
      // Some of its mails were sent meanwhile: what is left of it is read anew.
      if (!written) return eraseTexts(owner, left);
    }
  }

  return {
    eraseTexts,
    queue,
    find,
    commitmentsIn,
    mailsTo,
    pending,
    pendingEntries,
    lease,
    keepReceipt,
    cameBack,
    save,
    remove,
  };
}
export type OutboxStore = ReturnType<typeof outboxStore>;

/** How an entry stands of which something is left to do. */
export interface Left {
  messages: PendingMessage[];
  state: Exclude<PendingState, 'queued' | 'leased'>;
  heldUntil?: Instant;
  waitsFor?: LocalDate;
}

/**
 * Writes what became of an entry, if it is still as it was read: some of its mails are finalised, and `left` is still to be
 * done. Where nothing is, the fact is kept for 90 days, under the day in the log of mails where there is a mail to log.
 */
export function movedEntry(
  table: Table,
  entry: OutboxEntry,
  finalised: readonly FinalMail[],
  left: Left | undefined,
  { now, today }: { now: Date; today: LocalDate },
): TransactItem {
  const { pk, sk, id, attempts, queuedAt } = entry;
  const all = [...entry.finalised, ...finalised];
  const kept = { pk, sk, entity: 'outbox', id, attempts, finalised: all };
  if (left) {
    const { partitionKey, sortKey } = pendingIndex;
    const { leasedUntil, revision } = entry;
    const pending = { [partitionKey]: 'pending', [sortKey]: queuedAt };
    return put(
      table,
      {
        ...kept,
        ...left,
        ...stored(left.messages),
        ...pending,
        queuedAt,
        leasedUntil,
        revision: revision + 1,
      },
      asRead(entry),
    );
  }
  const commitments = aboutCommitments(entry.messages);
  const done = {
    ...kept,
    state: 'done',
    commitments: commitments.length > 0 ? commitments : undefined,
    settledAt: now.toISOString(),
    expiresAt: Math.floor(now.getTime() / 1_000) + sentKeptSeconds,
  };
  const isLogged = all.some(({ state }) => state !== 'suppressed');
  return put(table, isLogged ? { ...done, ...loggedOn(today, now) } : done, asRead(entry));
}
