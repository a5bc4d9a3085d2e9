import { describe, expect, it } from 'vitest';
import type { PlanLine } from '../../web/api/types.ts';
import {
  blankEntry,
  blankLine,
  numberOf,
  toNewEntry,
  toNewLine,
  wrongInEntry,
  wrongInLine,
} from '../../web/plan/form-values.ts';
import { standingOf } from '../../web/plan/standing.ts';

const line = (some: Partial<PlanLine> = {}): PlanLine => ({
  id: 'anapra.talleres',
  key: 'talleres',
  name: 'Talleres',
  unit: 'talleres',
  decimals: 0,
  target: 40,
  bound: 'at-least',
  from: '2026-01-01',
  to: '2026-12-31',
  rhythm: 'month',
  breakdown: [],
  status: 'open',
  published: false,
  done: 20,
  percent: 50,
  blanks: [],
  sums: { month: {}, quarter: {}, year: {} },
  version: 3,
  ...some,
});

describe('how a line stands', () => {
  it.each([
    ['halfway with half done', {}, '2026-07-02', { expected: 50, isBehind: false }],
    ['three quarters in with half done', {}, '2026-10-01', { expected: 75, isBehind: true }],
    ['before it begins', { percent: 0 }, '2025-12-01', { expected: 0, isBehind: false }],
    ['when it is over', { percent: 95 }, '2027-03-01', { expected: 100, isBehind: false }],
    ['closed', { percent: 0, status: 'closed' }, '2027-03-01', { isBehind: false }],
    ['with more than its target', { percent: 130 }, '2026-07-02', { shown: 100, isExceeded: false }],
    ['over what is allowed', { bound: 'at-most', percent: 130 }, '2026-07-02', { isExceeded: true }],
    ['below what is allowed', { bound: 'at-most', percent: 1 }, '2026-12-01', { isBehind: false }],
  ] as const)('%s', (_, some, today, standing) => {
    expect(standingOf(line(some), today)).toMatchObject(standing);
  });

  it('is not said of one without a target', () => {
    expect(standingOf(line({ target: undefined, percent: undefined }), '2026-07-02')).toBeUndefined();
  });
});

describe('what is typed', () => {
  it.each([
    ['1,200', 1_200],
    ['1,234,567.5', 1_234_567.5],
    [' 7 ', 7],
    ['0', 0],
    ['', undefined],
    ['siete', undefined],
    ['-3', undefined],
    ['1,5', undefined],
  ])('“%s” is the number %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  it('is a line once name, unit and days are there; a target may be blank', () => {
    const typed = { ...blankLine('2026-03-04'), name: ' Talleres ', unit: 'talleres', target: '1,000' };
    expect(Object.values(wrongInLine(typed))).not.toContain(true);
    expect(toNewLine(typed, 'anapra')).toEqual({
      name: 'Talleres',
      unit: 'talleres',
      target: 1_000,
      from: '2026-03-04',
      to: '2026-12-31',
      rhythm: 'month',
      locality: 'anapra',
    });
    expect(wrongInLine({ ...typed, name: ' ', target: 'x', to: '2026-01-01' })).toEqual({
      name: true,
      unit: false,
      target: true,
      period: true,
    });
    expect(toNewLine({ ...typed, target: '' }, undefined).target).toBeUndefined();
  });

  it('is an entry on a day of the line that is not ahead', () => {
    const today = '2026-03-04';
    const typed = {
      ...blankEntry(line(), today),
      quantity: '3',
      cells: { kind: 'legal', sex: '' },
      note: ' ',
    };
    expect(typed.on).toBe(today);
    expect(blankEntry(line({ to: '2026-02-01' }), today).on).toBe('2026-02-01');
    expect(toNewEntry(typed)).toEqual({ on: today, quantity: 3, cells: { kind: 'legal' }, note: undefined });
    for (const on of ['', '2025-12-31', '2026-03-05'])
      expect(wrongInEntry({ ...typed, on }, line(), today).on).toBe(true);
    expect(wrongInEntry({ ...typed, quantity: '' }, line(), today)).toEqual({ on: false, quantity: true });
  });
});
