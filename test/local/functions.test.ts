import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { Activity } from '../../local/activity.ts';
import { readAssembly } from '../../local/assembly/assembly.ts';
import { type Functions, startFunctions } from '../../local/functions/functions.ts';
import { fixtureAssembly, newFolder } from './fixture/machine.ts';

const logs = newFolder();
const clock = new SharedArrayBuffer(8);
const activity = new Activity();
let functions: Functions;
/** Functions of their own, which rest after so many milliseconds. */
let resting: (restAfter: number) => Functions;
const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:etapas-fixture-${name}`;

beforeAll(async () => {
  const { functions: specs, region } = readAssembly(await fixtureAssembly(), 'fixture', 'http://127.0.0.1:1');
  const endpoints = { dynamodb: 'http://127.0.0.1:1', aws: 'http://127.0.0.1:1' };
  const options = { specs, region, endpoints, clock, logs, activity };
  functions = startFunctions(options);
  resting = (restAfter) => {
    const own = startFunctions({ ...options, restAfter });
    onTestFinished(() => own.stop());
    return own;
  };
});
afterAll(() => functions.stop());

const Answer = z.looseObject({ attempt: z.number(), now: z.string() });
const step = async (event: object) => Answer.parse(await functions.invoke(arn('step'), event));

test('each function has its own environment and nothing of this process', async () => {
  const { only, foreign, home } = await step({ key: 'environment' });
  expect({ only, foreign, home }).toEqual({
    only: 'step of etapas-fixture-service',
    foreign: undefined,
    home: undefined,
  });
  expect(await functions.invoke(arn('relay'), {})).toEqual({ calls: [] });
});

test('Date inside a function is the moved clock, from one call to the next', async () => {
  const offset = new BigInt64Array(clock);
  const before = Date.parse((await step({})).now);
  offset[0] = BigInt(400 * 24 * 3600 * 1000);
  const after = Date.parse((await step({})).now);
  offset[0] = 0n;
  expect(Math.round((after - before) / 86_400_000)).toBe(400);
});

test('several calls run at once', async () => {
  const begun = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => step({ wait: 500 })));
  // One after the other would take ten seconds.
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('what a function throws keeps its name and message', async () => {
  const failing = functions.invoke(arn('step'), { key: 'throws', failures: 1, error: 'Superseded' });
  await expect(failing).rejects.toMatchObject({ name: 'Superseded', message: 'attempt 1' });
});

test('a call that takes too long fails as in the cloud, and the others with it do not', async () => {
  const calls = [
    step({ hang: true }),
    pause(1_000).then(() => step({ key: 'beside', wait: 1_200 })),
  ] as const;
  // The other is under way when the time of the first is over, two seconds after it began.
  const [hung, other] = await Promise.allSettled(calls);
  expect(hung).toMatchObject({ reason: { name: 'Sandbox.Timedout' } });
  expect(other.status).toBe('fulfilled');
  expect(await step({ key: 'after' })).toMatchObject({ attempt: 1 });
});

test('a function that ends its process fails its calls, and the next call gets a new one', async () => {
  const calls = [step({ exit: true }), step({ wait: 1000 })];
  for (const { status } of await Promise.allSettled(calls)) expect(status).toBe('rejected');
  expect(await step({ key: 'again' })).toMatchObject({ attempt: 1 });
});

test('an unknown function and a payload beyond six megabytes are refused', async () => {
  await expect(functions.invoke(arn('none'), {})).rejects.toThrow(/not found/);
  await expect(step({ key: 'x'.repeat(7_000_000) })).rejects.toMatchObject({
    name: 'RequestTooLargeException',
  });
});

test('what a function prints goes to its own log file', async () => {
  await functions.invoke(arn('relay'), { Records: [] });
  const log = () => readFileSync(join(logs, 'etapas-fixture-relay.jsonl'), 'utf8');
  await expect.poll(log).toContain('{"records":0}');
});

test('activity is over when the last call has ended', async () => {
  const begun = activity.begun;
  const call = step({ wait: 100 });
  await activity.idle();
  await call;
  expect(activity.begun).toBe(begun + 1);
});

test('a function that is not called for a while gives its thread back, and the next call gets a new one', async () => {
  const rested = resting(50);
  const attempts = async () => Answer.parse(await rested.invoke(arn('step'), { key: 'rests' })).attempt;
  // The thread counts the calls by their key, and begins anew when it is another.
  expect([await attempts(), await attempts()]).toEqual([1, 2]);
  await expect.poll(attempts, { interval: 500, timeout: 10_000 }).toBe(1);
});

test('a function that is called again in time keeps its thread, and a long call is not cut short', async () => {
  const rested = resting(600);
  const attempt = async (wait: number) =>
    Answer.parse(await rested.invoke(arn('step'), { key: 'stays', wait })).attempt;
  // Longer than the thread rests, and far from the function's own time limit, also on a busy machine.
  expect(await attempt(800)).toBe(1);
  expect(await Promise.all([attempt(0), attempt(800)])).toEqual([2, 3]);
  expect(await attempt(0)).toBe(4);
});
