import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { tableOn } from '../../../store/transaction.ts';
import { testCredentials } from '../../support/dynamodb-server.ts';

const Info = z.object({
  dynamodbEndpoint: z.url(),
  awsEndpoint: z.url(),
  region: z.string(),
  tableName: z.string(),
});

/** The table of a running Etapas, as stores use it, and where its servers are. */
export async function tableOfRunner(url: string) {
  const info = Info.parse(await (await fetch(`${url}/local/info`)).json());
  const { dynamodbEndpoint: endpoint, region } = info;
  const plain = new DynamoDBClient({ endpoint, region, credentials: testCredentials });
  return { ...info, plain, table: tableOn(plain, info.tableName) };
}
