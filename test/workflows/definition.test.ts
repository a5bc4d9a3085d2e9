import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { definitionDigest, localityProgress } from '../../workflows/locality-progress.ts';
import { allStates, arns, definitionOf, following, graphs, level } from '../support/definitions.ts';
import { twoStages } from '../support/factories.ts';
import { convivirMejor, redConectate } from '../support/programmes.ts';

describe.each([convivirMejor, redConectate, twoStages])('the state machine of $id', (programme) => {
  const definition = definitionOf(programme);
  const states = allStates(definition);
  const tasks = states.filter(([, { Type }]) => Type === 'Task');
  const gates = tasks.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));
  const parts = programme.stages.flatMap(
    ({ tracks, name }) => tracks?.map((track) => track.name.en) ?? [name.en],
  );

  it('is valid in the Amazon States Language', () => {
    const { isValid, errorsText } = validate(definition, { checkArn: true, checkPaths: true });
    expect(errorsText()).toBe('');
    expect(isValid).toBe(true);
  });

  it('shows the stages by their names, in order', () => {
    const names = programme.stages.map(({ name }) => name.en);
    expect(Object.keys(definition.States).filter((name) => names.includes(name))).toEqual(names);
  });

  it('can be entered at every stage', () => {
    const [, start] = level(definition).find(([name]) => name === definition.StartAt) ?? [];
    expect(start?.Choices?.map(({ Next }) => Next)).toEqual(programme.stages.map(({ name }) => name.en));
  });

  it('names no state twice, and none longer than the 80 characters allowed', () => {
    const names = states.map(([name]) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.filter((name) => name.length > 80)).toEqual([]);
  });

  it('has no state that nothing leads to', () => {
    for (const graph of graphs(definition)) {
      const reached = new Set([graph.StartAt]);
      const inside = new Map(level(graph));
      for (const name of reached) {
        const state = inside.get(name);
        if (state) for (const next of following(state)) reached.add(next);
      }
      expect([...inside.keys()].filter((name) => !reached.has(name))).toEqual([]);
    }
  });

  it('retries every task by the names of errors that pass, never by all of them', () => {
    for (const [name, { Retry = [] }] of tasks) {
      expect(Retry.length, name).toBeGreaterThan(0);
      const errors = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(
        errors.filter((error) => /^States\.(ALL|TaskFailed|Runtime)$/.test(error)),
        name,
      ).toEqual([]);
      expect(errors).toEqual(
        expect.arrayContaining(['Lambda.TooManyRequestsException', 'Conflict', 'unavailable']),
      );
      expect(errors).not.toContain('Superseded');
    }
  });

  it('has a gate for every part, which waits as long as its Open step allows and no longer', () => {
    expect(gates.map(([name]) => name).sort()).toEqual(parts.map((part) => `${part}: gate`).sort());
    for (const [, { TimeoutSecondsPath, TimeoutSeconds }] of gates)
      expect([TimeoutSecondsPath, TimeoutSeconds]).toEqual(['$.open.gateSeconds', undefined]);
  });

  it('lets no other task wait longer than a minute', () => {
    for (const [name, { TimeoutSeconds }] of tasks.filter((task) => !gates.includes(task)))
      expect(TimeoutSeconds, name).toBeLessThanOrEqual(60);
  });

  it('carries ids between its states, and nothing else', () => {
    const carried = tasks.flatMap(([, { Parameters }]) => Object.keys(Parameters?.Payload ?? {}));
    expect([...new Set(carried)].sort()).toEqual(
      [
        'definition',
        'generation.$',
        'locality.$',
        'stage',
        'startedAt.$',
        'token.$',
        'visit.$',
        ...(programme.stages.some(({ tracks }) => tracks) ? ['track'] : []),
      ].sort(),
    );
  });

  it('ends whatever is not foreseen in a state that fails, so that an alarm is raised', () => {
    for (const [name, { Catch = [], Type }] of level(definition).filter(([, one]) =>
      /Task|Parallel/.test(one.Type),
    )) {
      const last = Catch.at(-1);
      expect(last?.ErrorEquals, `${Type} ${name}`).toEqual(['States.ALL']);
      expect(last?.Next).toBe('Step failed');
    }
    expect(states.find(([name]) => name === 'Step failed')?.[1].Type).toBe('Fail');
  });

  it('hands over when a gate times out', () => {
    const [top] = graphs(definition);
    const leaving = level(top ?? definition).filter(
      ([name, { Type }]) => Type === 'Parallel' || gates.some(([gate]) => gate === name),
    );
    expect(leaving).toHaveLength(programme.stages.length);
    for (const [, { Catch = [] }] of leaving)
      expect(Catch.find(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout'))?.Next).toBe('Hand over');
  });

  it('goes back from a stage to itself and to every earlier one, and to no later one but the next', () => {
    const names = programme.stages.map(({ name }) => name.en);
    for (const [at, stage] of programme.stages.entries()) {
      const leaving = level(definition).find(
        ([name]) => name === (stage.tracks ? stage.name.en : `${stage.name.en}: decided`),
      )?.[1];
      const reached = leaving ? following(leaving).filter((name) => names.includes(name)) : [];
      const own = stage.tracks ? at : at + 1;
      expect(new Set(reached)).toEqual(new Set([...names.slice(0, own), ...names.slice(at + 1, at + 2)]));
    }
  });
});

describe('the digest of a definition', () => {
  it('is the same wherever it is deployed', () => {
    const [here, there] = [
      arns,
      { ...arns, openStage: 'arn:aws:lambda:us-west-2:111111111111:function:open' },
    ].map((functions) => JSON.stringify(localityProgress(convivirMejor, functions)));
    expect(here).not.toBe(there);
    for (const definition of [here, there])
      expect(definition).toContain(`"definition":"${definitionDigest(convivirMejor)}"`);
  });

  it('is another for another definition', () => {
    const [first, ...rest] = convivirMejor.stages;
    if (!first) throw new Error('six stages');
    const renamed = {
      ...convivirMejor,
      stages: [{ ...first, name: { es: 'Otra', en: 'Another' } }, ...rest],
    };
    expect(definitionDigest(renamed)).not.toBe(definitionDigest(convivirMejor));
  });

  it('does not change with what the workflow does not look at', () => {
    const longer = {
      ...convivirMejor,
      stages: convivirMejor.stages.map((stage) => ({ ...stage, workingDays: 999 })),
    };
    expect(definitionDigest(longer)).toBe(definitionDigest(convivirMejor));
  });
});
