import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createTable } from '../../local/dynamodb/create-table.ts';
import { startTableServer } from '../../local/dynamodb/server.ts';
import { tidyStreamRecords } from '../../local/dynamodb/stream-records.ts';
import { StreamReader } from '../../local/stream/protocol.ts';
import { testCredentials } from '../support/dynamodb-server.ts';
import { addStreamRecords } from '../support/stream-records.ts';
import { streamedTable } from '../support/streamed-table.ts';
import type { Group } from './group.ts';
import { median } from './timing.ts';

/** Odd, so that one is in the middle. */
const rounds = 9;
const [transactions, items] = [40, 6];
const name = 'aged';

/** A table with a stream on a server of its own, as one machine starts it. */
async function tableOfMachine() {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-age-'));
  const file = join(folder, 'dynamodb.sqlite');
  const server = await startTableServer({ table: file, tableProcess: join(folder, 'dynamodb.pid') }, () => {
    throw new Error('the table server ended');
  });
  tidyStreamRecords(file, () => undefined);
  await createTable(server.endpoint, 'us-east-1', streamedTable(name));
  const { endpoint } = server;
  const plain = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials: testCredentials });
  const client = DynamoDBDocumentClient.from(plain);
  const reader = new StreamReader(endpoint);
  const arn = await reader.streamOf(name);
  const [shard = ''] = await reader.shards(arn);
  let iterator = await reader.iterator(arn, shard, undefined);

  /** Reads the stream to its end and answers how many records there were. */
  async function follow(): Promise<number> {
    let found = 0;
    for (;;) {
      const { records, next } = await reader.read(iterator, 1000);
      if (records.length === 0) return found;
      found += records.length;
      iterator = next ?? iterator;
    }
  }

  /** As many records as months of use leave, read to their end. */
  async function age(records: number): Promise<void> {
    const database = new DatabaseSync(file);
    addStreamRecords(database, name, records);
    database.close();
    const told = await follow();
    if (told !== records) throw new Error(`the stream told of ${told} records, not of ${records}`);
  }

  /** Transactions a second. */
  async function round(): Promise<number> {
    const start = performance.now();
    for (let at = 0; at < transactions; at += 1) {
      await client.send(
        new TransactWriteCommand({
          TransactItems: Array.from({ length: items }, (_, item) => ({
            Put: { TableName: name, Item: { pk: `${at}.${item}`, note: 'x'.repeat(200) } },
          })),
        }),
      );
      const told = await follow();
      if (told !== items) throw new Error(`the stream told of ${told} items, not of ${items}`);
    }
    return transactions / ((performance.now() - start) / 1_000);
  }

  async function stop() {
    client.destroy();
    plain.destroy();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { age, round, stop };
}

/** Works on a new and on an aged table in turns, so that whatever else the machine does slows both alike. */
async function measureAge(records: number): Promise<{ young: number; aged: number }> {
  const [young, aged] = [await tableOfMachine(), await tableOfMachine()];
  try {
    await aged.age(records);
    // The first round of each is for warming up.
    for (const table of [young, aged]) await table.round();
    const speeds: Record<'young' | 'aged', number[]> = { young: [], aged: [] };
    for (let at = 0; at < rounds; at += 1) {
      speeds.young.push(await young.round());
      speeds.aged.push(await aged.round());
    }
    return { young: median(speeds.young), aged: median(speeds.aged) };
  } finally {
    await young.stop();
    await aged.stop();
  }
}

const records = 100_000;

export const age: Group = {
  what: `The table server of one machine, new and after ${records} stream records: transactions of six items, each followed by a look at the stream`,
  async measure() {
    const { young, aged } = await measureAge(records);
    return [
      {
        name: 'a transaction and a look at the stream',
        counted: 1_000 / aged,
        unit: 'ms',
        baseline: 1_000 / young,
        of: 'new table',
        wanted: { atMost: 1.2 },
      },
    ];
  },
};
