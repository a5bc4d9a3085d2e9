import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import { gatedParts } from '../../domain/gated-part.ts';
import { gateKey, Locality } from '../../domain/locality.ts';
import { Visit } from '../../domain/visit.ts';
import { applied, created, type Standing, twoStages } from '../support/factories.ts';
import { type Step, step, taken } from './random-walk.ts';

/** Takes the steps one after the other and looks at every change with what stood before it and what stands after. */
function walk(steps: Step[], look: (before: Standing, change: Change, now: Standing) => void): Standing {
  return steps.reduce((before, next) => {
    const change = taken(next, before, twoStages);
    if (!change) return before;
    const now = applied(before, change);
    look(before, change, now);
    return now;
  }, created());
}

const always = (look: (before: Standing, change: Change, now: Standing) => void) =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => void walk(steps, look)),
    { numRuns: 150 },
  );

const nameOf = ({ stage, track, number }: Visit) => `${gateKey(stage, track)} ${number}`;

describe('whatever happens to a locality, and in whatever order', () => {
  it('it stands in exactly one place while it is under way or on hold, and nowhere once its programme is over', () => {
    always((_, __, { locality: { status, position } }) => {
      if (status === 'completed' || status === 'closed') return expect(position).toBeUndefined();
      const stage = twoStages.stages.find(({ key }) => key === position?.stage);
      const tracks = stage && gatedParts(stage).map(({ track }) => track);
      expect(position?.gates.map(({ track }) => track)).toEqual(tracks);
      expect(position?.gates.some(({ state }) => state !== 'passed')).toBe(true);
    });
  });

  it('a programme that is over stays over', () => {
    always(({ locality: before }, _, { locality: now }) => {
      if (before.position) return;
      expect([now.status, now.position]).toEqual([before.status, undefined]);
    });
  });

  it('every change raises the locality’s revision by one, and that of each visit it touches', () => {
    always(({ locality, visits }, change) => {
      expect(change.locality.revision).toBe(locality.revision + 1);
      for (const visit of change.visits) {
        const known = visits.find((other) => nameOf(other) === nameOf(visit));
        expect(visit.revision).toBe((known?.revision ?? 0) + 1);
      }
    });
  });

  it('the number of a visit is never used again', () => {
    always(({ visits, locality }, change, now) => {
      for (const visit of change.visits.filter(({ revision }) => revision === 1))
        expect(visits.map(nameOf)).not.toContain(nameOf(visit));
      for (const [gate, count] of Object.entries(locality.visits))
        expect(now.locality.visits[gate]).toBeGreaterThanOrEqual(count);
      for (const { track, visit } of now.locality.position?.gates ?? [])
        expect(visit).toBe(now.locality.visits[gateKey(now.locality.position?.stage ?? '', track)]);
    });
  });

  it('a visit that has ended never changes', () => {
    always(({ visits }, change) => {
      const ended = visits.filter(({ endedOn }) => endedOn !== undefined).map(nameOf);
      expect(change.visits.map(nameOf).filter((name) => ended.includes(name))).toEqual([]);
    });
  });

  it('a visit is open exactly while its gate is open or in review, and in review exactly while it holds one', () => {
    always((_, __, { locality: { position }, visits }) => {
      const open = visits.filter(({ endedOn }) => endedOn === undefined);
      const gates = (position?.gates ?? []).filter(({ state }) => state === 'open' || state === 'in-review');
      const stage = position?.stage ?? '';
      expect(open.map(nameOf).sort()).toEqual(
        gates.map(({ track, visit }) => `${gateKey(stage, track)} ${visit}`).sort(),
      );
      for (const visit of open) {
        const gate = gates.find(({ track }) => track === visit.track);
        expect(visit.review !== undefined).toBe(gate?.state === 'in-review');
      }
    });
  });

  it('a generation is raised by one, by what starts an execution and by nothing else', () => {
    always(({ locality }, change) => {
      const starts = change.outbox.filter(({ kind }) => kind === 'start-execution').length;
      expect(change.locality.generation).toBe(locality.generation + starts);
    });
  });

  it('a workflow is answered by a decision only, and its token forgotten', () => {
    always((_, change) => {
      const answered = change.outbox.flatMap((message) =>
        message.kind === 'answer-gate' ? [message.token] : [],
      );
      if (answered.length > 0) expect(change.event.action).toBe('gate-decided');
      for (const visit of change.visits)
        if (change.event.action === 'gate-decided') expect(visit.token).toBeUndefined();
      expect(new Set(answered).size).toBe(answered.length);
    });
  });

  it('what is to be written is what is read again', () => {
    always((_, { locality, visits }) => {
      expect(Locality.parse(JSON.parse(JSON.stringify(locality)))).toEqual(
        JSON.parse(JSON.stringify(locality)),
      );
      for (const visit of visits)
        expect(Visit.parse(JSON.parse(JSON.stringify(visit)))).toEqual(JSON.parse(JSON.stringify(visit)));
    });
  });

  it('walks reach every end: completed, closed and on hold', () => {
    const walks = fc.sample(fc.array(step, { minLength: 60, maxLength: 200, size: 'max' }), {
      numRuns: 400,
      seed: 20261205,
    });
    const ends = new Set(walks.map((steps) => walk(steps, () => {}).locality.status));
    expect([...ends].sort()).toEqual(['active', 'closed', 'completed', 'on-hold']);
  });
});
