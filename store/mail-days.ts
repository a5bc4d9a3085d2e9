import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalDate } from '../domain/calendar.ts';
import type { DayBounds, MailAudience } from '../domain/mail-bounds.ts';
import type { Table } from './transaction.ts';

const dayKey = (day: LocalDate) => ({ pk: 'MAIL', sk: `DAY#${day}` });

/** How long a day's count is kept, for whoever looks into what was sent. */
const keptSeconds = 90 * 86_400;

/** The mails of a day: all of them, and those of them to staff, which an earlier version did not count. */
const Sent = z.object({ mails: z.int(), staff: z.int().default(0) });
export type SentOfDay = z.infer<typeof Sent>;

/** How many mails the municipality has sent on each of its days, and how many of them to staff. */
export function mailDayStore({ client, name: TableName }: Table) {
  /** Counts more mails on a day, if it has room for them all. */
  async function add(
    day: LocalDate,
    audience: MailAudience,
    mails: number,
    most: DayBounds,
    now: Date,
  ): Promise<boolean> {
    const toStaff = audience === 'staff';
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: dayKey(day),
          UpdateExpression: `SET entity = :entity, expiresAt = :expires ADD mails :more${toStaff ? ', staff :more' : ''}`,
          ConditionExpression: `(attribute_not_exists(mails) OR mails <= :room)${
            toStaff ? ' AND (attribute_not_exists(staff) OR staff <= :staffRoom)' : ''
          }`,
          ExpressionAttributeValues: {
            ':entity': 'mail-day',
            ':expires': Math.floor(now.getTime() / 1_000) + keptSeconds,
            ':more': mails,
            ':room': most.all - mails,
            ...(toStaff ? { ':staffRoom': most.staff - mails } : {}),
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** Counts up to `mails` more to somebody on a day; answers for how many of them that day has room. */
  async function take(
    day: LocalDate,
    audience: MailAudience,
    mails: number,
    most: DayBounds,
    now: Date,
  ): Promise<number> {
    const room = audience === 'staff' ? Math.min(most.all, most.staff) : most.all;
    if (mails <= room && (await add(day, audience, mails, most, now))) return mails;
    let taken = 0;
    while (taken < mails && mails > 1 && (await add(day, audience, 1, most, now))) taken += 1;
    return taken;
  }

  /** Takes mails off the count that were certainly not sent. */
  async function giveBack(day: LocalDate, audience: MailAudience, mails: number): Promise<void> {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: dayKey(day),
        UpdateExpression: `ADD mails :minus${audience === 'staff' ? ', staff :minus' : ''}`,
        ExpressionAttributeValues: { ':minus': -mails },
      }),
    );
  }

  /** How many have been sent on a day so far. */
  async function sentOn(day: LocalDate): Promise<SentOfDay> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: dayKey(day) }));
    return Item ? Sent.parse(Item) : { mails: 0, staff: 0 };
  }

  return { take, giveBack, sentOn };
}
export type MailDayStore = ReturnType<typeof mailDayStore>;
