import { describe, expect, it } from 'vitest';
import { periodAt } from '../../../domain/work/line-periods.ts';
import { lastPeriod, missingReport, reportCells } from '../../../domain/work/reports.ts';

const line = {
  from: '2026-01-15',
  to: '2027-06-30',
  rhythm: 'month',
  status: 'open',
  sums: {},
} as const;

describe('the periods of a line', () => {
  it.each([
    { rhythm: 'month', on: '2026-02-10', period: ['2026-02-01', '2026-02-28'] },
    { rhythm: 'month', on: '2026-01-20', period: ['2026-01-15', '2026-01-31'] },
    { rhythm: 'month', on: '2026-12-31', period: ['2026-12-01', '2026-12-31'] },
    { rhythm: 'quarter', on: '2026-11-02', period: ['2026-10-01', '2026-12-31'] },
    { rhythm: 'quarter', on: '2026-03-31', period: ['2026-01-15', '2026-03-31'] },
    { rhythm: 'year', on: '2027-02-01', period: ['2027-01-01', '2027-06-30'] },
    { rhythm: 'once', on: '2026-08-01', period: ['2026-01-15', '2027-06-30'] },
  ] as const)('of a $rhythm, $on is in the one from %$period', ({ rhythm, on, period: [from, to] }) => {
    expect(periodAt({ ...line, rhythm }, on)).toEqual({ from, to });
  });

  it.each([
    { on: '2026-01-15', last: undefined },
    { on: '2026-01-31', last: undefined },
    { on: '2026-02-01', last: '2026-01-31' },
    { on: '2026-03-31', last: '2026-02-28' },
    { on: '2027-06-30', last: '2027-05-31' },
    { on: '2029-01-01', last: '2027-06-30' },
  ])('the last one that is over on $on ended on $last', ({ on, last }) => {
    expect(lastPeriod(line, on)?.to).toBe(last);
  });
});

describe('a report', () => {
  it.each<{ when: string; some: Partial<Parameters<typeof missingReport>[0]>; missing?: string }>([
    { when: 'nothing was ever entered', some: {}, missing: '2026-02-28' },
    { when: 'only an earlier month has entries', some: { sums: { '2026-01': 300 } }, missing: '2026-02-28' },
    {
      when: 'only a later month has',
      some: { sums: { '2026-03': 300 } },
      missing: '2026-02-28',
    },
    {
      when: 'the month has entries',
      some: { sums: { '2026-02': 300 } },
      missing: undefined,
    },
    { when: 'a nought was entered for it', some: { noughts: ['2026-02'] }, missing: undefined },
    {
      when: 'a nought was entered for it, and then more for the next',
      some: { noughts: ['2026-02'], sums: { '2026-03': 300 } },
      missing: undefined,
    },
    { when: 'the line is closed', some: { status: 'closed' }, missing: undefined },
  ])('is missing until $missing where $when', ({ some, missing }) => {
    expect(missingReport({ ...line, ...some }, '2026-03-04')?.to).toBe(missing);
  });

  it('asks for a number of each cell where they are few, for one of all where they are many or none', () => {
    const values = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`);
    const cells = (...counts: number[]) =>
      reportCells({ breakdown: counts.map((count, at) => ({ key: `d${at}`, values: values(count) })) });
    expect(cells()).toEqual([{}]);
    expect(cells(2, 2)).toEqual([
      { d0: 'v0', d1: 'v0' },
      { d0: 'v0', d1: 'v1' },
      { d0: 'v1', d1: 'v0' },
      { d0: 'v1', d1: 'v1' },
    ]);
    expect(cells(5, 5)).toEqual([{}]);
  });
});
