import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchGetCommand,
  paginateQuery,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { Problem } from '../domain/errors.ts';
import type { Table } from './transaction.ts';

export type Item = Record<string, unknown>;
/** `ExclusiveStartKey` is where to begin, `Limit` how many items DynamoDB looks at in one page. */
type Query = Omit<QueryCommandInput, 'TableName' | 'ConsistentRead'>;

/** Pages of all that a query finds. The table itself is read consistently; an index cannot be. */
async function* pages({ client, name }: Table, query: Query): AsyncGenerator<QueryCommandOutput> {
  const ConsistentRead = query.IndexName === undefined;
  yield* paginateQuery({ client }, { ...query, TableName: name, ConsistentRead });
}

/** All that a query finds, page by page as DynamoDB reads it: 1 MB each; a page may be empty. */
export async function* queryPages(table: Table, query: Query): AsyncGenerator<Item[]> {
  for await (const { Items = [] } of pages(table, query)) yield Items;
}

/** All that a query finds, item by item; no page is read before it is needed. */
export async function* queryItems(table: Table, query: Query): AsyncGenerator<Item> {
  for await (const items of queryPages(table, query)) yield* items;
}

/** A part of what a query finds: as much as DynamoDB reads at once, and `Limit` items at most. */
export async function queryPage(table: Table, query: Query): Promise<{ items: Item[]; hasMore: boolean }> {
  for await (const { Items = [], LastEvaluatedKey } of pages(table, query))
    return { items: Items, hasMore: LastEvaluatedKey !== undefined };
  return { items: [], hasMore: false };
}

/** All that comes, as a list. */
export async function all<Of>(things: AsyncIterable<Of>): Promise<Of[]> {
  const list: Of[] = [];
  for await (const one of things) list.push(one);
  return list;
}

/** The first `limit` things that follow the one with id `after`, read by pages; fewer when no more follow. */
export async function firstOf<Of>(
  page: (after: string | undefined, limit: number) => Promise<{ items: Of[]; next?: string }>,
  after: string | undefined,
  limit: number,
): Promise<Of[]> {
  const found: Of[] = [];
  let from = after;
  do {
    const { items, next } = await page(from, limit - found.length);
    found.push(...items);
    from = next;
  } while (from !== undefined && found.length < limit);
  return found;
}

/** So many pieces are read at once: enough not to wait for each, few enough to hold little. */
const readAtOnce = 8;

/** Things, so many at a time. */
export async function* batches<Of>(
  things: Iterable<Of> | AsyncIterable<Of>,
  size: number,
): AsyncGenerator<Of[]> {
  let batch: Of[] = [];
  for await (const one of things) {
    if (batch.push(one) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What is read for each of several things, in their order, some of it ahead of what is asked for. */
export async function* readAhead<Of, Found>(
  things: Iterable<Of> | AsyncIterable<Of>,
  read: (one: Of) => Promise<Found>,
): AsyncGenerator<Found> {
  const under: Promise<Found>[] = [];
  try {
    for await (const one of things) {
      under.push(read(one));
      const first = under.length === readAtOnce ? under.shift() : undefined;
      if (first) yield await first;
    }
    for (let first = under.shift(); first; first = under.shift()) yield await first;
  } finally {
    // Whoever stops half-way, or was failed by one, still hears of no other.
    await Promise.allSettled(under);
  }
}

/** Keys that one BatchGetItem may ask for. */
export const batchSize = 100;

/** So often in a row a batch may give nothing before it counts as throttled: some eight seconds. */
const attempts = 10;
const longestPause = 2_000;

/**
 * The items with these keys, those that are there, in no order; read consistently. A batch may leave keys out, because it
 * is full (16 MB) or the table is throttled: they are asked for again, after a random pause that grows as long as nothing
 * comes.
 * @param only the attributes that are wanted, as a projection expression; all of them without
 * @throws Problem `unavailable` when the table stays throttled
 */
export async function batchRead(table: Table, keys: readonly Item[], only?: string): Promise<Item[]> {
  const found: Item[] = [];
  for (let at = 0; at < keys.length; at += batchSize)
    found.push(...(await oneBatch(table, keys.slice(at, at + batchSize), only)));
  return found;
}

async function oneBatch(
  { client, name }: Table,
  keys: readonly Item[],
  ProjectionExpression?: string,
): Promise<Item[]> {
  const found: Item[] = [];
  let Keys = [...keys];
  for (let fruitless = 0; Keys.length > 0; ) {
    const { items, left, cause } = await answered(Keys);
    found.push(...items);
    fruitless = left.length < Keys.length ? 0 : fruitless + 1;
    if (fruitless === attempts) throw new Problem('unavailable', { cause });
    // What is full goes on at once; what is throttled gets time.
    if (left.length > 0) await pause(Math.random() * Math.min(25 * 2 ** fruitless, longestPause));
    Keys = left;
  }
  return found;

  /** What one request gave, and the keys it left; all of them where the request itself was throttled. */
  async function answered(asked: Item[]): Promise<{ items: Item[]; left: Item[]; cause?: unknown }> {
    try {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({
          RequestItems: { [name]: { Keys: asked, ConsistentRead: true, ProjectionExpression } },
        }),
      );
      return { items: Responses?.[name] ?? [], left: UnprocessedKeys?.[name]?.Keys ?? [] };
    } catch (cause) {
      if (!(cause instanceof Problem && cause.code === 'unavailable')) throw cause;
      return { items: [], left: asked, cause };
    }
  }
}
