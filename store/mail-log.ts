import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalDate } from '../domain/calendar.ts';
import { FinalEntry, FinalMail, ownerOf } from './outbox-entry.ts';
import { batchRead } from './read.ts';
import { table as schema } from './table.ts';
import type { Table } from './transaction.ts';

/** What became of one mail: whom it was for, by user or id and never by address, and what of. */
export const LoggedMail = FinalMail.extend({
  locality: z.string().optional(),
  /** `kept`: the sandbox kept it. */
  state: FinalMail.shape.state.exclude(['suppressed']),
});
export type LoggedMail = z.infer<typeof LoggedMail>;

const { name: IndexName, partitionKey, sortKey } = schema.pendingIndex;

const partition = (day: LocalDate) => `MAILS#${day}`;

/** Finished entries are found in the index of pending ones, each under the day on which its last mail was finalised. */
export const loggedOn = (day: LocalDate, now: Date) => ({
  [partitionKey]: partition(day),
  [sortKey]: now.toISOString(),
});

/**
 * Where a page ended: how many mails were shown of the entry that follows another, and that other's place; no place before
 * the first. Written `2 2026-01-12T19:00:00.000Z LOCALITY#anapra OUTBOX#12`.
 */
export const MailLogCursor = z
  .string()
  .regex(/^\d{1,4}( \S+ \S+ \S+)?$/)
  .transform((text) => {
    const [shown = '', at = '', pk = '', sk = ''] = text.split(' ');
    return { shown: Number(shown), entry: sk === '' ? undefined : { at, pk, sk } };
  });
export type MailLogCursor = z.infer<typeof MailLogCursor>;

const Found = z
  .object({ [sortKey]: z.string(), pk: z.string(), sk: z.string() })
  .transform(({ [sortKey]: at, pk, sk }) => ({ at, pk, sk }));
type Found = z.infer<typeof Found>;

/** The mails of a day, the newest first. */
export function mailLogStore(table: Table) {
  const { client, name: TableName } = table;

  /** The mails of an entry that are told of; none where nothing was sent because nothing was left to say. */
  function mailsOf(item: unknown): LoggedMail[] {
    const entry = FinalEntry.safeParse(item).data;
    if (entry?.state !== 'done') return [];
    const owner = ownerOf(entry);
    const locality = 'locality' in owner ? owner.locality : undefined;
    return entry.finalised.flatMap(({ state, ...mail }) =>
      state === 'suppressed' ? [] : [{ ...mail, state, locality }],
    );
  }

  /** Up to `limit` mails that follow the place an earlier page ended with; `next` where there may be more. */
  async function page(day: LocalDate, after: MailLogCursor | undefined, limit: number) {
    const { shown = 0, entry } = after ?? {};
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName,
        KeyConditionExpression: `${partitionKey} = :day`,
        ExpressionAttributeValues: { ':day': partition(day) },
        ExclusiveStartKey: entry && {
          pk: entry.pk,
          sk: entry.sk,
          [partitionKey]: partition(day),
          [sortKey]: entry.at,
        },
        Limit: limit,
        ScanIndexForward: false,
      }),
    );
    const found = Items.map((item) => Found.parse(item));
    const entries = await batchRead(
      table,
      found.map(({ pk, sk }) => ({ pk, sk })),
    );
    const byKey = new Map(entries.map((item) => [`${item.pk} ${item.sk}`, item]));
    const items: LoggedMail[] = [];
    let [last, skipped] = [entry, shown];
    for (const one of found) {
      const mails = mailsOf(byKey.get(`${one.pk} ${one.sk}`)).slice(skipped);
      const room = limit - items.length;
      items.push(...mails.slice(0, room));
      if (mails.length > room) return { items, next: cursorOf(skipped + room, last) };
      [last, skipped] = [one, 0];
    }
    return { items, next: LastEvaluatedKey && cursorOf(0, last) };
  }
  return { page };
}
export type MailLogStore = ReturnType<typeof mailLogStore>;

const cursorOf = (shown: number, entry: Found | undefined) =>
  entry ? `${shown} ${entry.at} ${entry.pk} ${entry.sk}` : String(shown);
