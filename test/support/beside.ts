import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Item } from '../../store/read.ts';
import type { Table } from '../../store/transaction.ts';

/* What somebody does who may write to the table, beside every command. */

/** An item as it stands. */
export const itemAt = async ({ client, name: TableName }: Table, Key: Item) =>
  z.looseObject({}).parse((await client.send(new GetCommand({ TableName, Key }))).Item);
/** Puts an item in the place of whatever is there. */
export const write = ({ client, name: TableName }: Table, Item: Item) =>
  client.send(new PutCommand({ TableName, Item }));

/** An item with one thing in it changed, wherever it stands there. */
export async function alter(table: Table, Key: Item, path: (string | number)[], value: unknown) {
  const item = await itemAt(table, Key);
  let part: unknown = item;
  for (const name of path.slice(0, -1)) part = Reflect.get(Object(part), name);
  expect(Reflect.get(Object(part), path.at(-1) ?? ''), path.join('.')).not.toEqual(value);
  Reflect.set(Object(part), path.at(-1) ?? '', value);
  await write(table, item);
}

/** All items of a partition. */
export async function partitionOf({ client, name: TableName }: Table, pk: string): Promise<Item[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items;
}

export async function remove({ client, name }: Table, keys: Item[]) {
  for (let at = 0; at < keys.length; at += 25)
    await client.send(
      new BatchWriteCommand({
        RequestItems: {
          [name]: keys.slice(at, at + 25).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
        },
      }),
    );
}
