import { describe, expect, it } from 'vitest';
import { dueAnswer } from '../../domain/commands/answer-gate.ts';
import type { Locality } from '../../domain/locality.ts';
import type { Decision, Visit } from '../../domain/visit.ts';
import { created, opened } from '../support/factories.ts';

const same = { running: 'a', deployed: 'a' };
const newer = { running: 'a', deployed: 'b' };
const decision = (outcome: Decision['outcome'], some: Partial<Decision> = {}): Decision => ({
  outcome,
  reason: 'Listo',
  decidedBy: 'direccion@juarez.example',
  decidedAt: '2026-01-12T19:00:00.000Z',
  ...some,
});

/** Long enough after the locality began for a deployment to be over. */
const later = new Date('2030-01-01T00:00:00Z');

function due(visitChange: Partial<Visit> = {}, localityChange: Partial<Locality> = {}, definitions = same) {
  const { locality, visits } = opened(created());
  const [visit] = visits;
  if (!visit) throw new Error('nothing is open');
  return dueAnswer({ ...locality, ...localityChange }, { ...visit, ...visitChange }, definitions, later);
}

describe('a workflow that arms a gate', () => {
  it('waits while the visit is under way', () => {
    expect(due()).toBeUndefined();
  });

  it('is told at once what was decided', () => {
    const decisions = [decision('return', { toStage: 'prepare' })];
    expect(due({ endedOn: '2026-01-13', decisions })).toEqual({ outcome: 'return', toStage: 'prepare' });
  });

  it('does not take an earlier hold for a decision of a visit that goes on', () => {
    expect(due({ decisions: [decision('hold')] })).toBeUndefined();
  });

  it('does not take it for the end of a visit that another track’s decision ended, either', () => {
    const answer = due({ endedOn: '2026-01-14', decisions: [decision('hold')] });
    expect(answer?.outcome).not.toBe('hold');
  });

  it.each([
    ['on-hold', 'hold'],
    ['closed', 'close'],
  ] as const)('of a locality that is %s ends with %s', (status, outcome) => {
    expect(due({}, { status })).toEqual({ outcome });
  });

  it('on an older definition than the deployed one hands over', () => {
    expect(due({}, {}, newer)).toEqual({ outcome: 'hand-over' });
  });

  it('of a generation that has just begun goes on: a deployment may be under way', () => {
    const { locality } = opened(created());
    const generationSince = new Date(later.getTime() - 60_000).toISOString();
    expect(due({}, { ...locality, generationSince }, newer)).toBeUndefined();
  });

  it('goes by the decision first, whatever is deployed', () => {
    const visit = { endedOn: '2026-01-13', decisions: [decision('advance')] };
    expect(due(visit, {}, newer)?.outcome).toBe('advance');
    expect(due({}, { status: 'on-hold' }, newer)?.outcome).toBe('hold');
  });
});
