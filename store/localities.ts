import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Problem } from '../domain/errors.ts';
import type { Geometry } from '../domain/geometry.ts';
import { Locality } from '../domain/locality.ts';
import type { MatrixCounts } from '../domain/matrix-counts.ts';
import { batchRead, queryItems } from './read.ts';
import { asRead, atRevision, put, type Table, type TransactItem } from './transaction.ts';

/** All localities of the municipality share a partition, oldest first: listing them is one Query. */
const partition = 'LOCALITIES';
const inPartition = {
  KeyConditionExpression: 'pk = :partition',
  ExpressionAttributeValues: { ':partition': partition },
};
export const localityKey = (id: string) => ({ pk: partition, sk: id });
const geometryKey = (id: string) => ({ pk: `LOCALITY#${id}`, sk: 'GEOMETRY' });

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
    return Item && Locality.parse(Item);
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

  /** One page after the locality `after`, of as many as DynamoDB reads at once, `limit` at most. */
  async function page(after?: string, limit?: number): Promise<LocalityPage> {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        ...inPartition,
        ExclusiveStartKey: after ? localityKey(after) : undefined,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    const items = Items.map((item) => Locality.parse(item));
    return { items, next: LastEvaluatedKey && items.at(-1)?.id };
  }

  /** Every locality that follows `after`, oldest first; read `pageSize` at a time where that is told. */
  async function* all(after?: string, pageSize?: number): AsyncGenerator<Locality> {
    const from = after ? localityKey(after) : undefined;
    const items = queryItems(table, { ...inPartition, ExclusiveStartKey: from, Limit: pageSize });
    for await (const item of items) yield Locality.parse(item);
  }

  /** Keeps what the matrix of a locality adds up to, unless the locality has changed since it was read. */
  async function keepCounts(locality: Locality, matrixCounts: MatrixCounts): Promise<void> {
    const Item = itemOf({ ...locality, matrixCounts });
    try {
      await client.send(new PutCommand({ TableName, Item, ...atRevision(locality.revision) }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { find, get, geometry, geometries, page, all, keepCounts };
}
export type LocalityStore = ReturnType<typeof localityStore>;

const itemOf = (locality: Locality) => ({ ...localityKey(locality.id), entity: 'locality', ...locality });

/**
 * Writes the locality as it is to be, if it is still at the revision `read`, which is the one before unless told; a new
 * one, if its id is free.
 */
export function localityItem(table: Table, locality: Locality, read = locality.revision - 1): TransactItem {
  return put(table, itemOf(locality), asRead(read + 1));
}

/** Replaces the locality's territory; goes with a change of the locality, whose condition guards it. */
export function geometryItem({ name }: Table, id: string, geometry: Geometry): TransactItem {
  return { Put: { TableName: name, Item: { ...geometryKey(id), entity: 'geometry', geometry } } };
}
