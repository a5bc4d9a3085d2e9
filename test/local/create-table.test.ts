import { randomUUID } from 'node:crypto';
import { DescribeTableCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { createTable } from '../../local/dynamodb/create-table.ts';
import { indexes, table as schema } from '../../store/table.ts';
import { testCredentials } from '../support/dynamodb-server.ts';

const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: testCredentials });

/** The table of a municipality with some of its indexes. */
function tableWith(
  some: readonly (typeof indexes)[number][],
  name: string,
  sortKey: string = schema.sortKey,
) {
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  const attributes = new Set([
    schema.partitionKey,
    sortKey,
    ...some.flatMap((index) => [index.partitionKey, index.sortKey]),
  ]);
  return {
    name,
    schema: {
      KeySchema: keys(schema.partitionKey, sortKey),
      AttributeDefinitions: [...attributes].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      GlobalSecondaryIndexes: some.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'KEYS_ONLY' as const },
      })),
    },
  };
}
const create = (...spec: Parameters<typeof tableWith>) =>
  createTable(endpoint, 'us-east-1', tableWith(...spec));

it.each([0, 1, 3])(
  'a kept table with %d indexes gets those that it lacks, and what is in it is found by them',
  async (had) => {
    const name = `kept-${randomUUID()}`;
    await create(indexes.slice(0, had), name);
    const Item = {
      pk: { S: 'LOCALITIES' },
      sk: { S: 'a' },
      standing: { S: 'active' },
      place: { S: 'act#a' },
    };
    await client.send(new PutItemCommand({ TableName: name, Item }));
    for (let start = 1; start <= 2; start += 1) await create(indexes, name);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(
      indexes.map((index) => index.name).sort(),
    );
    const found = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: schema.standingIndex.name,
        KeyConditionExpression: 'standing = :active',
        ExpressionAttributeValues: { ':active': { S: 'active' } },
      }),
    );
    expect(found.Items?.map(({ sk }) => sk?.S)).toEqual(['a']);
  },
);

it('a kept table with an index that the template lacks, or with other keys, is refused', async () => {
  const [more, other] = [`kept-${randomUUID()}`, `kept-${randomUUID()}`];
  await create(indexes, more);
  await expect(create(indexes.slice(0, 2), more)).rejects.toThrow('--fresh begins anew');
  await create(indexes, other, 'pendingAt');
  await expect(create(indexes, other)).rejects.toThrow('--fresh begins anew');
});
