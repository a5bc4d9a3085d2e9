import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { indexes, table as schema } from '../../store/table.ts';
import { type Table, tableOn } from '../../store/transaction.ts';
import { testCredentials } from './dynamodb-server.ts';

/** The test server wants the headers of a signature and does not check them. */
const signature = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
  'x-amz-date': '20260101T000000Z',
};

/** A new, empty table with the schema that is deployed. */
export async function freshTable(): Promise<Table> {
  const plain = new DynamoDBClient({
    endpoint: process.env.DYNAMODB_ENDPOINT,
    region: 'us-east-1',
    credentials: testCredentials,
    // To compute one took a tenth of the time of suites that do little but read and write.
    signer: {
      sign: async (request) => {
        Object.assign(request.headers, signature);
        return request;
      },
    },
  });
  const name = `test-${randomUUID()}`;
  const { partitionKey, sortKey } = schema;
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  const attributes = new Set([
    partitionKey,
    sortKey,
    ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ]);
  await plain.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...attributes].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: keys(partitionKey, sortKey),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  );
  return tableOn(plain, name);
}
