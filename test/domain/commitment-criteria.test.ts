import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../domain/criteria/evaluate.ts';
import { noFacts } from '../../domain/criteria/facts.ts';
import type { Criterion } from '../../domain/criteria/index.ts';
import type { GatedPart } from '../../domain/gated-part.ts';
import { countMatrix, type Promised } from '../../domain/matrix-counts.ts';
import { Sector } from '../../domain/stakeholder.ts';
import { nameWords } from '../../words/languages.ts';

const gate = (criterion: Criterion): GatedPart => ({
  stage: 'plan',
  name: { es: 'Plan', en: 'Plan' },
  activities: [],
  criteria: [criterion],
});
const matrix = (sectors = false) => gate({ type: 'commitments', minimum: 2, sectors });
const fulfilled = gate({ type: 'commitments-fulfilled', minimumPercent: 80 });

const promised = (some: Partial<Promised> = {}): Promised => ({
  status: 'pending',
  responsible: 'maria',
  dueOn: '2026-12-05',
  sector: 'school',
  ...some,
});
const nothing = { openedOn: '2026-01-01', activities: {}, surveys: {} };
const judged = (part: GatedPart, commitments: Promised[]) =>
  evaluateGate(part, nothing, { ...noFacts, commitments: countMatrix(commitments) });
const codes = (part: GatedPart, commitments: Promised[]) =>
  judged(part, commitments).missing.map(({ code }) => code);

describe('a gate that asks for commitments', () => {
  it('wants as many as its minimum, cancelled ones left out', () => {
    expect(codes(matrix(), [promised(), promised({ status: 'cancelled' })])).toEqual(['too-few-commitments']);
    expect(codes(matrix(), [promised(), promised({ status: 'fulfilled' })])).toEqual([]);
  });

  it('wants every one of them with somebody responsible and a day', () => {
    const commitments = [promised(), promised({ dueOn: undefined }), promised({ responsible: undefined })];
    expect(judged(matrix(), commitments).missing).toMatchObject([
      { code: 'commitments-blank', have: 1, needed: 3 },
    ]);
  });

  it('names each sector that has promised nothing, where it asks for all six', () => {
    const two = [promised(), promised({ sector: 'business' })];
    const { missing } = judged(matrix(true), two);
    expect(missing.map(({ sector }) => sector && nameWords.en.sectorsInText[sector])).toEqual([
      'social',
      'government',
      'religious',
      'community',
    ]);
    expect(
      codes(
        matrix(true),
        Sector.options.map((sector) => promised({ sector })),
      ),
    ).toEqual([]);
  });
});

describe('a gate that asks for commitments fulfilled', () => {
  it('counts those that still stand, in whole per cent rounded down', () => {
    const kept = (count: number) => Array.from({ length: count }, () => promised({ status: 'fulfilled' }));
    expect(codes(fulfilled, [...kept(4), promised()])).toEqual([]);
    const commitments = [...kept(7), promised(), promised()];
    expect(judged(fulfilled, commitments).missing).toMatchObject([
      { code: 'too-few-fulfilled', have: 77, needed: 80 },
    ]);
    expect(codes(fulfilled, [...kept(1), promised({ status: 'cancelled' })])).toEqual([]);
  });

  it('has nothing to wait for where nothing was promised', () => {
    expect(codes(fulfilled, [])).toEqual([]);
  });
});
