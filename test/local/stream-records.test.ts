import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { createTable } from '../../local/dynamodb/create-table.ts';
import { startTableServer } from '../../local/dynamodb/server.ts';
import { tidyStreamRecords } from '../../local/dynamodb/stream-records.ts';
import { openJournal, openSettings } from '../../local/journal.ts';
import { keepPosition, passedByAll } from '../../local/stream/position.ts';
import { StreamReader } from '../../local/stream/protocol.ts';
import { addStreamRecords, shardOf } from '../support/stream-records.ts';
import { streamedTable } from '../support/streamed-table.ts';
import { newFolder } from './fixture/machine.ts';

const name = 'aged';
const shard = shardOf(name);

/** A table server with so many stream records, written into its store as it writes them itself. */
async function agedTable(records: number) {
  const folder = newFolder();
  const file = join(folder, 'dynamodb.sqlite');
  const server = await startTableServer(
    { table: file, tableProcess: join(folder, 'dynamodb.pid') },
    () => {},
  );
  onTestFinished(() => server.stop());
  await createTable(server.endpoint, 'us-east-1', streamedTable(name));
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  addStreamRecords(database, name, records);
  const client = new DynamoDBClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  const write = (pk: string) => client.send(new PutItemCommand({ TableName: name, Item: { pk: { S: pk } } }));
  const reader = new StreamReader(server.endpoint);
  /** The numbers that are still told of to whoever comes after one of them. */
  const numbersAfter = async (after?: string) => {
    const arn = await reader.streamOf(name);
    const { records: told } = await reader.read(await reader.iterator(arn, shard, after), 1000);
    return told.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));
  };
  return { file, database, write, numbersAfter };
}

test('what the server asks of its stream with every write and every look is found by an index', async () => {
  const { file } = await agedTable(10);
  tidyStreamRecords(file, () => undefined);
  // A plan is made by what a connection knew of the schema when it last asked something.
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const Plan = z.array(z.object({ detail: z.string() }));
  // As dynoxide 1.2 asks; its text is in the program.
  const questions = [
    'SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1',
    `SELECT event_name FROM _stream_records
     WHERE table_name = ?1 AND shard_id = ?2 AND CAST(sequence_number AS INTEGER) > ?3
     ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT ?4`,
  ];
  for (const question of questions) {
    const plan = Plan.parse(database.prepare(`EXPLAIN QUERY PLAN ${question}`).all());
    expect(plan.map(({ detail }) => detail).join()).toMatch(
      /^SEARCH _stream_records USING (COVERING )?INDEX etapas_stream_records/,
    );
  }
});

test('records that every reader has passed are removed, and the numbers go on', async () => {
  const { file, write, numbersAfter } = await agedTable(30);
  const settings = openSettings(openJournal(join(newFolder(), 'journal.sqlite')));
  const [ahead, behind] = [{ functionArn: 'ahead' }, { functionArn: 'behind' }];
  keepPosition(settings, ahead, shard, '30');
  keepPosition(settings, behind, shard, '9');
  tidyStreamRecords(file, (one) => passedByAll(settings, [ahead, behind], one));
  expect(await numbersAfter()).toEqual(Array.from({ length: 21 }, (_, at) => at + 10));
  keepPosition(settings, behind, shard, '30');
  tidyStreamRecords(file, (one) => passedByAll(settings, [ahead, behind], one));
  // The last one stays, though everybody has passed it.
  expect(await numbersAfter()).toEqual([30]);
  await write('next');
  expect(await numbersAfter('30')).toEqual([31]);
});

test.each([
  ['a reader that has not begun', [{ functionArn: 'ahead' }, { functionArn: 'new' }]],
  ['nobody who reads', []],
])('with %s nothing is removed', async (_, readers) => {
  const { file, numbersAfter } = await agedTable(5);
  const settings = openSettings(openJournal(join(newFolder(), 'journal.sqlite')));
  keepPosition(settings, { functionArn: 'ahead' }, shard, '5');
  tidyStreamRecords(file, (one) => passedByAll(settings, readers, one));
  expect(await numbersAfter()).toEqual([1, 2, 3, 4, 5]);
});

test('killed by -9 while it tidies, it loses nothing that is not passed, and the next start goes on', async () => {
  const { file, database, write, numbersAfter } = await agedTable(60_000);
  const module = join(import.meta.dirname, '..', '..', 'local', 'dynamodb', 'stream-records.ts');
  const script = `const { tidyStreamRecords } = await import(${JSON.stringify(module)});
    console.log('begins');
    tidyStreamRecords(${JSON.stringify(file)}, () => 59_990);`;
  for (const milliseconds of [0, 20, 60]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    await pause(milliseconds);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await numbersAfter('59990')).toHaveLength(10);
  }
  tidyStreamRecords(file, () => 59_990);
  await write('next');
  expect(await numbersAfter()).toEqual(Array.from({ length: 11 }, (_, at) => 59_991 + at));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
});
