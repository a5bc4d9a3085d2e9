import { describe, expect, it } from 'vitest';
import { type ReviewRequest, requestReview } from '../../domain/commands/request-review.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import {
  administrator,
  applied,
  caller,
  created,
  done,
  moment,
  opened,
  outcomeOf,
  twoStages,
} from '../support/factories.ts';

const settings = {
  approvers: ['direccion@juarez.example'],
  staffMailDomain: 'juarez.example',
  fourEyes: true,
};
const override = { reason: 'Lluvia', expiresOn: '2026-02-01' };

function asked(request: ReviewRequest = {}, { at = done(opened(created())), by = caller() } = {}) {
  const [visit] = at.visits;
  if (!visit) throw new Error('nothing is open');
  const situation = {
    locality: at.locality,
    visit,
    others: [],
    facts: noFacts,
    programme: twoStages,
    municipality: settings,
  };
  return requestReview(situation, request, by, moment());
}

describe('asking for a review', () => {
  it('puts the gate in review, and keeps who asked, when, and their note', () => {
    const { locality, review, visits } = asked({ note: 'Listo' });
    expect(locality.position?.gates).toMatchObject([{ state: 'in-review' }]);
    expect(review).toEqual({ requestedBy: 'ana@juarez.example', requestedAt: moment().now, note: 'Listo' });
    expect(visits).toMatchObject([{ review, revision: 2 }]);
  });

  it('tells the coordinators and the approvers, but not who asks', () => {
    const told = asked().outbox.flatMap((message) =>
      message.kind === 'mail' ? [message.to, message.mail.message] : [],
    );
    expect(told).toEqual(['direccion@juarez.example', 'review-requested']);
  });

  it('is refused where something is missing', () => {
    expect(outcomeOf(() => asked({}, { at: opened(created()) }))).toBe('criteria-unmet');
  });

  it('is refused twice', () => {
    const once = applied(done(opened(created())), asked());
    expect(outcomeOf(() => asked({}, { at: once }))).toBe('already-in-review');
  });

  it.each(['on-hold', 'completed', 'closed'] as const)('is refused when the locality is %s', (status) => {
    const at = done(opened(created()));
    expect(outcomeOf(() => asked({}, { at: { ...at, locality: { ...at.locality, status } } }))).toBe(
      'not-active',
    );
  });
});

describe('an override', () => {
  const unready = opened(created());

  it('lets an administrator ask although criteria are unmet, and keeps which they were', () => {
    const { review } = asked({ override }, { at: unready, by: administrator() });
    expect(review.override).toEqual({
      ...override,
      by: 'direccion@juarez.example',
      unmet: ['required-activities', 'people-trained/train', 'meeting-held/meet'],
    });
  });

  it('is an administrator’s only', () => {
    expect(outcomeOf(() => asked({ override }, { at: unready }))).toBe('forbidden');
  });

  it('is not kept where it is not needed', () => {
    expect(asked({ override }, { by: administrator() }).review.override).toBeUndefined();
  });

  it('holds on the day it expires, and cannot be given for a day that is past', () => {
    const until = (expiresOn: string) => () =>
      asked({ override: { ...override, expiresOn } }, { at: unready, by: administrator() }).review.override
        ?.expiresOn;
    expect(outcomeOf(until('2026-01-12'))).toBe('2026-01-12');
    expect(outcomeOf(until('2026-01-11'))).toBe('invalid-request');
  });
});
