import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from './read.ts';
import type { Table } from './transaction.ts';

/** Something that is found in a partition sorted by place: which it is, and where it stands. */
export interface Found {
  id: string;
  place: string;
}

/** The part of a partition that is asked for: after a place, or from one on, up to another; without them, all of it. */
export interface Range {
  after?: string;
  from?: string;
  to?: string;
}

/** Places hold letters, digits, `-` and `#`: these sort before and behind all of them. */
const least = ' ';
const most = '\u{10ffff}';

/** What begins with some letters. */
export const beginningWith = (letters: string): Range => ({ from: letters, to: `${letters}${most}` });

interface Partition {
  index?: string;
  partitionKey: string;
  sortKey: string;
  value: string;
}

/** The first `limit` items of a part of a partition, in its order; fewer when there are no more. An index may lag. */
export async function itemsIn(
  { client, name: TableName }: Table,
  { index, partitionKey, sortKey, value }: Partition,
  { after, from = least, to = most }: Range,
  limit: number,
): Promise<Item[]> {
  // The least place that may follow `after`.
  const next = after === undefined ? from : `${after}!`;
  const first = Buffer.compare(Buffer.from(next), Buffer.from(from)) > 0 ? next : from;
  if (Buffer.compare(Buffer.from(first), Buffer.from(to)) > 0) return [];
  const found: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        ConsistentRead: index === undefined,
        KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :first AND :last',
        ExpressionAttributeNames: { '#partition': partitionKey, '#sort': sortKey },
        ExpressionAttributeValues: { ':partition': value, ':first': first, ':last': to },
        Limit: limit - found.length,
        ExclusiveStartKey,
      }),
    );
    found.push(...Items);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < limit);
  return found;
}
