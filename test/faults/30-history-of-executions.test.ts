import { describe, expect, it } from 'vitest';
import { allStates, definitionOf, level, type State } from '../support/definitions.ts';
import { programmes } from '../support/programmes.ts';

/** The most events that a Standard execution's history may hold. */
const most = 25_000;
/** Days after which an execution has handed over. */
const days = 330;

/** Retries of a state in one visit: each writes that the attempt failed, was scheduled and started again. */
const retried = ({ Retry = [] }: State) => 3 * Retry.reduce((sum, { MaxAttempts }) => sum + MaxAttempts, 0);

/**
 * Events that passing a state adds, at most. A task: entered, scheduled, started, submitted where it waits for a
 * token, succeeded or failed, exited. A choice or the end of a branch: entered, exited. A parallel state: entered,
 * started, succeeded or failed, exited.
 */
function events(state: State): number {
  switch (state.Type) {
    case 'Task':
      return (state.Resource?.endsWith('.waitForTaskToken') ? 6 : 5) + retried(state);
    case 'Parallel':
      return 4;
    default:
      return 2;
  }
}

describe.each(programmes.all)('30: the history of an execution of $id v$version', (programme) => {
  const definition = definitionOf(programme);
  const top = level(definition);

  /** Events of one visit to a stage and its gate, by all tracks where it has some. */
  const visits = programme.stages.map(({ name, tracks }) => {
    const own = top.filter(([state]) => state === name.en || state.startsWith(`${name.en}: `));
    const branches = own.flatMap(([, { Branches = [] }]) => Branches.flatMap(allStates));
    // Of a branch all states are counted, though only one of its ends is reached.
    const counted = [...own, ...branches].reduce((sum, [, state]) => sum + events(state), 0);
    return { stage: name.en, parts: tracks?.length ?? 1, counted };
  });

  it('grows by a bounded number of events with every visit, even where every step is retried to the last', () => {
    for (const { stage, parts, counted } of visits)
      expect(counted, stage).toBeLessThanOrEqual(4 + 75 * parts);
  });

  it('stays below 25,000 with a return every day until it hands over', () => {
    const aside =
      top.filter(([, { Type }]) => Type === 'Choice' || Type === 'Succeed' || Type === 'Fail').length * 2;
    const worst = Math.max(...visits.map(({ counted, parts }) => counted / parts));
    expect(aside + worst * days).toBeLessThan(most);
  });

  it('stays far below it where nothing has to be retried', () => {
    const quiet = (state: State) => events({ ...state, Retry: [] });
    const all = allStates(definition).reduce((sum, [, state]) => sum + quiet(state), 0);
    expect(all).toBeLessThan(500);
  });
});
