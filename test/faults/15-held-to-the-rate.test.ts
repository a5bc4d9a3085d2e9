import { expect, it } from 'vitest';
import { openLanes } from '../../functions/events/lanes.ts';
import { rateLimiter } from '../../functions/events/rate-limiter.ts';

/** Sends without pause through a pacer, on a clock of its own; answers when each mail had its turn, in milliseconds. */
async function turns(count: number, rateNow: () => Promise<number>, portion = 1) {
  let time = 0;
  const wait = async (milliseconds: number) => {
    time += milliseconds;
  };
  const turn = rateLimiter(rateNow, () => portion, { now: () => time, wait });
  const at: number[] = [];
  for (let mail = 0; mail < count; mail += 1) {
    await turn();
    at.push(time);
  }
  return at;
}

it('15: mail is held to the rate of the account, and the quota is read once in a while', async () => {
  let read = 0;
  const at = await turns(29, async () => {
    read += 1;
    return 14;
  });
  expect(at.at(-1)).toBeCloseTo(2_000);
  expect(read).toBe(1);
});

it('15: where the quota cannot be read, one mail a second', async () => {
  const at = await turns(4, async () => {
    throw new Error('AccessDenied');
  });
  expect(at).toEqual([0, 1_000, 2_000, 3_000]);
});

it('15: ten lanes beside the reconciler share the rate, whether each is a process of its own or all are one', async () => {
  const rate = async () => 14;
  const alone = await turns(15, rate, 1 / 11);
  expect(alone.at(-1)).toBeCloseTo(11_000);
  const together = await turns(15, rate, 10 / 11);
  expect(together.at(-1)).toBeCloseTo(1_100);
});

it('15: a process counts the batches that it works at, and not those that failed', async () => {
  const lanes = openLanes();
  const held = Promise.withResolvers<void>();
  expect(lanes.count()).toBe(1);
  const batches = [1, 2, 3].map(() => lanes.through(() => held.promise));
  expect(lanes.count()).toBe(3);
  held.resolve();
  await Promise.all(batches);
  await expect(lanes.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(lanes.count()).toBe(1);
});
