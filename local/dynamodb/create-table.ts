import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableSpec } from '../assembly/specs.ts';
import { StartupError } from '../startup-error.ts';

type NewIndex = TableSpec['schema']['GlobalSecondaryIndexes'][number];

interface Index {
  IndexName?: string;
  KeySchema?: { AttributeName?: string; KeyType?: string }[];
}

/** Keys and indexes in one text, to compare a kept table with the template. */
const shapeOf = (KeySchema: Index['KeySchema'], indexes: Index[] = []) =>
  [{ IndexName: '', KeySchema }, ...indexes]
    .map(({ IndexName, KeySchema }) =>
      [
        IndexName,
        ...(KeySchema ?? []).map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`),
      ].join(' '),
    )
    .sort()
    .join(', ');

/** How long the server is given to make an index of what a kept table holds. */
const patience = 300_000;
const between = 100;

/** Adds an index to a kept table, and waits until it can be asked. */
async function addIndex(client: DynamoDBClient, { name, schema }: TableSpec, index: NewIndex): Promise<void> {
  const own = new Set((index.KeySchema ?? []).map(({ AttributeName }) => AttributeName));
  await client.send(
    new UpdateTableCommand({
      TableName: name,
      AttributeDefinitions: schema.AttributeDefinitions.filter(({ AttributeName }) => own.has(AttributeName)),
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    }),
  );
  for (let waited = 0; waited < patience; waited += between) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const made = Table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index.IndexName);
    if (made?.IndexStatus === 'ACTIVE') return;
    await pause(between);
  }
  throw new StartupError(`the index ${index.IndexName} of the kept table ${name} was not made`);
}

/**
 * Creates the table as its template describes it, unless it is there. Indexes that a kept table lacks are added, one after
 * the other, as DynamoDB does.
 * @throws StartupError when the table that is there has other keys, or an index that the template lacks
 */
export async function createTable(endpoint: string, region: string, { name, schema }: TableSpec) {
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, StreamSpecification } = schema;
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const there = Table?.GlobalSecondaryIndexes ?? [];
    const missing = GlobalSecondaryIndexes.filter(
      ({ IndexName }) => !there.some((index) => index.IndexName === IndexName),
    );
    const kept = shapeOf(Table?.KeySchema, [...there, ...missing]);
    const wanted = shapeOf(KeySchema, GlobalSecondaryIndexes);
    if (kept !== wanted)
      throw new StartupError(
        `the kept table ${name} has the keys ${kept}, the template ${wanted}; --fresh begins anew`,
      );
    for (const index of missing) await addIndex(client, { name, schema }, index);
    return;
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  } finally {
    client.destroy();
  }
  await client.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema,
      AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes }),
      ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
    }),
  );
  if (schema.TimeToLiveSpecification)
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: schema.TimeToLiveSpecification,
      }),
    );
  client.destroy();
}
