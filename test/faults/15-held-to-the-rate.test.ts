import { expect, it } from 'vitest';
import { rateLimiter } from '../../functions/events/rate-limiter.ts';

/** Sends without pause through a pacer, on a clock of its own; answers when each mail had its turn, in milliseconds. */
async function turns(count: number, rateNow: () => Promise<number>, share = 1) {
  let time = 0;
  const wait = async (milliseconds: number) => {
    time += milliseconds;
  };
  const turn = rateLimiter(rateNow, share, { now: () => time, wait });
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
