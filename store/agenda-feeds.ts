import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { staffPartition } from './staff.ts';
import { asRead, put, type Table, writeAll } from './transaction.ts';

/** The feed of somebody's agenda: which of its links is good, if any. */
export const AgendaFeed = z.object({
  /** The link carries it: a renewed or revoked one makes all earlier ones dead. */
  revision: z.int().min(1),
  isActive: z.boolean(),
});
export type AgendaFeed = z.infer<typeof AgendaFeed>;

const feedKey = (user: string) => ({ pk: staffPartition(user), sk: 'FEED' });

/** The feeds of members of staff, by their user names. Every read is consistent. */
export function agendaFeedStore(table: Table) {
  async function find(user: string): Promise<AgendaFeed | undefined> {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: feedKey(user), ConsistentRead: true }),
    );
    return Item && AgendaFeed.parse(Item);
  }

  /** Writes a feed as it is to be. @throws Conflict when it was changed since it was read */
  async function save(user: string, feed: AgendaFeed): Promise<void> {
    await writeAll(table, [
      put(table, { ...feedKey(user), entity: 'agenda-feed', ...feed }, asRead(feed.revision)),
    ]);
  }

  return { find, save };
}
