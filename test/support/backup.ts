import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../store/transaction.ts';
import { freshTable } from './table.ts';

/** A new table with all that another holds now, as a restore of a backup makes it: without a stream's past. */
export async function restored({ client, name }: Table): Promise<Table> {
  const copy = await freshTable();
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey }));
    for (const Item of page.Items ?? [])
      await copy.client.send(new PutCommand({ TableName: copy.name, Item }));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return copy;
}
