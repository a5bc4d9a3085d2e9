import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, LocalDate, localDate } from '../../domain/calendar.ts';

describe('the day it is', () => {
  it.each([
    ['America/Mexico_City', '2026-12-05T05:59:59Z', '2026-12-04'],
    ['America/Mexico_City', '2026-12-05T06:00:00Z', '2026-12-05'],
    ['America/Ciudad_Juarez', '2026-12-05T06:59:59Z', '2026-12-04'],
    ['America/Ciudad_Juarez', '2026-12-05T07:00:00Z', '2026-12-05'],
    ['America/Tijuana', '2026-12-05T07:59:59Z', '2026-12-04'],
    ['America/Tijuana', '2026-12-05T08:00:00Z', '2026-12-05'],
  ])('changes at midnight of %s: at %s it is %s', (zone, instant, day) => {
    expect(localDate(new Date(instant), zone)).toBe(day);
  });

  it.each([
    ['America/Ciudad_Juarez', '2026-07-01T05:59:59Z', '2026-06-30'],
    ['America/Ciudad_Juarez', '2026-07-01T06:00:00Z', '2026-07-01'],
    ['America/Tijuana', '2026-07-01T06:59:59Z', '2026-06-30'],
    ['America/Tijuana', '2026-07-01T07:00:00Z', '2026-07-01'],
    ['America/Mexico_City', '2026-07-01T05:59:59Z', '2026-06-30'],
    ['America/Mexico_City', '2026-07-01T06:00:00Z', '2026-07-01'],
  ])('follows the summer time that %s has or has not: at %s it is %s', (zone, instant, day) => {
    expect(localDate(new Date(instant), zone)).toBe(day);
  });

  it('is one day through the nights on which the border’s clocks change', () => {
    const hours = (from: string, count: number) =>
      Array.from({ length: count }, (_, at) => new Date(Date.parse(from) + at * 3_600_000));
    const spring = hours('2026-03-08T07:00:00Z', 23).map((at) => localDate(at, 'America/Ciudad_Juarez'));
    const autumn = hours('2026-11-01T06:00:00Z', 25).map((at) => localDate(at, 'America/Ciudad_Juarez'));
    expect(new Set(spring)).toEqual(new Set(['2026-03-08']));
    expect(new Set(autumn)).toEqual(new Set(['2026-11-01']));
  });

  it('moves on by one day at a time as time goes by', () => {
    const zone = fc.constantFrom('America/Ciudad_Juarez', 'America/Mexico_City', 'America/Tijuana');
    const instant = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2045-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zone, instant, (timeZone, now) => {
        const today = localDate(now, timeZone);
        expect(LocalDate.safeParse(today).success).toBe(true);
        const inAnHour = localDate(new Date(now.getTime() + 3_600_000), timeZone);
        expect([today, addDays(today, 1)]).toContain(inAnHour);
      }),
    );
  });
});
