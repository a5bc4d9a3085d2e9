import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Activity } from '../../local/activity.ts';
import { Deliveries } from '../../local/stream/deliveries.ts';
import { OwnerQueue } from '../../local/stream/owner-queue.ts';
import { Progress } from '../../local/stream/progress.ts';
import type { StreamRecord } from '../../local/stream/protocol.ts';

const record = (number: number, owner: string): StreamRecord => ({
  eventID: String(number),
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: owner }, sk: { S: String(number) } }, SequenceNumber: String(number) },
});
/** `'aab'`: the first two records are a's, the third is b's. */
const records = (owners: string) => [...owners].map((owner, at) => record(at + 1, owner));
const number = ({ dynamodb }: StreamRecord) => Number(dynamodb.SequenceNumber);
const ownerOf = ({ dynamodb }: StreamRecord) => JSON.stringify(dynamodb.Keys.pk);
const isOf =
  (owner: string) =>
  ({ dynamodb }: StreamRecord) =>
    JSON.stringify(dynamodb.Keys.pk).includes(owner);

interface Run {
  parallelBatches?: number;
  batchSize?: number;
  windowSeconds?: number;
  /** What the function does with a batch; it takes them all unless told. */
  work?: (batch: StreamRecord[]) => Promise<unknown>;
  /** What writing down how far it is does. */
  written?: () => void;
}

function started({
  parallelBatches = 10,
  batchSize = 10,
  windowSeconds = 0,
  work = async () => ({}),
  written,
}: Run) {
  const activity = new Activity();
  const calls: number[][] = [];
  const done: number[] = [];
  const lost: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const deliveries = new Deliveries({
    spec: {
      partitionKey: 'pk',
      batchSize,
      parallelBatches,
      windowSeconds,
      reportsItemFailures: true,
      bisects: true,
      retryAttempts: 2,
    },
    activity,
    async invoke(batch) {
      calls.push(batch.map(number));
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      try {
        return await work(batch);
      } finally {
        atOnce -= 1;
      }
    },
    done(ones) {
      written?.();
      done.push(...ones.map(number));
    },
    giveUp: (one) => lost.push(number(one)),
    failed: () => {},
  });
  return { deliveries, activity, calls, done, lost, mostAtOnce: () => mostAtOnce };
}

test('a slow owner holds up nobody else, and its own records stay in order', async () => {
  const slow = Promise.withResolvers<void>();
  const { deliveries, activity, calls, done } = started({
    work: async (batch) => (batch.some(isOf('s')) ? slow.promise : {}),
  });
  deliveries.add(records('sssabcabc'));
  await expect.poll(() => done.toSorted()).toEqual([4, 5, 6, 7, 8, 9]);
  expect(calls.flat().filter((one) => one <= 3)).toEqual([1, 2, 3]);
  slow.resolve();
  await activity.idle();
  expect(done.filter((one) => one <= 3)).toEqual([1, 2, 3]);
});

test.each([
  [
    'reports',
    async (batch: StreamRecord[]) => {
      const failed = batch.filter(isOf('p'));
      return {
        batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
      };
    },
  ],
  [
    'throws',
    async (batch: StreamRecord[]) => {
      if (batch.some(isOf('p'))) throw new Error('no');
    },
  ],
  [
    'answers with a name that is none of the batch',
    async (batch: StreamRecord[]) => ({
      batchItemFailures: batch.some(isOf('p')) ? [{ itemIdentifier: 'another' }] : [],
    }),
  ],
])(
  'an owner whose records the function %s is given up by itself; its batch goes through meanwhile',
  async (_, work) => {
    const { deliveries, activity, done, lost } = started({ parallelBatches: 2, work });
    deliveries.add(records('abpcdepf'));
    await activity.idle();
    expect(lost).toEqual([3, 7]);
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    // The poisoned ones were tried again after a pause; by then all others were done.
    expect(done.slice(0, 6).toSorted()).toEqual([1, 2, 4, 5, 6, 8]);
  },
);

test('an owner with many records is never delivered twice at once', async () => {
  const busy = new Set<string>();
  const { deliveries, activity, done, mostAtOnce } = started({
    batchSize: 3,
    async work(batch) {
      const owners = new Set(batch.map(ownerOf));
      expect([...owners].filter((owner) => busy.has(owner))).toEqual([]);
      for (const owner of owners) busy.add(owner);
      await pause(Math.random() * 5);
      for (const owner of owners) busy.delete(owner);
    },
  });
  const all = records('abcdefghijkl'.repeat(20));
  deliveries.add(all);
  await activity.idle();
  expect(done).toHaveLength(all.length);
  for (const ofOne of Map.groupBy(all, ownerOf).values()) {
    const numbers = ofOne.map(number);
    expect(done.filter((one) => numbers.includes(one))).toEqual(numbers);
  }
  expect(mostAtOnce()).toBeGreaterThan(1);
  expect(mostAtOnce()).toBeLessThanOrEqual(10);
});

test('one batch at a time is the whole shard in order', async () => {
  const { deliveries, activity, calls, mostAtOnce } = started({ parallelBatches: 1, batchSize: 4 });
  deliveries.add(records('abcabcabc'));
  await activity.idle();
  expect(calls).toEqual([[1, 2, 3, 4], [5, 6, 7, 8], [9]]);
  expect(mostAtOnce()).toBe(1);
});

test('records wait for a full batch as long as the window is open, unless somebody waits for them', async () => {
  const { deliveries, activity, calls } = started({ windowSeconds: 60, batchSize: 3 });
  deliveries.add(records('ab'));
  await activity.idle();
  expect(calls).toEqual([]);
  deliveries.add([record(3, 'c')]);
  await activity.idle();
  expect(calls).toEqual([[1, 2, 3]]);
  deliveries.add([record(4, 'd')]);
  deliveries.flush();
  await activity.idle();
  expect(calls.at(-1)).toEqual([4]);
  await deliveries.stop();
});

test('records whose end could not be written down come again', async () => {
  let times = 0;
  const { deliveries, activity, done } = started({
    written() {
      times += 1;
      if (times === 1) throw new Error('the disk is full');
    },
  });
  deliveries.add(records('a'));
  await activity.idle();
  expect(done).toEqual([1]);
});

test('after the stop nothing more begins', async () => {
  const { deliveries, calls } = started({ parallelBatches: 1, batchSize: 1, work: () => pause(20) });
  deliveries.add(records('abc'));
  await deliveries.stop();
  expect(calls).toEqual([[1]]);
});

test.each([
  { order: [1, 2, 3, 4], positions: ['1', '2', '3', '4'] },
  { order: [4, 3, 2, 1], positions: ['0', '0', '0', '4'] },
  { order: [2, 1, 4, 3], positions: ['0', '2', '2', '4'] },
])('what is dealt with in the order $order is kept up to the first that is not', ({ order, positions }) => {
  const progress = new Progress('0');
  const all = records('abcd');
  for (const one of all) progress.read(one, true);
  const seen = order.map((which) => {
    const one = all[which - 1];
    if (one) progress.done(one);
    return progress.position;
  });
  expect(seen).toEqual(positions);
});

test('what nobody wants is passed with what comes before it', () => {
  const progress = new Progress(undefined);
  const [first, second, third] = [record(1, 'a'), record(2, 'b'), record(3, 'c')];
  progress.read(first, false);
  progress.read(second, true);
  progress.read(third, false);
  expect({ position: progress.position, lastRead: progress.lastRead }).toEqual({
    position: '1',
    lastRead: '3',
  });
  progress.done(second);
  expect(progress.position).toBe('3');
});

test('a batch is in the order of the stream, whoever it is of', () => {
  const queue = new OwnerQueue(ownerOf);
  for (const one of records('abab')) queue.add(one);
  expect(queue.take(3, 2).map(number)).toEqual([1, 2, 3]);
  expect(queue.take(3, 2)).toEqual([]);
  expect({ size: queue.size, ready: queue.ready }).toEqual({ size: 4, ready: 0 });
});
