import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from '../../store/transaction.ts';

const Item = z.looseObject({ pk: z.string(), sk: z.string(), entity: z.string() });

export type Item = z.infer<typeof Item>;

/** What the table holds under a locality, read from the base table: all of it, or what begins with `prefix`. */
export async function itemsOf({ client, name }: Table, locality: string, prefix = '') {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `LOCALITY#${locality}` },
      ConsistentRead: true,
    }),
  );
  return z
    .array(Item)
    .parse(Items)
    .filter(({ sk }) => sk.startsWith(prefix));
}
