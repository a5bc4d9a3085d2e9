import { describe, expect, it } from 'vitest';
import { mexicanHolidays } from '../../domain/calendar.ts';
import { officialCalendar } from '../../domain/work-calendar.ts';

const { isWorkingDay } = officialCalendar;

describe('the days of rest of article 74 of the Ley Federal del Trabajo', () => {
  it('of 2024 include 1 October, when the federal government changes', () => {
    expect(mexicanHolidays(2024)).toEqual([
      '2024-01-01',
      '2024-02-05',
      '2024-03-18',
      '2024-05-01',
      '2024-09-16',
      '2024-10-01',
      '2024-11-18',
      '2024-12-25',
    ]);
  });

  it('of 2026 move to the Mondays the law names', () => {
    expect(mexicanHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-02-02',
      '2026-03-16',
      '2026-05-01',
      '2026-09-16',
      '2026-11-16',
      '2026-12-25',
    ]);
  });

  it('of 2030 include 1 October again', () => {
    expect(mexicanHolidays(2030)).toEqual([
      '2030-01-01',
      '2030-02-04',
      '2030-03-18',
      '2030-05-01',
      '2030-09-16',
      '2030-10-01',
      '2030-11-18',
      '2030-12-25',
    ]);
  });

  it('hold 1 October in every sixth year from 2024 on, and in no other', () => {
    const years = Array.from({ length: 30 }, (_, at) => 2015 + at);
    const withOctober = years.filter((year) => mexicanHolidays(year).includes(`${year}-10-01`));
    expect(withOctober).toEqual([2024, 2030, 2036, 2042]);
  });
});

describe('a working day', () => {
  it.each(['2026-01-12', '2026-02-03', '2026-12-24'])('%s is one', (date) => {
    expect(isWorkingDay(date)).toBe(true);
  });

  it.each([
    ['2026-01-10', 'a Saturday'],
    ['2026-01-11', 'a Sunday'],
    ['2026-02-02', 'Constitution Day, moved to Monday'],
    ['2024-10-01', 'the change of government'],
  ])('%s is none: %s', (date) => {
    expect(isWorkingDay(date)).toBe(false);
  });
});
