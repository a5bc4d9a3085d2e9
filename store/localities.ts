import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Geometry } from '../domain/change.ts';
import { Problem } from '../domain/errors.ts';
import { Locality } from '../domain/locality.ts';
import { asRead, everyItem, put, type Table, type TransactItem } from './transaction.ts';

/** All localities of the municipality share a partition, oldest first: listing them is one Query. */
const partition = 'LOCALITIES';
const localityKey = (id: string) => ({ pk: partition, sk: id });
const geometryKey = (id: string) => ({ pk: `LOCALITY#${id}`, sk: 'GEOMETRY' });
const TerritoryItem = z.object({
  pk: z.string().transform((pk) => pk.slice('LOCALITY#'.length)),
  geometry: Geometry,
});

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
    return Item && z.object({ geometry: Geometry }).parse(Item).geometry;
  }

  /** The territories of up to a hundred localities, by their ids; those that have one. */
  async function geometries(ids: readonly string[]): Promise<Map<string, Geometry>> {
    const found = new Map<string, Geometry>();
    let Keys: Record<string, unknown>[] = ids.map(geometryKey);
    while (Keys.length > 0) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
      );
      for (const item of Responses?.[TableName] ?? []) {
        const { pk, geometry } = TerritoryItem.parse(item);
        found.set(pk, geometry);
      }
      // A batch ends at 16 MB: what did not fit is asked for again.
      Keys = UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
    return found;
  }

  /** One page after the locality `after`, of as many as DynamoDB reads at once, `limit` at most. */
  async function page(after?: string, limit?: number): Promise<LocalityPage> {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :partition',
        ExpressionAttributeValues: { ':partition': partition },
        ExclusiveStartKey: after ? localityKey(after) : undefined,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    const items = Items.map((item) => Locality.parse(item));
    return { items, next: LastEvaluatedKey && items.at(-1)?.id };
  }

  /** Every locality, read page by page. */
  const all = () => everyItem((after) => page(after));

  return { find, get, geometry, geometries, page, all };
}
export type LocalityStore = ReturnType<typeof localityStore>;

/** Writes the locality as it is to be, if it is still as it was read; a new one, if its id is free. */
export function localityItem(table: Table, locality: Locality): TransactItem {
  return put(
    table,
    { ...localityKey(locality.id), entity: 'locality', ...locality },
    asRead(locality.revision),
  );
}

/** Replaces the locality's territory; goes with a change of the locality, whose condition guards it. */
export function geometryItem({ name }: Table, id: string, geometry: Geometry): TransactItem {
  return { Put: { TableName: name, Item: { ...geometryKey(id), entity: 'geometry', geometry } } };
}
