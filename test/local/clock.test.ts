import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Clock } from '../../local/clock.ts';
import { openJournal, openSettings } from '../../local/journal.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-11-22T09:00:00Z');

function makeClock(settings = openSettings(openJournal(':memory:'))) {
  const settle = vi.fn(async () => {});
  const failed = vi.fn();
  const clock = new Clock({ settings, startAt: start, settle, failed });
  onTestFinished(() => clock.stop());
  return { clock, settings, settle, failed };
}

const near = (instant: number, expected: number) => Math.abs(instant - expected) < 1000;

test('what falls due in a jump runs in order, each at its own time and after the one before has settled', async () => {
  const { clock, settle } = makeClock();
  const ran: string[] = [];
  clock.at(start + 3 * day, () => ran.push(`third ${near(clock.now(), start + 3 * day)}`));
  clock.at(start + day, () => ran.push(`first ${near(clock.now(), start + day)}`));
  clock.at(start + 2 * day, () => ran.push('second'));
  clock.at(start + 9 * day, () => ran.push('never'));
  settle.mockImplementation(async () => {
    await pause(1);
    ran.push('settled');
  });
  await clock.moveTo(start + 7 * day);
  expect(ran).toEqual(['settled', 'first true', 'settled', 'second', 'settled', 'third true', 'settled']);
  expect(near(clock.now(), start + 7 * day)).toBe(true);
});

test('what a timer arms on the way runs in the same jump, if it falls due in it', async () => {
  const { clock } = makeClock();
  const ran: string[] = [];
  clock.at(start + day, () => {
    clock.at(start + 2 * day, () => ran.push('armed on the way'));
    clock.at(start + 20 * day, () => ran.push('too late'));
  });
  clock.at(start + 3 * day, () => ran.push('armed before'));
  await clock.moveTo(start + 10 * day);
  expect(ran).toEqual(['armed on the way', 'armed before']);
});

test('a timer that was called off does not run', async () => {
  const { clock } = makeClock();
  const run = vi.fn();
  const callOff = clock.at(start + day, run);
  callOff();
  await clock.moveTo(start + 2 * day);
  expect(run).not.toHaveBeenCalled();
});

test('what recurs every hour runs once before each other event and once at the end, not a thousand times', async () => {
  const { clock } = makeClock();
  const ran: string[] = [];
  clock.every(hour, () => ran.push('hourly'));
  clock.at(start + 100 * day, () => ran.push('event'));
  await clock.moveTo(start + 365 * day);
  expect(ran).toEqual(['hourly', 'event', 'hourly']);
});

test('the clock moves forward only', async () => {
  const { clock } = makeClock();
  await clock.moveTo(start + 2 * day);
  await clock.moveTo(start + day);
  expect(near(clock.now(), start + 2 * day)).toBe(true);
});

test('two jumps asked for at once follow each other', async () => {
  const { clock } = makeClock();
  const ran: number[] = [];
  clock.at(start + day, () => ran.push(1));
  clock.at(start + 3 * day, () => ran.push(2));
  await Promise.all([clock.moveTo(start + 2 * day), clock.moveTo(start + 4 * day)]);
  expect(ran).toEqual([1, 2]);
});

test('the time it was moved to outlives the process', async () => {
  const { clock, settings } = makeClock();
  await clock.moveTo(start + 5 * day);
  const { clock: later } = makeClock(settings);
  expect(near(later.now(), start + 5 * day)).toBe(true);
});

test('in real time a timer fires when it is due, and one of a year from now does not fire at once', async () => {
  const { clock } = makeClock();
  const soon = vi.fn();
  const late = vi.fn();
  clock.at(clock.now() + 365 * day, late);
  clock.at(clock.now() + 20, soon);
  await vi.waitFor(() => expect(soon).toHaveBeenCalledOnce());
  expect(late).not.toHaveBeenCalled();
});

test('work that fails is reported and keeps nothing else from running', async () => {
  const { clock, failed } = makeClock();
  const run = vi.fn();
  clock.at(start + day, () => Promise.reject(new Error('no')));
  clock.at(start + 2 * day, run);
  await clock.moveTo(start + 3 * day);
  expect(failed).toHaveBeenCalledWith(new Error('no'));
  expect(run).toHaveBeenCalledOnce();
});
