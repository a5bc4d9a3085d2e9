import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../store/read.ts';
import type { Table } from '../../store/transaction.ts';

/** Every item of a table: what tests alone may read. */
export async function wholeTable({ client, name }: Table): Promise<Item[]> {
  const all: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ExclusiveStartKey, ConsistentRead: true }),
    );
    all.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return all;
}
