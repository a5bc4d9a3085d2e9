import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Conflict } from '../domain/errors.ts';
import { stakeholderMailItem } from './outbox.ts';
import { put, type Table, writeAll } from './transaction.ts';

/** A person is mailed a fresh link this often at most, and so many times within a day, whoever asks for it. */
const everySeconds = 3_600;
const daySeconds = 86_400;
const mostOfDay = 3;

/** When fresh links were asked for, in seconds since 1970: the last, and the others within a day of it. */
const Asked = z.object({ askedAt: z.number(), earlier: z.array(z.number()).default([]) });

/**
 * Queues a mail with a fresh link to a stakeholder, unless one was queued within the hour, or three within a day.
 * @returns whether it was queued now
 */
export async function queueFreshLink(table: Table, stakeholder: string, now: Date): Promise<boolean> {
  const seconds = Math.floor(now.getTime() / 1_000);
  const key = { pk: `STAKEHOLDER#${stakeholder}`, sk: 'FRESH-LINK' };
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  const before = Asked.optional().parse(Item);
  const times = before ? [...before.earlier, before.askedAt] : [];
  const ofDay = times.filter((time) => time > seconds - daySeconds);
  if (ofDay.length >= mostOfDay || ofDay.some((time) => time > seconds - everySeconds)) return false;
  const item = { ...key, entity: 'fresh-link', askedAt: seconds, earlier: ofDay };
  try {
    await writeAll(table, [
      put(
        table,
        { ...item, expiresAt: seconds + daySeconds },
        before && {
          ConditionExpression: 'askedAt = :before',
          ExpressionAttributeValues: { ':before': before.askedAt },
        },
      ),
      stakeholderMailItem(table, { kind: 'fresh-link', stakeholder }, String(seconds), now.toISOString()),
    ]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
