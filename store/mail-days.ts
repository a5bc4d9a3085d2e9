import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalDate } from '../domain/calendar.ts';
import type { Table } from './transaction.ts';

const dayKey = (day: LocalDate) => ({ pk: 'MAIL', sk: `DAY#${day}` });

/** How long a day's count is kept, for whoever looks into what was sent. */
const keptSeconds = 90 * 86_400;

/** How many mails the municipality has sent on each of its days. */
export function mailDayStore({ client, name: TableName }: Table) {
  /** Counts one more mail on a day; `false` when that day has had as many as it may. */
  async function take(day: LocalDate, most: number, now: Date): Promise<boolean> {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: dayKey(day),
          UpdateExpression: 'SET entity = :entity, expiresAt = :expires ADD mails :one',
          ConditionExpression: 'attribute_not_exists(mails) OR mails < :most',
          ExpressionAttributeValues: {
            ':entity': 'mail-day',
            ':expires': Math.floor(now.getTime() / 1_000) + keptSeconds,
            ':one': 1,
            ':most': most,
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Takes one off the count: that mail was certainly not sent. */
  async function giveBack(day: LocalDate): Promise<void> {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: dayKey(day),
        UpdateExpression: 'ADD mails :minus',
        ExpressionAttributeValues: { ':minus': -1 },
      }),
    );
  }

  /** How many have been sent on a day so far. */
  async function sentOn(day: LocalDate): Promise<number> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: dayKey(day) }));
    return Item ? z.object({ mails: z.int() }).parse(Item).mails : 0;
  }

  return { take, giveBack, sentOn };
}
export type MailDayStore = ReturnType<typeof mailDayStore>;
