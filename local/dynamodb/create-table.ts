import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableSpec } from '../assembly/specs.ts';
import { StartupError } from '../startup-error.ts';

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

/**
 * Creates the table as its template describes it, unless it is there.
 * @throws Refusal when the table that is there has other keys or indexes
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
    const kept = shapeOf(Table?.KeySchema, Table?.GlobalSecondaryIndexes);
    const wanted = shapeOf(KeySchema, GlobalSecondaryIndexes);
    if (kept !== wanted)
      throw new StartupError(
        `the kept table ${name} has the keys ${kept}, the template ${wanted}; --fresh begins anew`,
      );
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
