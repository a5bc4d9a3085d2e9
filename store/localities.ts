import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Problem } from '../domain/errors.ts';
import type { Geometry } from '../domain/geometry.ts';
import { gatesOnAgenda, placeOf } from '../domain/listing.ts';
import { Locality } from '../domain/locality.ts';
import type { MatrixCounts } from '../domain/matrix-counts.ts';
import { asReadAndListed, isListed, listedMark, unchanged, withAsRead } from './listed.ts';
import { batchRead, firstOf, type Item, queryItems, queryPage } from './read.ts';
import { geometrySortKey } from './seals.ts';
import { table as schema } from './table.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** All localities of the municipality share a partition, oldest first: listing them is one Query. */
const partition = 'LOCALITIES';
const inPartition = {
  KeyConditionExpression: 'pk = :partition',
  ExpressionAttributeValues: { ':partition': partition },
};
const { standingIndex, dueIndex } = schema;
export const localityKey = (id: string) => ({ pk: partition, sk: id });
const geometryKey = (id: string) => ({ pk: `LOCALITY#${id}`, sk: geometrySortKey });

/** The schema of territories, which most functions never read. */
async function territoryItem() {
  const { Geometry } = await import('../domain/geometry.ts');
  return z.object({ pk: z.string().transform((pk) => pk.slice('LOCALITY#'.length)), geometry: Geometry });
}

export interface LocalityPage {
  items: Locality[];
  /** Where the next page begins; absent on the last. */
  next?: string;
}

/** Localities and their territories. Every read is consistent. */
export function localityStore(table: Table) {
  const { client, name: TableName } = table;

  async function find(id: string): Promise<Locality | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: localityKey(id), ConsistentRead: true }),
    );
    return Item && localityIn(Item);
  }

  /** @throws Problem `not-found` */
  async function get(id: string): Promise<Locality> {
    const locality = await find(id);
    if (!locality) throw new Problem('not-found');
    return locality;
  }

  async function geometry(id: string): Promise<Geometry | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: geometryKey(id), ConsistentRead: true }),
    );
    return Item && (await territoryItem()).parse(Item).geometry;
  }

  /** The territories of localities, by their ids; those that have one. */
  async function geometries(ids: readonly string[]): Promise<Map<string, Geometry>> {
    const [found, Territory] = await Promise.all([batchRead(table, ids.map(geometryKey)), territoryItem()]);
    const items = found.map((item) => Territory.parse(item));
    return new Map(items.map(({ pk, geometry }) => [pk, geometry]));
  }

  /** The localities with these ids, those that are there. */
  async function many(ids: readonly string[]): Promise<Map<string, Locality>> {
    const found = (await batchRead(table, ids.map(localityKey))).map(localityIn);
    return new Map(found.map((locality) => [locality.id, locality]));
  }

  /** One page after the locality `after`, of as many as DynamoDB reads at once, `limit` at most. */
  async function page(after?: string, limit?: number): Promise<LocalityPage> {
    const { items: found, hasMore } = await queryPage(table, {
      ...inPartition,
      ExclusiveStartKey: after ? localityKey(after) : undefined,
      Limit: limit,
    });
    const items = found.map(localityIn);
    return { items, next: hasMore ? items.at(-1)?.id : undefined };
  }

  /** The first `limit` localities after one, oldest first; fewer when no more follow. */
  const first = (after: string | undefined, limit: number): Promise<Locality[]> =>
    firstOf(page, after, limit);

  /** Every locality that follows `after`, oldest first; read `pageSize` at a time where that is told. */
  async function* all(after?: string, pageSize?: number): AsyncGenerator<Locality> {
    const from = after ? localityKey(after) : undefined;
    const items = queryItems(table, { ...inPartition, ExclusiveStartKey: from, Limit: pageSize });
    for await (const item of items) yield localityIn(item);
  }

  /** Keeps what the matrix of a locality adds up to, unless the locality has changed since it was read. */
  async function keepCounts(locality: Locality, matrixCounts: MatrixCounts): Promise<void> {
    const isKnown = locality.asRead !== undefined;
    const Item = itemOf({ ...locality, matrixCounts }, isKnown);
    try {
      await client.send(new PutCommand({ TableName, Item, ...unchanged(locality.revision, isKnown) }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { find, get, many, geometry, geometries, page, first, all, keepCounts };
}
export type LocalityStore = ReturnType<typeof localityStore>;

/** A locality as it was read. */
export const localityIn = (item: Item): Locality => withAsRead(Locality.parse(item), item);

/** What of an item puts it into the indexes of localities. */
function indexed(locality: Locality): Item {
  const agenda = gatesOnAgenda(locality);
  return {
    [standingIndex.partitionKey]: locality.status,
    [standingIndex.sortKey]: placeOf(locality),
    ...(agenda && { [dueIndex.partitionKey]: agenda.kind, [dueIndex.sortKey]: agenda.place }),
  };
}

/**
 * Writes the locality as it is to be, if it is still as it was read, at the revision `read`, which is the one before unless
 * told; a new one, if its id is free.
 */
export function localityItem(table: Table, locality: Locality, read = locality.revision - 1): TransactItem {
  const isKnown = isListed(locality);
  return put(table, itemOf(locality, isKnown), asReadAndListed(read + 1, isKnown));
}

/** Writes a locality that no list knew of as one that is listed, if it is still as it was read. */
export const listedLocalityItem = (table: Table, locality: Locality): TransactItem =>
  put(table, itemOf(locality, true), unchanged(locality.revision, false));

function itemOf({ asRead: _, ...locality }: Locality, isKnown: boolean): Item {
  const { id } = locality;
  return {
    ...localityKey(id),
    entity: 'locality',
    ...locality,
    ...indexed(locality),
    ...listedMark(isKnown),
  };
}

/** Replaces the locality's territory; goes with a change of the locality, whose condition guards it. */
export function geometryItem({ name }: Table, id: string, geometry: Geometry): TransactItem {
  return { Put: { TableName: name, Item: { ...geometryKey(id), entity: 'geometry', geometry } } };
}

/** Takes the locality's territory away; goes with a change of the locality, whose condition guards it. */
export function geometryGone({ name }: Table, id: string): TransactItem {
  return { Delete: { TableName: name, Key: geometryKey(id) } };
}
