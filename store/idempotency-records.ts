import { createHash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { put, type Table, type TransactItem } from './transaction.ts';

/** The answer given to a command that carried an `Idempotency-Key`, kept for a day. */
export const IdempotencyRecord = z.object({
  /** SHA-256 of method, address and body: the key may not be reused for something else. */
  request: z.string(),
  status: z.int(),
  /** The body as it was sent, JSON. */
  body: z.string(),
});
export type IdempotencyRecord = z.infer<typeof IdempotencyRecord>;

const keptSeconds = 86_400;
const replyKey = (user: string, key: string) => ({
  pk: `REPLY#${createHash('sha256')
    .update(JSON.stringify([user, key]))
    .digest('hex')}`,
  sk: 'REPLY',
});

/** Reads the answers given to commands. */
export function idempotencyStore({ client, name: TableName }: Table) {
  async function find(user: string, key: string): Promise<IdempotencyRecord | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: replyKey(user, key), ConsistentRead: true }),
    );
    return Item && IdempotencyRecord.parse(Item);
  }
  return { find };
}
export type IdempotencyStore = ReturnType<typeof idempotencyStore>;

/** Writes the answer with the change it belongs to; refused when the key was used meanwhile. */
export function idempotencyItem(
  table: Table,
  user: string,
  key: string,
  reply: IdempotencyRecord,
  now: Date,
): TransactItem {
  const expiresAt = Math.floor(now.getTime() / 1_000) + keptSeconds;
  return put(table, { ...replyKey(user, key), entity: 'reply', ...reply, expiresAt });
}
