import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../domain/criteria/evaluate.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import type { GatedPart } from '../../domain/gated-part.ts';
import { partOf } from '../../domain/locality.ts';
import type { ActivityRecord } from '../../domain/visit.ts';
import { allDone, document, record, twoStages } from '../support/factories.ts';
import { convivirMejor } from '../support/programmes.ts';

const prepare = partOf(twoStages, 'prepare');
const judged = (activities: Record<string, ActivityRecord>, part: GatedPart = prepare) =>
  evaluateGate(part, { openedOn: '2026-01-01', activities, surveys: {} }, noFacts);
const lacks = (activities: Record<string, ActivityRecord>) =>
  judged(activities).missing.map(({ code, activity }) => `${code} ${activity}`);

describe('a gate', () => {
  it('is ready when every criterion holds, and then nothing is missing', () => {
    expect(judged(allDone)).toMatchObject({ ready: true, missing: [] });
  });

  it('of a visit of which nothing is known is not ready, and says all that is missing', () => {
    expect(judged({}).ready).toBe(false);
    expect(lacks({})).toEqual([
      'activity-open train',
      'activity-open meet',
      'too-few-people train',
      'too-few-meetings meet',
    ]);
  });
});

describe('required activities', () => {
  it('are counted', () => {
    const [criterion] = judged({ meet: record() }).criteria;
    expect(criterion).toEqual({
      key: 'required-activities',
      type: 'required-activities',
      met: false,
      have: 1,
      needed: 2,
    });
  });

  it('that are open again are missing', () => {
    expect(lacks({ ...allDone, meet: record({ status: 'open' }) })).toContain('activity-open meet');
  });

  it('that need a document are complete only with one', () => {
    const train = record({ evidence: [], figures: { peopleTrained: 12 } });
    expect(lacks({ ...allDone, train })).toEqual(['evidence-missing train']);
  });

  it('that do not apply need no document', () => {
    const train = record({ status: 'not-applicable', evidence: [], figures: { peopleTrained: 12 } });
    expect(judged({ ...allDone, train }).ready).toBe(true);
  });

  it('do not include optional ones, nor the steps of an activity', () => {
    const optional = {
      ...prepare,
      activities: prepare.activities.map((one) => ({ ...one, required: false })),
    };
    expect(judged({}, { ...optional, criteria: [{ type: 'required-activities' }] }).ready).toBe(true);
    const building = partOf(convivirMejor, 'capacity-building');
    const done = Object.fromEntries(building.activities.map(({ key }) => [key, record()]));
    expect(judged(done, building).ready).toBe(true);
  });
});

describe('a gate that asks for findings', () => {
  const gate = (...criteria: GatedPart['criteria']): GatedPart => ({
    stage: 'evaluation',
    name: { es: 'Evaluación', en: 'Evaluation' },
    activities: [],
    criteria,
  });
  const nothing = { openedOn: '2026-01-01', activities: {}, surveys: {} };
  const survey = (respondents: number, compared = 0) => ({
    checksum: 'c',
    respondents,
    compared,
    revision: 3,
  });

  it('wants a ranking frozen during the visit', () => {
    const targeting = gate({ type: 'targeting-decided' });
    expect(evaluateGate(targeting, nothing, noFacts).missing).toMatchObject([
      { code: 'targeting-undecided' },
    ]);
    const decided = { ...nothing, targeting: { ranking: 'r', revision: 3 } };
    expect(evaluateGate(targeting, decided, noFacts).ready).toBe(true);
  });

  it('wants its own survey, with enough respondents', () => {
    const baseline = gate({ type: 'survey-wave', wave: 'baseline', minimumRespondents: 30 });
    const with29 = {
      openedOn: '2026-01-01',
      activities: {},
      surveys: { baseline: survey(29), 'follow-up': survey(400) },
    };
    expect(evaluateGate(baseline, with29, noFacts).missing).toMatchObject([
      { code: 'too-few-respondents', wave: 'baseline', have: 29, needed: 30 },
    ]);
    expect(
      evaluateGate(
        baseline,
        { openedOn: '2026-01-01', activities: {}, surveys: { baseline: survey(30) } },
        noFacts,
      ).ready,
    ).toBe(true);
  });

  it('wants a follow-up of which one question at least can be compared', () => {
    const compared = gate({ type: 'baseline-compared' });
    expect(
      evaluateGate(
        compared,
        { openedOn: '2026-01-01', activities: {}, surveys: { 'follow-up': survey(90) } },
        noFacts,
      ).ready,
    ).toBe(false);
    expect(
      evaluateGate(
        compared,
        { openedOn: '2026-01-01', activities: {}, surveys: { 'follow-up': survey(90, 1) } },
        noFacts,
      ).ready,
    ).toBe(true);
  });
});

describe.each([
  ['people-trained', 'train', 'peopleTrained', 10, 'too-few-people'],
  ['meeting-held', 'meet', 'meetingsHeld', 2, 'too-few-meetings'],
] as const)('%s', (type, activity, figure, needed, code) => {
  const result = (known?: ActivityRecord) =>
    judged(known ? { [activity]: known } : {}).criteria.find((one) => one.type === type);

  it('holds from the minimum on', () => {
    const counted = (count: number) => result(record({ figures: { [figure]: count } }));
    expect(counted(needed)).toMatchObject({ type, activity, have: needed, needed, met: true });
    expect(counted(needed - 1)).toMatchObject({ have: needed - 1, met: false });
  });

  it('takes a completed activity with a document for one, where nobody wrote a figure down', () => {
    expect(result(record())).toMatchObject({ have: 1 });
    expect(result(record({ evidence: [] }))).toMatchObject({ have: 0 });
    expect(result(record({ status: 'open' }))).toMatchObject({ have: 0 });
    expect(result()).toMatchObject({ have: 0 });
  });

  it('believes the figure rather than the document', () => {
    expect(result(record({ figures: { [figure]: 0 } }))).toMatchObject({ have: 0, met: false });
  });

  it('is missing by the activity it is about, with what there is and what is needed', () => {
    const { missing } = judged({ ...allDone, [activity]: record({ figures: { [figure]: 1 } }) });
    expect(missing).toMatchObject([{ criterion: type, code, activity, have: 1, needed }]);
  });
});

describe('more evidence', () => {
  const figures = fc.option(
    fc.record({ peopleTrained: fc.nat(20), meetingsHeld: fc.nat(4) }, { requiredKeys: [] }),
    { nil: undefined },
  );
  const known = fc.record({
    status: fc.constantFrom('open', 'done', 'not-applicable'),
    evidence: fc.integer({ min: 0, max: 2 }).map((count) => Array.from({ length: count }, () => document())),
    figures,
  });
  const activities = fc.dictionary(fc.constantFrom('train', 'meet'), known.map(record));

  it('never makes a gate less ready', () => {
    fc.assert(
      fc.property(activities, fc.constantFrom('train', 'meet'), (before, key) => {
        const here = before[key] ?? record({ status: 'open', evidence: [] });
        const more = { ...before, [key]: { ...here, evidence: [...here.evidence, document()] } };
        const [was, is] = [judged(before), judged(more)];
        for (const [at, { met }] of was.criteria.entries()) if (met) expect(is.criteria[at]?.met).toBe(true);
        expect(is.missing.length).toBeLessThanOrEqual(was.missing.length);
      }),
    );
  });

  it('nor do higher figures', () => {
    fc.assert(
      fc.property(activities, fc.nat(20), fc.nat(20), (before, people, more) => {
        const at = (peopleTrained: number) =>
          judged({ ...before, train: record({ ...before.train, figures: { peopleTrained } }) });
        expect(at(people + more).missing.length).toBeLessThanOrEqual(at(people).missing.length);
      }),
    );
  });

  it('leaves a gate ready exactly when nothing is missing', () => {
    fc.assert(
      fc.property(activities, (before) => {
        const { ready, missing, criteria } = judged(before);
        expect(ready).toBe(missing.length === 0);
        expect(ready).toBe(criteria.every(({ met }) => met));
      }),
    );
  });
});
