import { describe, expect, it } from 'vitest';
import type { CodedRow } from '../../../domain/evaluation/coding.ts';
import { evaluate } from '../../../domain/evaluation/evaluate.ts';
import { newWave } from '../../../domain/evaluation/wave.ts';
import { WaveSummary } from '../../../domain/evaluation/wave-summary.ts';
import { howMany, questionnaire, yesOrNo } from '../../support/questionnaires.ts';

/** So many rows that answer alike. */
const rows = (n: number, answers: CodedRow['answers'], some: Partial<CodedRow> = {}) =>
  Array.from({ length: n }, (): CodedRow => ({ answers, ...some }));

function summaryOf(coded: CodedRow[], some: object = {}) {
  const asked = questionnaire(some);
  const wave = newWave(
    asked,
    coded.some(({ design }) => design !== undefined),
  );
  for (const row of coded) wave.add(row);
  return wave.summary();
}

/** A wave in which so many of a hundred belong, and everybody knows five or seven people. */
const belonging = (yes: number, some: object = {}) => ({
  questionnaire: questionnaire(some),
  summary: summaryOf([...rows(yes, [1, 5]), ...rows(100 - yes, [0, 7])], some),
});

describe('a wave', () => {
  it('estimates every item and counts who gave no answer', () => {
    const summary = summaryOf([...rows(30, [1, 5]), ...rows(10, [0, undefined])]);
    expect(summary).toMatchObject({ questionnaire: { id: 'prueba', version: 1 }, rows: 40, designed: false });
    expect(summary.items.belongs).toMatchObject({
      estimate: { n: 40, estimate: 0.75, method: 'wilson' },
      missing: 0,
      tooFew: false,
    });
    expect(summary.items.acquaintances).toMatchObject({
      estimate: { n: 30, estimate: 5, method: 't', low: 5, high: 5 },
      missing: 10,
    });
  });

  it('is stored as it is and read again', () => {
    const summary = summaryOf([...rows(20, [1, 5], { sex: 'female', age: '40+' }), ...rows(20, [0, 6])]);
    expect(WaveSummary.parse(JSON.parse(JSON.stringify(summary)))).toEqual(
      JSON.parse(JSON.stringify(summary)),
    );
  });

  it('shows nothing of fewer than ten answers, and says when there are fewer than asked for', () => {
    expect(summaryOf(rows(9, [1, 5])).items.belongs).toEqual({
      missing: 0,
      tooFew: true,
      bySex: {},
      byAge: {},
    });
    expect(summaryOf(rows(10, [1, 5])).items.belongs).toMatchObject({ estimate: { n: 10 }, tooFew: true });
    expect(summaryOf(rows(29, [1, 5])).items.belongs?.tooFew).toBe(true);
    expect(summaryOf(rows(30, [1, 5])).items.belongs?.tooFew).toBe(false);
  });

  it('is told by sex and age; a small cell is left out, and so is the one it could be reckoned from', () => {
    const [female, male, other] = [{ sex: 'female' }, { sex: 'male' }, { sex: 'other' }] as const;
    const whole = summaryOf([...rows(40, [1, 5], female), ...rows(20, [0, 6], male)]);
    expect(whole.items.belongs?.bySex).toMatchObject({
      female: { estimate: { n: 40, estimate: 1 } },
      male: { estimate: { n: 20, estimate: 0 } },
    });
    const small = summaryOf([
      ...rows(40, [1, 5], female),
      ...rows(20, [0, 6], male),
      ...rows(3, [1, 6], other),
    ]);
    expect(small.items.belongs?.bySex).toEqual({
      female: { estimate: expect.objectContaining({ n: 40 }) },
      male: { suppressed: true },
      other: { suppressed: true },
    });
    const both = summaryOf([...rows(40, [1, 5], female), ...rows(3, [0, 6], male)]);
    expect(both.items.belongs?.bySex).toEqual({ female: { suppressed: true }, male: { suppressed: true } });
    const ages = summaryOf([...rows(10, [1, 5], { age: '40+' }), ...rows(20, [0, 6], { age: '18-39' })]);
    expect(Object.keys(ages.items.belongs?.byAge ?? {})).toEqual(['18-39', '40+']);
  });

  it('is linearised where its rows tell how they came into the sample', () => {
    const clustered = Array.from({ length: 40 }, (_, at) => ({
      answers: [Math.floor(at / 4) % 2, at],
      design: { cluster: String(Math.floor(at / 4)), weight: 2 },
    }));
    const { items, designed } = summaryOf(clustered);
    expect(designed).toBe(true);
    expect(items.belongs?.estimate).toMatchObject({ n: 40, method: 'taylor', degreesOfFreedom: 9 });
    expect(items.belongs?.estimate?.designEffect).toBeGreaterThan(3);
  });
});

describe('an evaluation', () => {
  it('tells what changed, by how much, and what could have been seen', () => {
    const [association, acquaintances] = evaluate(belonging(20), belonging(60)).reverse();
    expect(association).toMatchObject({
      code: 'IDC08',
      item: 'belongs',
      kind: 'share',
      method: 'newcombe',
      verdict: 'improved',
      baseline: { n: 100, estimate: 0.2 },
      followUp: { n: 100, estimate: 0.6 },
    });
    if (association?.verdict === 'not-comparable' || acquaintances?.verdict === 'not-comparable')
      throw new Error('both are comparable');
    expect(association?.difference).toBeCloseTo(0.4, 12);
    expect(association?.detectable).toBeGreaterThan(0.1);
    // Five of those who belong and seven of the others: who belongs knows fewer.
    expect(acquaintances).toMatchObject({ code: 'IDC04', method: 'welch', verdict: 'worsened' });
    expect(acquaintances?.adjustedP).toBeGreaterThanOrEqual(acquaintances?.p ?? 1);
  });

  it('goes by which direction is good', () => {
    const [, association] = evaluate(
      belonging(20, { items: [yesOrNo({ direction: 'lower-is-better' }), howMany()] }),
      belonging(60, { items: [yesOrNo({ direction: 'lower-is-better' }), howMany()] }),
    );
    expect(association?.verdict).toBe('worsened');
  });

  it('of a wave with itself finds no change', () => {
    const wave = belonging(37);
    for (const { verdict } of evaluate(wave, wave)) expect(verdict).toBe('no-detectable-change');
  });

  it('adjusts over the questions that were compared, and over them alone', () => {
    const before = belonging(40);
    const other = belonging(55, { items: [yesOrNo(), howMany({ version: 2 })] });
    const adjusted = (rows: ReturnType<typeof evaluate>) =>
      rows.flatMap((row) => (row.verdict === 'not-comparable' ? [] : { p: row.p, adjustedP: row.adjustedP }));
    const [alone] = adjusted(evaluate(before, other));
    expect(alone?.adjustedP).toBe(alone?.p);
    expect(adjusted(evaluate(before, belonging(55)))).toHaveLength(2);
  });

  it('reports what cannot be compared with the reason', () => {
    const few = { ...belonging(20), summary: summaryOf(rows(12, [1, 5])) };
    expect(evaluate(belonging(20), few)).toMatchObject([
      { verdict: 'not-comparable', reason: 'too-few-answers', followUp: { n: 12 } },
      { verdict: 'not-comparable', reason: 'too-few-answers' },
    ]);
    const shorter = belonging(20, { items: [yesOrNo()] });
    expect(evaluate(belonging(20), shorter)).toMatchObject([
      { item: 'acquaintances', verdict: 'not-comparable', reason: 'missing-item', baseline: { n: 100 } },
      { item: 'belongs', verdict: 'no-detectable-change' },
    ]);
  });
});
