import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { apiClient } from '../../local/api-client.ts';
import { testCredentials } from '../support/dynamodb-server.ts';

const Info = z.object({ dynamodbEndpoint: z.url(), region: z.string(), tableName: z.string() });
const Item = z.looseObject({ pk: z.string(), sk: z.string(), entity: z.string() });

/** What belongs to the installation rather than to the municipality: functions that run remember it. */
const kept = ['link-key', 'mail-release'];

/** Takes everything that suites before have recorded out of a machine's table, once nothing is under way there. */
export async function emptied(url: string): Promise<void> {
  const api = apiClient(url);
  // Time moves on when all that was set off before has come to rest.
  await api.local(z.unknown(), 'POST', '/local/clock', { advance: 'PT1S' });
  const {
    dynamodbEndpoint: endpoint,
    region,
    tableName: TableName,
  } = await api.local(Info, 'GET', '/local/info');
  const plain = new DynamoDBClient({ endpoint, region, credentials: testCredentials });
  const client = DynamoDBDocumentClient.from(plain);
  for await (const { Items } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    const found = z.array(Item).parse(Items ?? []);
    const gone = found.filter(({ entity }) => !kept.includes(entity));
    await Promise.all(
      gone.map(({ pk, sk }) => client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))),
    );
  }
  client.destroy();
}
