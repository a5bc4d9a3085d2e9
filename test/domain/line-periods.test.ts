import { describe, expect, it } from 'vitest';
import { periodsEnding } from '../../domain/work/line-periods.ts';

const within = (from: string, to: string) => ({ from, to });

describe('the periods of a line', () => {
  it.each([
    [
      'month',
      '2026-01-15',
      '2026-03-10',
      '2026-01-01',
      '2026-12-31',
      ['2026-01-31', '2026-02-28', '2026-03-10'],
    ],
    ['month', '2020-01-01', '2030-12-31', '2028-02-01', '2028-02-29', ['2028-02-29']],
    [
      'quarter',
      '2025-11-20',
      '2026-08-01',
      '2025-01-01',
      '2026-12-31',
      ['2025-12-31', '2026-03-31', '2026-06-30', '2026-08-01'],
    ],
    ['year', '2025-07-01', '2027-06-30', '2025-12-31', '2027-06-29', ['2025-12-31', '2026-12-31']],
    ['once', '2026-01-01', '2026-05-05', '2026-05-05', '2026-05-05', ['2026-05-05']],
    ['once', '2026-01-01', '2026-05-05', '2026-01-01', '2026-05-04', []],
    ['month', '2026-06-01', '2026-12-31', '2026-01-01', '2026-05-31', []],
  ] as const)(
    'by %s from %s to %s, looked at from %s to %s, end on %j',
    (rhythm, from, to, first, last, ends) => {
      const found = periodsEnding({ from, to, rhythm }, within(first, last));
      expect(found.map((one) => one.to)).toEqual(ends);
    },
  );

  it('begin where the one before ends, the first one where the line does', () => {
    const line = { from: '2026-01-15', to: '2026-12-31', rhythm: 'quarter' } as const;
    expect(periodsEnding(line, within('2026-03-31', '2026-06-30'))).toEqual([
      { from: '2026-01-15', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-06-30' },
    ]);
  });
});
