import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Problem } from '../domain/errors.ts';
import { type CausedMails, mostOfHour, sumsOfCaused } from '../domain/mail-bounds.ts';
import type { Table, TransactItem } from './transaction.ts';

const hourSeconds = 3_600;
const Counted = z.object({ mails: z.int() });

/**
 * What counts mails on the hour of whoever causes them, in the transaction that calls for them: none where nobody is told.
 * The hours are those of the world's clock, numbered since 1970. Where somebody else's transaction takes the last room first,
 * the condition fails, and whoever decides anew meets the problem.
 * @throws Problem `too-many-mails` when the hour has no room for all of them, with the seconds until it is over
 */
export async function mailHourItems(
  { client, name: TableName }: Table,
  caused: readonly CausedMails[],
  now: Date,
): Promise<TransactItem[]> {
  const seconds = now.getTime() / 1_000;
  const hour = Math.floor(seconds / hourSeconds);
  const over = (hour + 1) * hourSeconds;
  return Promise.all(
    sumsOfCaused(caused).map(async ({ actor, locality, mails }) => {
      const most = locality === undefined ? mostOfHour.elsewhere : mostOfHour.inLocality;
      const Key = { pk: `MAILS-BY#${actor}`, sk: `HOUR#${hour}#${locality ?? ''}` };
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const before = Item ? Counted.parse(Item).mails : 0;
      if (before + mails > most)
        throw new Problem('too-many-mails', { retryAfter: Math.max(1, Math.ceil(over - seconds)) });
      return {
        Update: {
          TableName,
          Key,
          UpdateExpression: 'SET entity = :entity, expiresAt = :expires ADD mails :more',
          ConditionExpression: 'attribute_not_exists(mails) OR mails <= :room',
          ExpressionAttributeValues: {
            ':entity': 'mail-hour',
            ':expires': over + hourSeconds,
            ':more': mails,
            ':room': most - mails,
          },
        },
      };
    }),
  );
}
