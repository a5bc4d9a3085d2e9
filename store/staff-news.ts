import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Instant, LocalDate } from '../domain/calendar.ts';
import { StaffMail } from '../domain/mail.ts';
import { itemsIn } from './places.ts';
import { staffPartition } from './staff.ts';
import { table as schema } from './table.ts';
import type { Table, TransactItem } from './transaction.ts';

/** What happened, and is told to a member of staff in their next digest. */
const News = z.object({ sk: z.string(), mail: StaffMail }).transform(({ sk, mail }) => ({ key: sk, mail }));
export type News = z.infer<typeof News>;

const { partitionKey, sortKey } = schema;
const prefix = 'NEWS#';
/**
 * As long as somebody may be away whose digest comes once a week; and less than the twenty working days within which what is
 * erased of a person, who may be named in it, is gone from every place.
 */
const keptSeconds = 25 * 86_400;

/** Keeps something for somebody's next digest; `id` is that of the mail it would have been. */
export function newsItem(
  { name: TableName }: Table,
  { to, mail, id, at }: { to: string; mail: StaffMail; id: string; at: Instant },
): TransactItem {
  const expiresAt = Math.floor(Date.parse(at) / 1_000) + keptSeconds;
  const key = { pk: staffPartition(to), sk: `${prefix}${at}#${id}` };
  return { Put: { TableName, Item: { ...key, entity: 'staff-news', mail, expiresAt } } };
}

/** Takes away what somebody was told. */
export const newsGone = ({ name: TableName }: Table, user: string, key: string): TransactItem => ({
  Delete: { TableName, Key: { pk: staffPartition(user), sk: key } },
});

/** The first `limit` things that somebody is still to be told, oldest first. */
export async function newsOf(table: Table, user: string, limit: number): Promise<News[]> {
  const partition = { partitionKey, sortKey, value: staffPartition(user) };
  const items = await itemsIn(table, partition, { from: prefix, to: `${prefix}~` }, limit);
  return items.map((item) => News.parse(item));
}

/** What the last digest told somebody of. */
const Told = z.object({ on: LocalDate, told: z.array(z.string()) });
export type Told = z.infer<typeof Told>;
const toldKey = (user: string) => ({ pk: staffPartition(user), sk: 'TOLD' });

/** Keeps what a digest has told somebody of. */
export const toldItem = ({ name: TableName }: Table, user: string, { on, told }: Told): TransactItem => ({
  Put: { TableName, Item: { ...toldKey(user), entity: 'staff-told', on, told } },
});

/** What somebody was last told of, by a digest that was sent. */
export async function lastTold({ client, name: TableName }: Table, user: string): Promise<Told | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: toldKey(user), ConsistentRead: true }));
  return Told.optional().parse(Item);
}
