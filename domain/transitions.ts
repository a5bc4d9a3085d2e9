import type { ProblemCode } from './errors.ts';
import { Problem } from './errors.ts';
import type { GateState, LocalityStatus } from './locality.ts';

interface Transition<State extends string> {
  by: 'workflow' | 'coordinator' | 'decision';
  from: readonly State[];
  to: State;
  /** What a caller is told who asks for the move from a state that does not allow it. */
  otherwise: ProblemCode;
}

/** The legal moves of a gate within one visit. */
export const gateTransitions = {
  open: { by: 'workflow', from: ['opening'], to: 'open', otherwise: 'not-open' },
  'request-review': { by: 'coordinator', from: ['open'], to: 'in-review', otherwise: 'already-in-review' },
  'void-review': { by: 'coordinator', from: ['in-review'], to: 'open', otherwise: 'not-in-review' },
  advance: { by: 'decision', from: ['in-review'], to: 'passed', otherwise: 'not-in-review' },
  return: { by: 'decision', from: ['open', 'in-review'], to: 'opening', otherwise: 'not-open' },
} as const satisfies Record<string, Transition<GateState>>;

/** The legal moves of a locality. */
export const localityTransitions = {
  hold: { by: 'decision', from: ['active'], to: 'on-hold', otherwise: 'not-active' },
  resume: { by: 'coordinator', from: ['on-hold'], to: 'active', otherwise: 'not-on-hold' },
  complete: { by: 'decision', from: ['active'], to: 'completed', otherwise: 'not-active' },
  close: { by: 'decision', from: ['active', 'on-hold'], to: 'closed', otherwise: 'already-decided' },
} as const satisfies Record<string, Transition<LocalityStatus>>;

/** The state a move leads to; throws the move's problem when `state` is not one it may start from. */
export function transition<State extends string>(move: Transition<State>, state: State): State {
  if (!move.from.includes(state)) throw new Problem(move.otherwise);
  return move.to;
}
