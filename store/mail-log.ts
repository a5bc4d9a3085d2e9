import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant, type LocalDate } from '../domain/calendar.ts';
import { MailKind } from '../domain/mail.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** As long as the finalised mail itself is kept. */
const keptSeconds = 90 * 86_400;

/** What became of one mail: whom it was for, by user or id and never by address, and what of. */
export const LoggedMail = z.object({
  id: z.string(),
  at: Instant,
  /** A member of staff by user name, or `stakeholder:<id>`. */
  to: z.string(),
  message: MailKind,
  locality: z.string().optional(),
  /** `kept`: the sandbox kept it. */
  state: z.enum(['sent', 'failed', 'kept']),
  /** How often it was given to SES; more than once where an outcome was unknown. */
  attempts: z.int(),
  error: z.string().optional(),
});
export type LoggedMail = z.infer<typeof LoggedMail>;

const partition = (day: LocalDate) => `MAILS#${day}`;
const placeOf = ({ at, id }: Pick<LoggedMail, 'at' | 'id'>) => `${at}#${id}`;

/** The mails of a day, the newest first. */
export function mailLogStore({ client, name: TableName }: Table) {
  /** Up to `limit` mails before the place `before`, which an earlier page ended with. */
  async function page(day: LocalDate, before: string | undefined, limit: number) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :day',
        ExpressionAttributeValues: { ':day': partition(day) },
        ExclusiveStartKey: before ? { pk: partition(day), sk: before } : undefined,
        Limit: limit,
        ScanIndexForward: false,
        ConsistentRead: true,
      }),
    );
    const items = Items.map((item) => LoggedMail.parse(item));
    const last = items.at(-1);
    return { items, next: LastEvaluatedKey && last ? placeOf(last) : undefined };
  }
  return { page };
}
export type MailLogStore = ReturnType<typeof mailLogStore>;

/** Notes what became of a mail; goes with the transaction that finalises it. */
export const loggedMailItem = (table: Table, day: LocalDate, mail: LoggedMail): TransactItem =>
  put(table, {
    pk: partition(day),
    sk: placeOf(mail),
    entity: 'logged-mail',
    ...mail,
    expiresAt: Math.floor(Date.parse(mail.at) / 1_000) + keptSeconds,
  });
