import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../domain/calendar.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';

const { addWorkingDays, isWorkingDay } = officialCalendar;

const date = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2020-01-01', days));
const count = fc.integer({ min: 0, max: 300 });

describe('adding working days', () => {
  it.each([
    ['2026-01-09', 1, '2026-01-12'],
    ['2026-01-12', 5, '2026-01-19'],
    ['2026-01-30', 1, '2026-02-03'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2024-09-30', 1, '2024-10-02'],
    ['2025-12-31', 1, '2026-01-02'],
  ])('%s and %i lead to %s', (from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to);
  });

  it('adds none to a working day, and takes a day of rest to the first working day after it', () => {
    expect(addWorkingDays('2026-01-12', 0)).toBe('2026-01-12');
    expect(addWorkingDays('2026-01-10', 0)).toBe('2026-01-12');
  });

  it('always lands on a working day', () => {
    fc.assert(fc.property(date, count, (from, days) => isWorkingDay(addWorkingDays(from, days))));
  });

  it('counts exactly the working days it passes', () => {
    fc.assert(
      fc.property(date, count, (from, days) => {
        const to = addWorkingDays(from, days);
        const passed = Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at + 1));
        const working = passed.filter(isWorkingDay).length;
        return days === 0 ? working <= 1 : working === days;
      }),
      { numRuns: 40 },
    );
  });

  it('never leads further back from a later day, nor with more days to add', () => {
    fc.assert(
      fc.property(date, fc.nat(60), count, fc.nat(60), (from, later, days, more) => {
        expect(addWorkingDays(addDays(from, later), days) >= addWorkingDays(from, days)).toBe(true);
        expect(addWorkingDays(from, days + more) >= addWorkingDays(from, days)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('calendar days', () => {
  it('added and counted are the same number, over leap years and new years', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('have a 29 February in leap years only', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
});
