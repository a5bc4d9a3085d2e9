import { describe, expect, it } from 'vitest';
import { Problem } from '../../domain/errors.ts';
import { GateState, LocalityStatus } from '../../domain/locality.ts';
import { gateTransitions, localityTransitions, transition } from '../../domain/transitions.ts';

/** The state a move leads to, or the problem it meets. */
function outcome(move: () => string): string {
  try {
    return move();
  } catch (error) {
    if (error instanceof Problem) return `refused: ${error.code}`;
    throw error;
  }
}

const gates = {
  open: { opening: 'open', otherwise: 'not-open' },
  'request-review': { open: 'in-review', otherwise: 'already-in-review' },
  'void-review': { 'in-review': 'open', otherwise: 'not-in-review' },
  advance: { 'in-review': 'passed', otherwise: 'not-in-review' },
  return: { open: 'opening', 'in-review': 'opening', otherwise: 'not-open' },
};
const localities = {
  hold: { active: 'on-hold', otherwise: 'not-active' },
  resume: { 'on-hold': 'active', otherwise: 'not-on-hold' },
  complete: { active: 'completed', otherwise: 'not-active' },
  close: { active: 'closed', 'on-hold': 'closed', otherwise: 'already-decided' },
};

const expected = (legal: Record<string, string>, state: string) =>
  legal[state] ?? `refused: ${legal.otherwise}`;

describe.each(Object.entries(gates))('%s, of a gate', (name, legal) => {
  it.each(GateState.options)(`from %s leads where the table says, or is refused`, (state) => {
    const move = Object.entries(gateTransitions).find(([key]) => key === name)?.[1];
    expect(outcome(() => (move ? transition<GateState>(move, state) : 'unknown'))).toBe(
      expected(legal, state),
    );
  });
});

describe.each(Object.entries(localities))('%s, of a locality', (name, legal) => {
  it.each(LocalityStatus.options)(`from %s leads where the table says, or is refused`, (state) => {
    const move = Object.entries(localityTransitions).find(([key]) => key === name)?.[1];
    expect(outcome(() => (move ? transition<LocalityStatus>(move, state) : 'unknown'))).toBe(
      expected(legal, state),
    );
  });
});

it('there are no other moves', () => {
  expect(Object.keys(gateTransitions)).toEqual(Object.keys(gates));
  expect(Object.keys(localityTransitions)).toEqual(Object.keys(localities));
});
