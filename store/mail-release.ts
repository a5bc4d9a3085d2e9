import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import type { Table, TransactItem } from './transaction.ts';

const key = { pk: 'MAIL', sk: 'RELEASE' };

/** Which table mail leaves from, and who said so; the first one ever needed nobody's word. */
const MailRelease = z.object({ table: z.string(), by: z.string().optional(), at: Instant });

/**
 * Whether mail may leave from this table. The table names itself when its first mail leaves, and a backup keeps that
 * name: a table restored from it goes by another, and sends nothing until an administrator releases it. Nobody who
 * restores has to think of it, and nobody is written to twice because somebody forgot.
 */
export function mailReleaseStore({ client, name: TableName }: Table) {
  // A table that may send never loses that again.
  let released = false;

  async function isReleased(now: Date): Promise<boolean> {
    if (released) return true;
    const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    released = Item ? MailRelease.parse(Item).table === TableName : await isFirst(now);
    return released;
  }

  async function isFirst(now: Date): Promise<boolean> {
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...key, entity: 'mail-release', table: TableName, at: now.toISOString() },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return true;
    } catch (error) {
      // Another function named this very table a moment ago.
      if (error instanceof ConditionalCheckFailedException) return true;
      throw error;
    }
  }

  return { isReleased };
}
export type MailReleaseStore = ReturnType<typeof mailReleaseStore>;

/** From now on mail leaves from this table, because `by` says so. */
export function mailReleaseItem({ name }: Table, by: string, now: Date): TransactItem {
  return {
    Put: {
      TableName: name,
      Item: { ...key, entity: 'mail-release', table: name, by, at: now.toISOString() },
    },
  };
}
