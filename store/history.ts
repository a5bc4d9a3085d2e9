import { createHash } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import type { AuditEvent } from '../domain/change.ts';
import { everyItem, put, type Table, type TransactItem } from './transaction.ts';

/** One line of a locality's history, chained to the one before by its hash (SHA-256, hexadecimal). */
export const HistoryEntry = z.object({
  seq: z.int().min(1),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Whose history it is: each has a chain of its own. */
export type HistoryOwner = `LOCALITY#${string}` | `STAKEHOLDER#${string}`;

const prefix = 'HISTORY#';
const historyKey = (owner: HistoryOwner, seq: number) => ({
  pk: owner,
  sk: `${prefix}${String(seq).padStart(8, '0')}`,
});

/** JSON with sorted keys, so that the same content has one spelling, whatever order a store returns it in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The hash of an entry: over everything it says, and the hash of the one before. */
export function entryHash(entry: Omit<HistoryEntry, 'hash'>): string {
  const { seq, at, actor, action, detail, previousHash } = entry;
  return createHash('sha256')
    .update(canonical([seq, at, actor, action, detail, previousHash]))
    .digest('hex');
}

/** The entry for a event that follows `previousHash` (empty for the first). */
export function chained(event: AuditEvent, seq: number, at: Instant, previousHash: string): HistoryEntry {
  const detail = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(event.detail)));
  const entry = { seq, at, actor: event.actor, action: event.action, detail, previousHash };
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

/** Reads histories. */
export function historyStore({ client, name: TableName }: Table) {
  /** Up to `limit` entries that follow number `from`: later ones, oldest first, or earlier ones, newest first. */
  async function page(owner: HistoryOwner, from: number | undefined, limit: number, newestFirst = false) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :owner AND begins_with(sk, :history)',
        ExpressionAttributeValues: { ':owner': owner, ':history': prefix },
        ExclusiveStartKey: from === undefined ? undefined : historyKey(owner, from),
        ScanIndexForward: !newestFirst,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    const items = Items.map((item) => HistoryEntry.parse(item));
    return { items, next: LastEvaluatedKey && items.at(-1)?.seq };
  }

  /** The entries about mail to somebody (`detail.to`), oldest first: all of the history is read, these alone come back. */
  const mailsTo = (owner: HistoryOwner, to: string) =>
    everyItem<HistoryEntry>(async (after) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :owner AND begins_with(sk, :history)',
          FilterExpression: 'begins_with(#action, :mail) AND #detail.#to = :to',
          ExpressionAttributeNames: { '#action': 'action', '#detail': 'detail', '#to': 'to' },
          ExpressionAttributeValues: { ':owner': owner, ':history': prefix, ':mail': 'mail-', ':to': to },
          ExclusiveStartKey: after === undefined ? undefined : { pk: owner, sk: after },
          ConsistentRead: true,
        }),
      );
      const next = LastEvaluatedKey && z.object({ sk: z.string() }).parse(LastEvaluatedKey).sk;
      return { items: Items.map((item) => HistoryEntry.parse(item)), next };
    });

  return { page, mailsTo };
}
export type HistoryStore = ReturnType<typeof historyStore>;

/** Writes a history entry; its number is free or another change came first. */
export function historyItem(table: Table, owner: HistoryOwner, entry: HistoryEntry): TransactItem {
  return put(table, { ...historyKey(owner, entry.seq), entity: 'history', ...entry });
}
