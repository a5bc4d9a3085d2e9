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
  /** Counts more mails on a day, if it has room for them all. */
  async function add(day: LocalDate, mails: number, most: number, now: Date): Promise<boolean> {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: dayKey(day),
          UpdateExpression: 'SET entity = :entity, expiresAt = :expires ADD mails :more',
          ConditionExpression: 'attribute_not_exists(mails) OR mails <= :room',
          ExpressionAttributeValues: {
            ':entity': 'mail-day',
            ':expires': Math.floor(now.getTime() / 1_000) + keptSeconds,
            ':more': mails,
            ':room': most - mails,
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Counts up to `mails` more on a day; answers for how many of them that day, which may have `most`, has room. */
  async function take(day: LocalDate, mails: number, most: number, now: Date): Promise<number> {
    if (mails <= most && (await add(day, mails, most, now))) return mails;
    let taken = 0;
    while (taken < mails && mails > 1 && (await add(day, 1, most, now))) taken += 1;
    return taken;
  }

  /** Takes mails off the count that were certainly not sent. */
  async function giveBack(day: LocalDate, mails: number): Promise<void> {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: dayKey(day),
        UpdateExpression: 'ADD mails :minus',
        ExpressionAttributeValues: { ':minus': -mails },
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
