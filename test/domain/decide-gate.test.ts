import { describe, expect, it } from 'vitest';
import { decided, inReview } from '../support/decisions.ts';
import {
  administrator,
  applied,
  caller,
  created,
  done,
  moment,
  opened,
  outcomeOf,
  type Standing,
} from '../support/factories.ts';

const ready = () => done(opened(created()));
const reviewed = () => inReview(ready());
const answers = (change: ReturnType<typeof decided>) =>
  change.outbox.flatMap((message) =>
    message.kind === 'answer-gate' ? [{ ...message.answer, token: message.token }] : [],
  );
const messages = (change: ReturnType<typeof decided>) => [
  ...new Set(change.outbox.flatMap((message) => (message.kind === 'mail' ? [message.mail.message] : []))),
];
const waiting = (at: Standing): Standing => ({
  ...at,
  visits: at.visits.map((visit) => ({ ...visit, token: `of ${visit.track ?? visit.stage}` })),
});

describe('to advance', () => {
  it('ends the visit with the decision and the review it answers, and enters the next stage', () => {
    const { locality, visits } = decided(reviewed());
    expect(locality.position).toEqual({
      stage: 'act',
      gates: ['left', 'right'].map((track) => ({ track, visit: 1, state: 'opening' })),
    });
    expect(visits).toMatchObject([
      {
        endedOn: '2026-01-12',
        review: undefined,
        decisions: [
          {
            outcome: 'advance',
            decidedBy: 'direccion@juarez.example',
            review: { requestedBy: 'ana@juarez.example' },
          },
        ],
      },
    ]);
  });

  it('answers the waiting workflow and forgets its token', () => {
    const change = decided(waiting(reviewed()));
    expect(answers(change)).toEqual([{ outcome: 'advance', token: 'of prepare' }]);
    expect(change.visits).toMatchObject([{ token: undefined }]);
  });

  it('needs a review', () => {
    expect(outcomeOf(() => decided(ready()))).toBe('not-in-review');
  });

  it('is refused where the evidence was taken back since the review', () => {
    const at = reviewed();
    const taken = { ...at, visits: at.visits.map((visit) => ({ ...visit, activities: {} })) };
    expect(outcomeOf(() => decided(taken))).toBe('criteria-unmet');
  });

  it('completes the programme at its last gate', () => {
    const acting = done(opened(applied(reviewed(), decided(reviewed()))));
    const one = applied(acting, decided(inReview(acting, { track: 'left' }), { track: 'left' }));
    const last = decided(inReview(one, { track: 'right' }), { track: 'right' });
    expect(last.locality).toMatchObject({ status: 'completed', position: undefined });
    expect(messages(last)).toEqual(['gate-decided', 'programme-completed']);
  });
});

describe('to return', () => {
  it('opens a new visit of the same stage when none is named', () => {
    const change = decided(waiting(reviewed()), { outcome: 'return' });
    expect(change.locality.position).toMatchObject({
      stage: 'prepare',
      gates: [{ visit: 2, state: 'opening' }],
    });
    expect(change.locality.position?.gates[0]?.targetOn).toBeUndefined();
    expect(change.visits).toMatchObject([{ number: 1, endedOn: '2026-01-12' }]);
    expect(answers(change)).toEqual([{ outcome: 'return', toStage: 'prepare', token: 'of prepare' }]);
  });

  it('to a later stage, or one the programme has not, is refused', () => {
    for (const toStage of ['act', 'nowhere'])
      expect(outcomeOf(() => decided(reviewed(), { outcome: 'return', toStage }))).toBe('invalid-request');
  });

  it('needs no review and no met criteria, and answers the waiting workflow all the same', () => {
    for (const at of [ready(), opened(created())]) {
      const change = decided(waiting(at), { outcome: 'return', reason: 'Faltan las listas' });
      expect(change.locality.position?.gates).toMatchObject([{ visit: 2, state: 'opening' }]);
      expect(change.visits).toMatchObject([
        { endedOn: '2026-01-12', decisions: [{ outcome: 'return', reason: 'Faltan las listas' }] },
      ]);
      expect(change.visits[0]?.decisions[0]?.review).toBeUndefined();
      expect(answers(change)).toEqual([{ outcome: 'return', toStage: 'prepare', token: 'of prepare' }]);
      expect(messages(change)).toEqual(['gate-decided']);
    }
  });

  it('answers the review that waits, where one does', () => {
    const { visits, event } = decided(reviewed(), { outcome: 'return' });
    expect(visits[0]?.decisions[0]?.review?.requestedBy).toBe('ana@juarez.example');
    expect(visits[0]?.review).toBeUndefined();
    expect(event.detail).toMatchObject({ requestedBy: 'ana@juarez.example' });
  });

  it('is not possible before the visit is open', () => {
    const { locality } = created();
    const [visit] = opened(created()).visits;
    const at = { locality, visits: visit ? [visit] : [] };
    expect(outcomeOf(() => decided(at, { outcome: 'return' }))).toBe('already-decided');
  });
});

describe('to hold', () => {
  it('needs no review, pauses the locality and leaves its visit as it is', () => {
    const change = decided(waiting(ready()), { outcome: 'hold' });
    expect(change.locality).toMatchObject({ status: 'on-hold', position: { stage: 'prepare' } });
    expect(change.visits[0]?.endedOn).toBeUndefined();
    expect(answers(change)).toEqual([{ outcome: 'hold', token: 'of prepare' }]);
  });

  it('keeps the review that was asked for', () => {
    const { visits, locality } = decided(reviewed(), { outcome: 'hold' });
    expect(visits[0]?.review).toBeDefined();
    expect(locality.position?.gates).toMatchObject([{ state: 'in-review' }]);
  });

  it('is refused on hold', () => {
    const held = applied(ready(), decided(ready(), { outcome: 'hold' }));
    expect(outcomeOf(() => decided(held, { outcome: 'hold' }))).toBe('not-active');
  });
});

describe('to close', () => {
  it('needs no review, ends the visit and the locality’s way', () => {
    const { locality, visits } = decided(ready(), { outcome: 'close' });
    expect(locality).toMatchObject({ status: 'closed', position: undefined });
    expect(visits).toMatchObject([{ endedOn: '2026-01-12' }]);
  });

  it('is possible on hold', () => {
    const held = applied(ready(), decided(ready(), { outcome: 'hold' }));
    expect(decided(held, { outcome: 'close' }).locality.status).toBe('closed');
  });
});

describe('a stage to return to', () => {
  it.each(['advance', 'hold', 'close'] as const)('goes with return only, not with %s', (outcome) => {
    expect(outcomeOf(() => decided(reviewed(), { outcome, toStage: 'prepare' }))).toBe('invalid-request');
  });
});

describe('four eyes', () => {
  const own = { by: caller() };

  it.each(['advance', 'return'] as const)(
    'keep whoever asked for the review from deciding to %s',
    (outcome) => {
      expect(outcomeOf(() => decided(reviewed(), { outcome }, own))).toBe('four-eyes');
    },
  );

  it('do not keep them from a hold or a close, nor another coordinator from deciding', () => {
    expect(decided(reviewed(), { outcome: 'hold' }, own).locality.status).toBe('on-hold');
    expect(decided(reviewed(), { outcome: 'close' }, own).locality.status).toBe('closed');
    const luis = caller({ user: 'luis@juarez.example' });
    expect(decided(reviewed(), {}, { by: luis }).locality.position?.stage).toBe('act');
  });

  it('may be switched off by the municipality', () => {
    expect(decided(reviewed(), {}, { ...own, fourEyes: false }).locality.position?.stage).toBe('act');
  });

  it('count for an administrator’s override too', () => {
    const override = { reason: 'Lluvia', expiresOn: '2026-02-01' };
    const at = inReview(opened(created()), { override }, { by: administrator() });
    expect(outcomeOf(() => decided(at))).toBe('four-eyes');
  });
});

describe('an override', () => {
  const carla = administrator({ user: 'carla@juarez.example' });
  const overridden = () =>
    inReview(opened(created()), { override: { reason: 'Lluvia', expiresOn: '2026-02-01' } }, { by: carla });

  it('lets the gate be passed, and is told to the staff and kept in the history', () => {
    const change = decided(overridden());
    expect(change.locality.position?.stage).toBe('act');
    expect(messages(change)).toEqual(['gate-decided', 'override-used']);
    expect(change.event).toMatchObject({
      action: 'gate-decided',
      detail: { override: { by: 'carla@juarez.example', expiresOn: '2026-02-01' } },
    });
  });

  it('holds until the end of its day, and no longer', () => {
    expect(decided(overridden(), {}, { when: moment('2026-02-01') }).locality.position?.stage).toBe('act');
    expect(outcomeOf(() => decided(overridden(), {}, { when: moment('2026-02-02') }))).toBe('criteria-unmet');
  });

  it('does not cover a criterion that was met when it was given', () => {
    const at = overridden();
    const visits = at.visits.map((visit) => ({
      ...visit,
      review: visit.review?.override && {
        ...visit.review,
        override: { ...visit.review.override, unmet: ['required-activities', 'people-trained/train'] },
      },
    }));
    expect(outcomeOf(() => decided({ ...at, visits }))).toBe('criteria-unmet');
  });

  it('goes unused where the criteria came to be met after all', () => {
    expect(messages(decided(done(overridden())))).toEqual(['gate-decided']);
  });
});
