import { describe, expect, it } from 'vitest';
import type { Gate } from '../../domain/locality.ts';
import { healthOf } from '../../domain/plan.ts';

const gate = (some: Partial<Gate> = {}): Gate => ({
  visit: 1,
  state: 'open',
  openedOn: '2026-01-12',
  targetOn: '2026-02-20',
  ...some,
});
const active = (...gates: Gate[]) => ({ status: 'active' as const, position: { stage: 'act', gates } });

describe('the health of a locality', () => {
  it.each([
    ['2026-02-12', 'on-track'],
    ['2026-02-13', 'due-soon'],
    ['2026-02-20', 'due-soon'],
    ['2026-02-21', 'overdue'],
  ])('on %s, with its gate due on 2026-02-20, is %s', (today, health) => {
    expect(healthOf(active(gate()), today)).toBe(health);
  });

  it('goes by the earliest target of the tracks still to pass', () => {
    const tracks = [gate({ track: 'left', targetOn: '2026-01-20' }), gate({ track: 'right' })];
    expect(healthOf(active(...tracks), '2026-02-01')).toBe('overdue');
    const passed = [
      gate({ track: 'left', targetOn: '2026-01-20', state: 'passed' }),
      gate({ track: 'right' }),
    ];
    expect(healthOf(active(...passed), '2026-02-01')).toBe('on-track');
  });

  it('is on track before its visit opens', () => {
    expect(healthOf(active(gate({ state: 'opening', targetOn: undefined })), '2027-01-01')).toBe('on-track');
  });

  it.each(['on-hold', 'completed', 'closed'] as const)('is never late when %s', (status) => {
    expect(healthOf({ ...active(gate()), status }, '2027-01-01')).toBe('on-track');
  });
});
