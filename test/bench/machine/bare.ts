import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type InFlight, inFlight } from '../timing.ts';

const TableName = 'bare';
/** Bytes of what a decision writes: locality, visit, history entry, the answer to the workflow, two mails. */
const sizes = [900, 1_300, 700, 1_200, 700, 700];

/**
 * The bare transaction that a command is held against: six items of the sizes that a decision writes, by the ordinary
 * client, on the same table server, in a table that has neither an index nor a stream.
 */
export async function bareTransactions(plain: DynamoDBClient) {
  await plain.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  const client = DynamoDBDocumentClient.from(plain);
  let last = 0;
  const write = () => {
    last += 1;
    const pk = `LOCALITY#${last}`;
    return client.send(
      new TransactWriteCommand({
        TransactItems: sizes.map((size, at) => ({
          Put: { TableName, Item: { pk, sk: `${at}`, note: 'x'.repeat(size) } },
        })),
      }),
    );
  };
  /** Writes so many of them, some at a time. */
  return (count: number, most: number): Promise<InFlight> =>
    inFlight(
      most,
      Array.from({ length: count }, (_, at) => at),
      write,
    );
}
