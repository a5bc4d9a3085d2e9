import { createHash } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { MailEvent } from '../domain/audit-events.ts';
import { Instant } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { mailActions } from '../domain/mail-actions.ts';
import { queryItems } from './read.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/**
 * One line of a history as it is stored and published, chained to the one before by its hash (SHA-256, hexadecimal). Its
 * action and detail are those of `domain/audit-events.ts`; lines that this release does not know are kept as they are, as
 * the hash is over what was written.
 */
export const HistoryEntry = z.object({
  seq: z.int().min(1),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
  /** Digests of the items that were written with it, by name (`store/seals.ts`); lines older than that have none. */
  seals: z.record(z.string(), z.string()).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Whose history it is: each has a chain of its own. */
export type HistoryOwner = `LOCALITY#${string}` | `STAKEHOLDER#${string}` | 'MUNICIPALITY#WORK';

const prefix = 'HISTORY#';
export const historyKey = (owner: HistoryOwner, seq: number) => ({
  pk: owner,
  sk: `${prefix}${String(seq).padStart(8, '0')}`,
});

const ofOwner = (owner: HistoryOwner) => ({
  KeyConditionExpression: 'pk = :owner AND begins_with(sk, :history)',
  ExpressionAttributeValues: { ':owner': owner, ':history': prefix },
});

/** The hash of an entry: over everything it says, the hash of the one before, and what it seals where it seals something. */
export function entryHash(entry: Omit<HistoryEntry, 'hash'>): string {
  const { seq, at, actor, action, detail, previousHash, seals } = entry;
  const said = [seq, at, actor, action, detail, previousHash, ...(seals ? [seals] : [])];
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** The entry for an event that follows `previousHash` (empty for the first). What is `undefined` in its detail is left out. @param seals of what is written with it */
export function chained(
  { actor, action, detail: said }: { actor: string; action: string; detail: object },
  seq: number,
  at: Instant,
  previousHash: string,
  seals: Record<string, string> = {},
): HistoryEntry {
  const detail = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(said)));
  const sealed = Object.keys(seals).length > 0 ? { seals } : {};
  const entry = { seq, at, actor, action, detail, previousHash, ...sealed };
  return { ...entry, hash: entryHash(entry) };
}

/** The number of the first entry that does not follow from the one before it; `undefined` when all do. */
export function brokenAt(entries: HistoryEntry[], previousHash = ''): number | undefined {
  let previous = previousHash;
  for (const entry of entries) {
    if (entry.previousHash !== previous || entry.hash !== entryHash(entry)) return entry.seq;
    previous = entry.hash;
  }
  return undefined;
}

/** What became of a mail, as the history of a locality tells it. */
export type MailEntry = Pick<HistoryEntry, 'at'> & MailEvent;

/** Reads histories. */
export function historyStore(table: Table) {
  const { client, name: TableName } = table;

  /** Up to `limit` entries that follow number `from`: later ones, oldest first, or earlier ones, newest first. */
  async function page(owner: HistoryOwner, from: number | undefined, limit: number, newestFirst = false) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        ...ofOwner(owner),
        ExclusiveStartKey: from === undefined ? undefined : historyKey(owner, from),
        ScanIndexForward: !newestFirst,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    const items = Items.map((item) => HistoryEntry.parse(item));
    return { items, next: LastEvaluatedKey && items.at(-1)?.seq };
  }

  /** What became of mail to somebody (`detail.to`), oldest first: all of the history is read, these alone come back. */
  async function* mailsTo(owner: HistoryOwner, to: string): AsyncGenerator<MailEntry> {
    // Whatever is committed adds to a history, and few requests read one: the schemas of all events wait until then.
    const { isMailEvent, localityEventOf } = await import('../domain/audit-events.ts');
    const { sent, failed, kept } = mailActions;
    const { KeyConditionExpression, ExpressionAttributeValues } = ofOwner(owner);
    const items = queryItems(table, {
      KeyConditionExpression,
      FilterExpression: '#action IN (:sent, :failed, :kept) AND #detail.#to = :to',
      ExpressionAttributeNames: { '#action': 'action', '#detail': 'detail', '#to': 'to' },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ':sent': sent,
        ':failed': failed,
        ':kept': kept,
        ':to': to,
      },
    });
    for await (const item of items) {
      const entry = HistoryEntry.parse(item);
      const event = localityEventOf(entry);
      if (event && isMailEvent(event)) yield { at: entry.at, ...event };
    }
  }

  /** The whole history, oldest first. */
  async function all(owner: HistoryOwner): Promise<HistoryEntry[]> {
    const entries: HistoryEntry[] = [];
    for await (const item of queryItems(table, ofOwner(owner))) entries.push(HistoryEntry.parse(item));
    return entries;
  }

  return { page, all, mailsTo };
}
export type HistoryStore = ReturnType<typeof historyStore>;

/** Writes a history entry; its number is free or another change came first. */
export function historyItem(table: Table, owner: HistoryOwner, entry: HistoryEntry): TransactItem {
  return put(table, { ...historyKey(owner, entry.seq), entity: 'history', ...entry });
}
