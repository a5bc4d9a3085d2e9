import { expect, it } from 'vitest';
import type { Stakeholder } from '../../web/api/types.ts';
import { blank, toCreate, toFormValues, toPatch, validate } from '../../web/people/form-values.ts';
import { reachOf } from '../../web/people/reach.ts';

const person = (some: Partial<Stakeholder> = {}): Stakeholder => ({
  id: 'rosa',
  name: 'Rosa Pérez',
  sector: 'school',
  language: 'es',
  localities: ['anapra'],
  reachable: true,
  email: 'rosa@example.org',
  createdAt: '2026-01-12T15:00:00Z',
  createdBy: 'ana',
  version: 2,
  ...some,
});
const suppressed = (reason: 'bounce' | 'unsubscribed') => ({ reason, at: '2026-02-01T15:00:00Z' });

it('a person is told by mail only while mail reaches them', () => {
  expect(reachOf(person())).toBe('mail');
  expect(reachOf(person({ reachable: false, email: undefined }))).toBe('inPerson');
  expect(reachOf(person({ suppressed: suppressed('bounce') }))).toBe('bounce');
  expect(reachOf(person({ suppressed: suppressed('unsubscribed') }))).toBe('unsubscribed');
  expect(reachOf(person({ erasedOn: '2026-02-02', suppressed: suppressed('bounce') }))).toBe('erased');
});

it('a person is recorded with a name and a sector; consent is whole or absent', () => {
  expect(validate(blank)).toEqual({ name: true, sector: true, email: false, consent: false });
  expect(validate({ ...blank, email: 'rosa@' }).email).toBe(true);
  expect(validate({ ...blank, consentHow: 'Por escrito' }).consent).toBe(true);
  expect(toCreate(blank)).toBeUndefined();
  expect(toCreate({ ...blank, name: ' Rosa ', sector: 'school' })).toMatchObject({
    name: 'Rosa',
    sector: 'school',
  });
});

it('a correction says what was changed, and takes away what was made blank', () => {
  const base = toFormValues(
    person({ organization: 'Escuela 12', consent: { givenOn: '2026-01-10', how: 'Por escrito' } }),
  );
  expect(toPatch(base, base)).toEqual({});
  expect(toPatch(base, { ...base, organization: '', email: ' ', level: 'state' })).toEqual({
    organization: null,
    email: null,
    level: 'state',
  });
  expect(toPatch(base, { ...base, consentGivenOn: '', consentHow: '' })).toEqual({ consent: null });
  expect(toPatch(base, { ...base, consentHow: 'De palabra' })).toEqual({
    consent: { givenOn: '2026-01-10', how: 'De palabra' },
  });
});
