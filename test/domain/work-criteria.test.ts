import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../domain/criteria/evaluate.ts';
import { type GroupStanding, noFacts, type SessionStanding } from '../../domain/criteria/facts.ts';
import { Criterion } from '../../domain/criteria/index.ts';
import type { GatedPart } from '../../domain/gated-part.ts';
import type { Visit } from '../../domain/visit.ts';
import { sayMissing } from '../../words/criteria.ts';
import { criteriaMessages } from '../../words/languages.ts';

const talks = { key: 'talks', name: { es: 'Pláticas', en: 'Talks' }, required: true, evidence: false };
const gate = (criterion: object): GatedPart => ({
  stage: 'action',
  name: { es: 'Acción', en: 'Action' },
  activities: [talks],
  criteria: [Criterion.parse(criterion)],
});
const held = (some: Partial<SessionStanding> = {}): SessionStanding => ({
  kind: 'training',
  on: '2026-02-10',
  activity: 'talks',
  state: 'held',
  heads: 12,
  bySector: { business: 5 },
  ...some,
});
const council = (some: Partial<GroupStanding> = {}): GroupStanding => ({
  kind: 'council',
  sectors: ['school'],
  isFormalised: true,
  members: 7,
  ...some,
});

function judged(
  criterion: object,
  sessions: SessionStanding[],
  { groups = [], activities = {} }: { groups?: GroupStanding[]; activities?: Visit['activities'] } = {},
) {
  const visit = { openedOn: '2026-02-01', activities, surveys: {} };
  const { ready, criteria, missing } = evaluateGate(gate(criterion), visit, { ...noFacts, sessions, groups });
  const [lack] = missing;
  const said = (language: 'es' | 'en') =>
    lack && sayMissing(criteriaMessages[language], lack.criterion, lack, language);
  return {
    ready,
    have: criteria[0]?.have,
    codes: missing.map(({ code }) => code),
    es: said('es'),
    en: said('en'),
  };
}

describe('a gate that asks for sessions of a kind', () => {
  const three = { type: 'sessions', kind: 'training', minimum: 3 };
  it('counts those held during the visit, and tells of those planned', () => {
    const sessions = [
      held(),
      held({ activity: undefined }),
      held({ on: '2026-01-31' }),
      held({ kind: 'meeting' }),
      held({ state: 'ahead', heads: 0 }),
    ];
    expect(judged(three, sessions)).toEqual({
      ready: false,
      have: 2,
      codes: ['too-few-sessions'],
      es: 'Faltan sesiones (capacitaciones): van 2 de 3; hay 1 sesión programada',
      en: 'Too few sessions (trainings): 2 of 3; 1 session is planned',
    });
    expect(judged(three, [held(), held(), held()]).ready).toBe(true);
    expect(judged({ ...three, kind: 'juntas' }, []).es).toBe('Faltan sesiones (juntas): van 0 de 3');
  });
});

describe('a gate that asks for people trained at an activity', () => {
  const forty = { type: 'people-trained', activity: 'talks', minimum: 40 };
  const record = (figures?: object) => ({
    talks: {
      status: 'done' as const,
      evidence: [{ title: 'Lista', url: 'https://juarez.example/lista.pdf' }],
      figures,
      changedBy: 'ana@juarez.example',
      changedAt: '2026-02-10T00:00:00Z',
      revision: 2,
    },
  });

  it.each([
    ['the heads of its sessions', [held({ heads: 25 }), held({ heads: 15 })], {}, 40, true],
    ['only those of its own activity', [held({ heads: 50, activity: 'other' })], {}, 0, false],
    ['only those since the visit opened', [held({ heads: 50, on: '2026-01-01' })], {}, 0, false],
    ['a figure that was written down', [], record({ peopleTrained: 40 }), 40, true],
    ['the figure where it is more', [held()], record({ peopleTrained: 41 }), 41, true],
    ['the sessions where they are more', [held({ heads: 44 })], record({ peopleTrained: 41 }), 44, true],
    ['one where a list is attached and nothing is counted', [], record(), 1, false],
  ])('counts %s', (_, sessions, activities, have, ready) => {
    expect(judged(forty, sessions, { activities })).toMatchObject({ have, ready });
  });

  it('of one sector, which only sessions tell apart', () => {
    const business = { ...forty, sector: 'business' };
    const planned = held({ state: 'ahead', heads: 0 });
    const sessions = [held({ bySector: { business: 12, school: 30 }, heads: 42 }), planned, planned];
    const { ready, es, en } = judged(business, sessions, { activities: record({ peopleTrained: 99 }) });
    expect([ready, es, en]).toEqual([
      false,
      'Faltan personas capacitadas en «Pláticas, empresarial»: van 12 de 40 (anote la cifra o adjunte la lista); hay 2 sesiones programadas',
      expect.stringContaining('12 of 40'),
    ]);
  });
});

describe('a gate that asks for a group', () => {
  const asked = { type: 'group-formed', kind: 'council', minimumMembers: 5, formalised: true };
  it.each([
    ['is there', [council()], {}, []],
    ['is not there', [council({ kind: 'committee' })], {}, ['group-absent']],
    ['is not formalised', [council({ isFormalised: false })], {}, ['not-formalised']],
    ['has too few members', [council({ members: 4 })], {}, ['too-few-members']],
    ['lacks a sector', [council()], { sector: 'business' }, ['group-absent']],
    ['need not be formalised', [council({ isFormalised: false })], { formalised: false }, []],
  ])('that %s', (_, groups, some, codes) => {
    expect(judged({ ...asked, ...some }, [], { groups }).codes).toEqual(codes);
  });
});
