import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Activity } from '../../local/activity.ts';
import type { ScheduleSpec } from '../../local/assembly/specs.ts';
import { Clock } from '../../local/clock.ts';
import { openJournal, openSettings } from '../../local/journal.ts';
import { startSchedules } from '../../local/schedules.ts';
import { settler } from '../../local/settle.ts';
import { StartupError } from '../../local/startup-error.ts';

const start = Date.parse('2026-11-22T09:00:00Z');
const day = 24 * 3600 * 1000;
let settings = openSettings(openJournal(':memory:'));
beforeEach(() => {
  settings = openSettings(openJournal(':memory:'));
});
afterEach(() => vi.restoreAllMocks());

const schedule = (expression: string, more: Partial<ScheduleSpec> = {}): ScheduleSpec => ({
  name: 'sweep',
  expression,
  timeZone: 'America/Ciudad_Juarez',
  functionArn: 'f',
  ...more,
});

/** Starts schedules on a clock of their own; `calls` are the instants at which the function was called. */
async function begin(specs: ScheduleSpec[], invoke: () => Promise<null> = async () => null) {
  const activity = new Activity();
  const failed = vi.fn();
  const clock = new Clock({ settings, startAt: start, settle: settler(activity, []), failed });
  onTestFinished(() => clock.stop());
  const calls: string[] = [];
  const events: unknown[] = [];
  const functions = {
    async invoke(_: string, event: unknown) {
      calls.push(new Date(clock.now()).toISOString().slice(0, 16));
      events.push(event);
      return invoke();
    },
    has: () => true,
    replace: () => {},
    stop: async () => {},
  };
  await startSchedules({ specs, region: 'us-east-1', functions, settings, clock, activity, failed });
  return { clock, calls, events, failed };
}

test('a cron schedule fires at each of its local times, across daylight saving', async () => {
  const { clock, calls } = await begin([schedule('cron(0 8 ? * SUN *)')]);
  await clock.moveTo(Date.parse('2027-03-22T00:00:00Z'));
  expect(calls.length).toBe(18);
  expect(calls[0]).toBe('2026-11-22T15:00');
  expect(calls.at(-1)).toBe('2027-03-21T14:00');
});

test.each([
  ['cron(30 7 * * ? *)', '2026-11-22T14:30'],
  ['cron(0 8 ? * 2 *)', '2026-11-23T15:00'],
  ['cron(0 8 ? * MON-FRI *)', '2026-11-23T15:00'],
  ['cron(0 8 ? * 2-6 *)', '2026-11-23T15:00'],
  ['cron(0/15 10 1 * ? *)', '2026-12-01T17:00'],
])('%s fires next at %s', async (expression, expected) => {
  const { clock, calls } = await begin([schedule(expression)]);
  await clock.moveTo(start + 20 * day);
  expect(calls[0]).toBe(expected);
});

test.each([
  'cron(0 8 L * ? *)',
  'cron(0 8 ? * 2#1 *)',
  'cron(0 8 * * ? 2027)',
  'cron(0 8 * *)',
  'at(2027-01-01T00:00:00)',
  'rate(1 week)',
  'cron(99 8 * * ? *)',
])('%s is refused by name', async (expression) => {
  await expect(begin([schedule(expression)])).rejects.toThrow(StartupError);
  await expect(begin([schedule(expression)])).rejects.toThrow(/schedule sweep/);
});

test('a rate schedule fires at the start and then once per jump', async () => {
  const { clock, calls } = await begin([schedule('rate(1 hour)')]);
  expect(calls).toHaveLength(1);
  await clock.moveTo(start + 30 * day);
  expect(calls).toHaveLength(2);
});

test('a time missed while the machine was off is caught up once', async () => {
  const first = await begin([schedule('cron(0 8 * * ? *)')]);
  await first.clock.moveTo(Date.parse('2026-11-22T16:00:00Z'));
  expect(first.calls).toHaveLength(1);
  first.clock.stop();
  // Three days pass.
  const offset = start - Date.now();
  settings.set('clock.offset', offset + 3 * day + 8 * 3_600_000);
  const second = await begin([schedule('cron(0 8 * * ? *)')]);
  await vi.waitFor(() => expect(second.calls).toHaveLength(1));
  await second.clock.moveTo(second.clock.now() + day);
  expect(second.calls).toHaveLength(2);
});

test('the target gets its input with the placeholders filled in, or the usual event', async () => {
  const { clock, events } = await begin([
    schedule('cron(0 8 * * ? *)', { name: 'own', input: '{"on":"<aws.scheduler.scheduled-time>"}' }),
    schedule('cron(0 9 * * ? *)', { name: 'usual' }),
  ]);
  await clock.moveTo(start + day);
  expect(events[0]).toEqual({ on: '2026-11-22T15:00:00Z' });
  expect(events[1]).toMatchObject({ source: 'aws.scheduler', time: '2026-11-22T16:00:00Z' });
});

test('a call that fails is tried again and then reported', async () => {
  const { calls, failed } = await begin([schedule('rate(1 hour)')], () => Promise.reject(new Error('no')));
  expect(calls).toHaveLength(3);
  expect(failed).toHaveBeenCalledOnce();
});
