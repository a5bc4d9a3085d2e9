import { expect, test } from 'vitest';
import { addDuration } from '../../local/durations.ts';

const after = (instant: string, duration: string) => {
  const moved = addDuration(Date.parse(instant), duration);
  return moved === undefined ? undefined : new Date(moved).toISOString();
};

test.each([
  ['2026-11-22T09:00:00.000Z', 'P14D', '2026-12-06T09:00:00.000Z'],
  ['2026-11-22T09:00:00.000Z', 'PT2H', '2026-11-22T11:00:00.000Z'],
  ['2026-11-22T09:00:00.000Z', 'P1Y2M', '2028-01-22T09:00:00.000Z'],
  ['2026-11-22T09:00:00.000Z', 'P1W', '2026-11-29T09:00:00.000Z'],
  ['2026-11-22T09:00:00.000Z', 'P1DT1M30S', '2026-11-23T09:01:30.000Z'],
  ['2027-01-31T09:00:00.000Z', 'P1M', '2027-02-28T09:00:00.000Z'],
  ['2028-02-29T09:00:00.000Z', 'P1Y', '2029-02-28T09:00:00.000Z'],
  ['2026-12-31T09:00:00.000Z', 'P2M', '2027-02-28T09:00:00.000Z'],
])('from %s, %s leads to %s', (instant, duration, expected) => {
  expect(after(instant, duration)).toBe(expected);
});

test.each(['', 'P', 'PT', 'P1', '14D', 'P-1D', 'P1.5D', 'PT1D', 'P1H', 'P1D ', 'P999999999999Y'])(
  '"%s" is no duration',
  (duration) => {
    expect(after('2026-11-22T09:00:00.000Z', duration)).toBeUndefined();
  },
);
