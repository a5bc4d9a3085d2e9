import { describe, expect, it } from 'vitest';
import { noFacts } from '../../domain/criteria/facts.ts';
import type { Criterion } from '../../domain/criteria/index.ts';
import { criterionKeys } from '../../domain/criteria/keys.ts';
import { gatedParts } from '../../domain/gated-part.ts';
import { countMatrix, type Promised } from '../../domain/matrix-counts.ts';
import { Programme } from '../../domain/programme.ts';
import { decided, inReview } from '../support/decisions.ts';
import { administrator, created, opened, outcomeOf } from '../support/factories.ts';
import { convivirMejor, redConectate } from '../support/programmes.ts';

/** A programme whose second gate asks for these. */
const asking = (...criteria: object[]) => ({
  id: 'asking',
  version: 1,
  name: { es: 'Pide', en: 'Asks' },
  stages: [
    {
      key: 'act',
      name: { es: 'Actuar', en: 'Act' },
      workingDays: 5,
      activities: ['walk', 'talk'].map((key) => ({ key, name: { es: key, en: key }, required: false })),
      criteria,
    },
  ],
});
const keysOf = (...criteria: object[]) =>
  Programme.parse(asking(...criteria)).stages.flatMap((stage) =>
    gatedParts(stage).flatMap((part) => criterionKeys(part.criteria)),
  );
const refusalOf = (...criteria: object[]) =>
  Programme.safeParse(asking(...criteria)).error?.issues.map(({ message }) => message);
const half = { type: 'commitments-fulfilled', minimumPercent: 50 };
const nearlyAll = { type: 'commitments-fulfilled', minimumPercent: 90 };

describe('the key of a criterion', () => {
  it('is its type and what it is about, as overrides of released programmes are kept', () => {
    const keys = [convivirMejor, redConectate].map((programme) =>
      programme.stages.flatMap((stage) =>
        gatedParts(stage).flatMap(({ stage: at, track, criteria }) =>
          criterionKeys(criteria).map((key) => [track ?? at, key].join(': ')),
        ),
      ),
    );
    expect(keys).toEqual([
      [
        'capacity-building: required-activities',
        'capacity-building: people-trained/federal-representatives',
        'capacity-building: people-trained/state-and-local',
        'territorial-targeting: required-activities',
        'territorial-targeting: targeting-decided',
        'community-involvement: required-activities',
        'community-involvement: meeting-held/participatory-process',
        'community-involvement: survey-wave/baseline',
        'community-action-plan: required-activities',
        'community-action-plan: commitments',
        'implementation: required-activities',
        'implementation: meeting-held/interinstitutional-coordination',
        'implementation: commitments-fulfilled',
        'strategy-evaluation: required-activities',
        'strategy-evaluation: survey-wave/follow-up',
        'strategy-evaluation: baseline-compared',
      ],
      [
        'social-cohesion: required-activities',
        'social-cohesion: people-trained/culture-of-legality-training',
        'multisector-actions: required-activities',
        'multisector-actions: meeting-held/carry-out-multisector-actions',
        'empowerment-models: required-activities',
        'empowerment-models: people-trained/community-empowerment',
        'empowerment-models: people-trained/youth-leaders',
        'empowerment-models: people-trained/parents',
        'network-consolidation: required-activities',
      ],
    ]);
  });

  it('has what is asked for in it where a gate asks twice about the same, in whatever order', () => {
    expect(keysOf(half, nearlyAll)).toEqual(['commitments-fulfilled/50', 'commitments-fulfilled/90']);
    expect(keysOf(nearlyAll, half)).toEqual(['commitments-fulfilled/90', 'commitments-fulfilled/50']);
    const meetings = (minimum: number, activity = 'walk') => ({ type: 'meeting-held', activity, minimum });
    expect(keysOf(meetings(1), meetings(3), meetings(2, 'talk'))).toEqual([
      'meeting-held/walk/1',
      'meeting-held/walk/3',
      'meeting-held/talk',
    ]);
    const survey = (minimumRespondents: number, wave = 'baseline') => ({
      type: 'survey-wave',
      wave,
      minimumRespondents,
    });
    expect(keysOf(survey(30), survey(60), survey(30, 'follow-up'))).toEqual([
      'survey-wave/baseline/30',
      'survey-wave/baseline/60',
      'survey-wave/follow-up',
    ]);
  });

  it('is the programme’s own where it gives one, after the type', () => {
    expect(keysOf({ ...half, key: 'half' }, nearlyAll)).toEqual([
      'commitments-fulfilled/half',
      'commitments-fulfilled',
    ]);
  });

  it.each([
    ['the same asked twice', [half, half], 'commitments-fulfilled/50'],
    [
      'with and without sectors',
      [
        { type: 'commitments', minimum: 3 },
        { type: 'commitments', minimum: 3, sectors: true },
      ],
      'commitments/3',
    ],
    [
      'a type that asks for nothing more',
      [{ type: 'required-activities' }, { type: 'required-activities' }],
      'required-activities',
    ],
    [
      'one key given twice',
      [
        { ...half, key: 'x' },
        { ...nearlyAll, key: 'x' },
      ],
      'commitments-fulfilled/x',
    ],
    [
      'a given key that is another’s',
      [
        { type: 'meeting-held', activity: 'walk', minimum: 1 },
        { type: 'meeting-held', activity: 'talk', minimum: 1, key: 'walk' },
      ],
      'meeting-held/walk',
    ],
  ])('is demanded where two would share one: %s', (_, criteria, key) => {
    expect(refusalOf(...criteria)).toEqual([
      `criterion "${key}" appears twice in its gate; give each a key of its own`,
    ]);
  });

  it('is never that of another type: every key begins with its type', () => {
    const criteria: Criterion[] = [
      { type: 'required-activities', key: 'commitments' },
      { type: 'commitments', minimum: 1, sectors: false },
    ];
    expect(criterionKeys(criteria)).toEqual(['required-activities/commitments', 'commitments']);
  });
});

describe('an override', () => {
  const programme = Programme.parse(asking(half, nearlyAll));
  const carla = administrator({ user: 'carla@juarez.example' });
  /** So many of ten commitments are kept. */
  const kept = (count: number) => ({
    ...noFacts,
    commitments: countMatrix(
      Array.from(
        { length: 10 },
        (_, at): Promised => ({
          status: at < count ? 'fulfilled' : 'pending',
          responsible: 'm',
          sector: 'school',
        }),
      ),
    ),
  });
  const override = { reason: 'Lluvia', expiresOn: '2026-02-01' };
  const asked = (count: number) =>
    inReview(
      opened(created(programme), programme),
      { override },
      { by: carla, programme, facts: kept(count) },
    );
  const unmetAt = (count: number) => asked(count).visits[0]?.review?.override?.unmet;

  it('covers the criteria that were unmet when it was given, by their keys', () => {
    expect(unmetAt(7)).toEqual(['commitments-fulfilled/90']);
    expect(unmetAt(3)).toEqual(['commitments-fulfilled/50', 'commitments-fulfilled/90']);
  });

  it('of "90 %" does not cover "50 %", though both are of one type', () => {
    const advance = (count: number) => () =>
      decided(asked(7), {}, { programme, facts: kept(count) }).locality.status;
    expect(outcomeOf(advance(7))).toBe('completed');
    expect(outcomeOf(advance(4))).toBe('criteria-unmet');
    expect(outcomeOf(advance(9))).toBe('completed');
  });

  it('of a type alone, as one was kept before, covers neither', () => {
    const at = asked(7);
    const visits = at.visits.map((visit) => ({
      ...visit,
      review: visit.review?.override && {
        ...visit.review,
        override: { ...visit.review.override, unmet: ['commitments-fulfilled'] },
      },
    }));
    expect(outcomeOf(() => decided({ ...at, visits }, {}, { programme, facts: kept(7) }))).toBe(
      'criteria-unmet',
    );
  });
});
