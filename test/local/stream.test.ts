import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AttributeValue, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Activity } from '../../local/activity.ts';
import { Clock } from '../../local/clock.ts';
import { openJournal, openSettings } from '../../local/journal.ts';
import type { Runner } from '../../local/runner.ts';
import { StartupError } from '../../local/startup-error.ts';
import { deliver } from '../../local/stream/deliver.ts';
import { filterOf } from '../../local/stream/filter.ts';
import type { StreamRecord } from '../../local/stream/protocol.ts';
import { TableStream } from '../../local/stream/stream.ts';
import { clientsOf, newFolder, startFixture } from './fixture/machine.ts';

const record = (number: number): StreamRecord => ({
  eventID: String(number),
  eventName: 'INSERT',
  dynamodb: { Keys: {}, SequenceNumber: String(number) },
});

interface Run {
  /** Numbers of the records that the function reports as failed. */
  failing?: number[];
  /** Numbers of the records with which the function throws. */
  throwing?: number[];
  bisects?: boolean;
  retryAttempts?: number;
}

/** Delivers records 1 to 6 to a function that fails as told. */
async function run({ failing = [], throwing = [], bisects = true, retryAttempts = 2 }: Run) {
  const calls: number[][] = [];
  const done: number[] = [];
  const lost: number[] = [];
  const number = ({ dynamodb }: StreamRecord) => Number(dynamodb.SequenceNumber);
  await deliver(
    {
      spec: { reportsItemFailures: true, bisects, retryAttempts },
      ownerOf: () => '',
      async invoke(records) {
        calls.push(records.map(number));
        if (records.some((one) => throwing.includes(number(one)))) throw new Error('no');
        const failed = records.filter((one) => failing.includes(number(one)));
        return {
          batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
        };
      },
      done: (ones) => done.push(...ones.map(number)),
      stopped: () => false,
      giveUp: (one) => lost.push(number(one)),
    },
    [1, 2, 3, 4, 5, 6].map(record),
  );
  return { calls, done: done.at(-1), lost };
}

test('a batch that goes well is delivered once', async () => {
  expect(await run({})).toEqual({ calls: [[1, 2, 3, 4, 5, 6]], done: 6, lost: [] });
});

test('a record reported as failed is tried again by itself, then given up; its neighbours go through', async () => {
  expect(await run({ failing: [3] })).toEqual({
    calls: [[1, 2, 3, 4, 5, 6], [3], [3], [3], [4, 5, 6]],
    done: 6,
    lost: [3],
  });
});

test('a record that fails the whole batch is found by halving', async () => {
  const { calls, lost } = await run({ throwing: [5] });
  expect(lost).toEqual([5]);
  expect(calls.filter((batch) => batch.includes(5)).at(-1)).toEqual([5]);
  expect(calls.at(-1)).toEqual([6]);
});

test('without halving the batch is retried whole from the failed record on', async () => {
  expect(await run({ failing: [5], bisects: false, retryAttempts: 1 })).toEqual({
    calls: [
      [1, 2, 3, 4, 5, 6],
      [5, 6],
      [5, 6],
    ],
    done: 6,
    lost: [5, 6],
  });
});

test.each([
  [{ a: { S: ['x', { prefix: 'y' }] } }, { a: { S: 'x' } }, true],
  [{ a: { S: ['x', { prefix: 'y' }] } }, { a: { S: 'yes' } }, true],
  [{ a: { S: ['x', { prefix: 'y' }] } }, { a: { S: 'z' } }, false],
  [{ a: { S: ['x'] } }, {}, false],
  [{ a: [{ exists: false }] }, {}, true],
  [{ a: [{ exists: true }] }, { a: 1 }, true],
  [{ a: [{ 'anything-but': ['x'] }] }, { a: 'x' }, false],
  [{ a: [{ 'anything-but': ['x'] }] }, { a: 'y' }, true],
])('the filter %j, given %j, says %s', (pattern, value, expected) => {
  expect(filterOf([JSON.stringify(pattern)])(value)).toBe(expected);
});

test('a filter rule that is not known is refused by name', () => {
  const pattern = JSON.stringify({ dynamodb: { NewImage: { at: { N: [{ numeric: ['>', 1] }] } } } });
  expect(() => filterOf([pattern])).toThrow('filter.dynamodb.NewImage.at.N: the local runner has no filter');
  expect(() => filterOf([pattern])).toThrow(StartupError);
});

const dataFolder = newFolder();
let runner: Runner;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  runner = await startFixture({ dataFolder });
  ({ dynamodb } = await clientsOf(runner));
});
afterAll(() => runner.stop());

const put = (pk: string, more: Record<string, AttributeValue> = {}) =>
  dynamodb.send(
    new PutItemCommand({
      TableName: 'etapas-fixture-data-Table',
      Item: { pk: { S: pk }, sk: { S: 'x' }, entity: { S: 'outbox' }, state: { S: 'queued' }, ...more },
    }),
  );

const log = () => {
  const file = join(dataFolder, 'logs', 'etapas-fixture-relay.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
};

/**
 * How often the relay was called, once all is done. What a function prints is written down a little later, and how many
 * records a call brings depends on how soon the stream was looked at.
 */
async function callsSoFar(): Promise<number> {
  await runner.settle();
  for (let calls = log(); ; ) {
    await pause(300);
    const now = log();
    if (now === calls) return calls;
    calls = now;
  }
}

const deadLetters = () => {
  const file = join(dataFolder, 'dead-letters.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

test('a queued outbox entry reaches the relay at once, and nothing else does', async () => {
  await put('other', { entity: { S: 'locality' } });
  await put('sent', { state: { S: 'sent' } });
  await runner.settle();
  expect(log()).toBe(0);
  await put('mail-1');
  await runner.settle();
  await expect.poll(log, { interval: 5 }).toBe(1);
});

test('a poisoned entry ends in the dead letters without its content, its neighbours go on', async () => {
  await put('poison', { fails: { S: 'item' }, secret: { S: 'a name' } });
  await put('neighbour');
  await runner.settle();
  const [letter, ...others] = deadLetters()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ eventName: 'INSERT', Keys: { pk: { S: 'poison' }, sk: { S: 'x' } } });
  expect(deadLetters()).not.toContain('a name');
});

test('what another program writes to a machine at rest is noticed without a word', async () => {
  const calls = await callsSoFar();
  // Long enough for the pauses to have grown to their longest.
  await pause(1_500);
  await put('from-elsewhere');
  await expect.poll(log, { interval: 20, timeout: 10_000 }).toBe(calls + 1);
});

test('a stream at rest looks ever less often, and at once when it is told of a write', async () => {
  const { info } = await clientsOf(runner);
  const settings = openSettings(openJournal(':memory:'));
  const activity = new Activity();
  const clock = new Clock({ settings, settle: async () => {}, failed: () => {} });
  let looks = 0;
  const stream = new TableStream({
    spec: {
      tableName: info.tableName,
      partitionKey: 'pk',
      functionArn: 'f',
      batchSize: 10,
      parallelBatches: 10,
      windowSeconds: 0,
      patterns: [],
      reportsItemFailures: true,
      bisects: true,
      retryAttempts: 2,
    },
    endpoint: info.dynamodbEndpoint,
    version: () => {
      looks += 1;
      return 1;
    },
    region: info.region,
    functions: { invoke: async () => null, has: () => true, replace: () => {}, stop: async () => {} },
    settings,
    clock,
    activity,
    deadLetters: join(dataFolder, 'none.jsonl'),
    failed: () => {},
  });
  await stream.start();
  await stream.drained();
  await pause(2_000);
  const before = looks;
  await pause(2_000);
  // Twice a second, where it was fifty times.
  expect(looks - before).toBeLessThanOrEqual(5);
  stream.poke();
  const poked = looks;
  await expect.poll(() => looks, { interval: 1, timeout: 200 }).toBeGreaterThan(poked);
  await stream.stop();
  clock.stop();
});

test('after a restart the stream goes on where it was, with what was written meanwhile', async () => {
  const before = await callsSoFar();
  await runner.stop();
  runner = await startFixture({ dataFolder });
  ({ dynamodb } = await clientsOf(runner));
  await put('after-restart');
  await runner.settle();
  await expect.poll(log, { interval: 5 }).toBe(before + 1);
});
