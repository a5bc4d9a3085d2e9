import { describe, expect, it } from 'vitest';
import { evaluateGate, factsNeeded } from '../../domain/criteria/evaluate.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import type { GatedPart } from '../../domain/gated-part.ts';

const gate: GatedPart = {
  stage: 'action',
  name: { es: 'Acción', en: 'Action' },
  activities: [],
  criteria: [{ type: 'line-reached', line: 'podas', minimumPercent: 80 }],
};
const podas = { name: 'Podas', bound: 'at-least', target: 10, done: 8 } as const;
const judged = (some?: object) => {
  const lines = new Map(some ? [['podas', { ...podas, ...some }]] : []);
  return evaluateGate(gate, { openedOn: '2026-01-01', activities: {}, surveys: {} }, { ...noFacts, lines });
};

describe('a gate that asks for a line', () => {
  it('reads the plan, and names the criterion by the line', () => {
    expect(factsNeeded(gate)).toEqual(new Set(['lines']));
    expect(judged({}).criteria).toMatchObject([{ type: 'line-reached', name: { es: 'Podas' } }]);
  });

  it.each([
    ['as much as asked for', {}, undefined],
    ['more than the target', { done: 12 }, undefined],
    ['a little less', { done: 7.99 }, 'too-little-done'],
    ['nothing', { done: 0 }, 'too-little-done'],
    ['no target', { target: undefined }, 'line-without-target'],
    ['a target of nothing', { target: 0, done: 0 }, undefined],
    ['at most the target', { bound: 'at-most', done: 0 }, undefined],
    ['more than it may', { bound: 'at-most', done: 10.01 }, 'too-little-done'],
  ])('of a line with %s', (_, some, code) => {
    const { ready, missing } = judged(some);
    expect([ready, missing.map((lack) => lack.code)]).toEqual([code === undefined, code ? [code] : []]);
  });

  it('of a line that the plan does not have', () => {
    expect(judged().missing).toMatchObject([{ code: 'line-absent', have: 0, needed: 80 }]);
  });
});
