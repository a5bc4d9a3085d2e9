import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOfVariance } from '../../../domain/evaluation/analysis-of-variance.ts';
import { compare } from '../../../domain/evaluation/compare.ts';
import { Estimate } from '../../../domain/evaluation/estimate.ts';
import { holm } from '../../../domain/evaluation/holm.ts';
import { tallyOf } from '../../../domain/evaluation/tally.ts';
import { verdictOf } from '../../../domain/evaluation/verdict.ts';
import { type DesignedAnswer, estimated, estimatedByDesign, share } from './answers.ts';

const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000);
const numbers = fc.array(number, { minLength: 2, maxLength: 60 });
const answers = fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 60 });
const stratum = fc.constantFrom('north', 'south');
const designed = (value: fc.Arbitrary<number>) =>
  fc.array(
    fc.record({
      value,
      stratum,
      weight: fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10),
      cluster: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 60 },
  );
const designedEstimate = (kind: 'share' | 'mean', sample: DesignedAnswer[]) => {
  const tally = tallyOf(kind, true);
  for (const { value, ...design } of sample) tally.add(value, design);
  return tally.estimate();
};

describe('an estimate', () => {
  it('of a share lies in its interval, and that within 0 and 1, with or without a design', () => {
    fc.assert(
      fc.property(answers, designed(fc.constantFrom(0, 1)), (simple, withDesign) => {
        for (const estimate of [estimated('share', simple), designedEstimate('share', withDesign)]) {
          if (!estimate) continue;
          expect(estimate.low).toBeGreaterThanOrEqual(0);
          expect(estimate.low).toBeLessThanOrEqual(estimate.estimate);
          expect(estimate.high).toBeGreaterThanOrEqual(estimate.estimate);
          expect(estimate.high).toBeLessThanOrEqual(1);
          expect(estimate.high).toBeGreaterThan(estimate.low);
        }
      }),
    );
  });

  it('is stored as JSON and comes back the same', () => {
    fc.assert(
      fc.property(designed(number), (sample) => {
        const estimate = designedEstimate('mean', sample);
        if (estimate) expect(Estimate.parse(JSON.parse(JSON.stringify(estimate)))).toEqual(estimate);
      }),
    );
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(numbers, designed(number), (simple, withDesign) => {
        const forth = estimated('mean', simple);
        const back = estimated('mean', simple.toReversed());
        expect(back.estimate).toBeCloseTo(forth.estimate, 10);
        expect(back.standardError).toBeCloseTo(forth.standardError, 9);
        const designedForth = designedEstimate('mean', withDesign);
        const designedBack = designedEstimate('mean', withDesign.toReversed());
        expect(designedBack?.estimate ?? 0).toBeCloseTo(designedForth?.estimate ?? 0, 8);
        // A variance of nothing but rounding may be 0 one way round and 1e-13 the other; its root is larger.
        expect(designedBack?.standardError ?? 0).toBeCloseTo(designedForth?.standardError ?? 0, 4);
      }),
    );
  });

  it('of equal weights in one stratum is that of a simple random sample', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 1000 }), (values, weight) => {
        const simple = estimated('mean', values);
        const byDesign = estimatedByDesign(
          'mean',
          values.map((value) => ({ value, weight })),
        );
        expect(byDesign.estimate).toBeCloseTo(simple.estimate, 8);
        expect(byDesign.standardError).toBeCloseTo(simple.standardError, 6);
        expect(byDesign.degreesOfFreedom).toBe(simple.degreesOfFreedom);
        expect(byDesign.designEffect ?? 1).toBeCloseTo(1, 6);
      }),
    );
  });

  it('of a share with equal weights has the interval of one answer fewer', () => {
    const plain = share(30, 100);
    const byDesign = estimatedByDesign(
      'share',
      Array.from({ length: 100 }, (_, index) => ({ value: index < 30 ? 1 : 0 })),
    );
    expect(byDesign.estimate).toBeCloseTo(plain.estimate, 12);
    expect(byDesign.effectiveSize).toBeCloseTo(99, 8);
    expect(byDesign.high - byDesign.low).toBeGreaterThan(plain.high - plain.low);
    expect(byDesign.high - byDesign.low).toBeCloseTo(plain.high - plain.low, 2);
  });

  it('does not change with the unit of the weights, and answers of weight 0 are not in it', () => {
    fc.assert(
      fc.property(designed(number), (sample) => {
        const heavier = sample.map((answer) => ({ ...answer, weight: answer.weight * 8 }));
        const plain = designedEstimate('mean', sample);
        const scaled = designedEstimate('mean', [{ value: 5, weight: 0, stratum: 'nowhere' }, ...heavier]);
        expect(scaled).toEqual(plain);
      }),
    );
  });

  it('measures a stratum of one unit around the whole and says so, instead of calling it certain', () => {
    const pairs = [3, 5, 4, 6].map((value) => ({ value, stratum: 'north' }));
    const withOne = estimatedByDesign('mean', [...pairs, { value: 9, stratum: 'south' }]);
    const around = [3, 5, 4, 6, 9].map((value) => (value - 5.4) / 5);
    const [a = 0, b = 0, c = 0, d = 0, one = 0] = around;
    const middle = (a + b + c + d) / 4;
    const north = (4 / 3) * [a, b, c, d].reduce((sum, value) => sum + (value - middle) ** 2, 0);
    expect(withOne.singleUnitStrata).toBe(1);
    expect(withOne.degreesOfFreedom).toBe(3);
    expect(withOne.standardError ** 2).toBeCloseTo(north + one ** 2, 12);
  });

  it('takes clusters of one name in two strata for two clusters', () => {
    const sample = ['north', 'south'].flatMap((place) =>
      ['1', '2', '3'].map((cluster, index) => ({ value: index, stratum: place, cluster })),
    );
    expect(estimatedByDesign('mean', sample).degreesOfFreedom).toBe(4);
  });

  it('is absent where there are too few answers or units', () => {
    const of = (kind: 'share' | 'mean', design: boolean, values: number[]) => {
      const tally = tallyOf(kind, design);
      for (const value of values) tally.add(value, { cluster: 'one' });
      return tally.estimate();
    };
    expect(of('share', false, [])).toBeUndefined();
    expect(of('mean', false, [3])).toBeUndefined();
    expect(of('mean', true, [])).toBeUndefined();
    expect(of('share', true, [1, 0, 1])).toBeUndefined();
  });

  it('is not made of what is no answer, no weight or no possible stratum', () => {
    expect(() => tallyOf('share', false).add(0.5)).toThrow(RangeError);
    expect(() => tallyOf('share', true).add(2)).toThrow(RangeError);
    expect(() => tallyOf('mean', false).add(Number.NaN)).toThrow(RangeError);
    expect(() => tallyOf('mean', true).add(1, { weight: -1 })).toThrow(RangeError);
    const contradicted = tallyOf('mean', true);
    contradicted.add(1, { population: 2 });
    expect(() => contradicted.add(1, { population: 3 })).toThrow(RangeError);
    for (const value of [1, 2]) contradicted.add(value, { population: 2 });
    expect(() => contradicted.estimate()).toThrow(RangeError);
  });
});

describe('a comparison', () => {
  const shares = fc
    .record({ n: fc.integer({ min: 1, max: 200 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ n, part }) => share(Math.round(n * part), n));
  const means = numbers.map((values) => estimated('mean', values));
  const pair = fc.oneof(fc.tuple(shares, shares), fc.tuple(means, means));

  it('of a wave with itself finds no change', () => {
    fc.assert(
      fc.property(fc.oneof(shares, means), (wave) => {
        const comparison = compare(wave, wave);
        expect(comparison.difference).toBe(0);
        expect(comparison.p).toBe(1);
        expect(verdictOf(comparison, comparison.p, 'higher-is-better')).toBe('no-detectable-change');
      }),
    );
  });

  it('turned round has the opposite difference and interval, and the same p', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const forth = compare(one, other);
        const back = compare(other, one);
        expect(back.difference).toBeCloseTo(-forth.difference, 12);
        expect(back.low).toBeCloseTo(-forth.high, 9);
        expect(back.high).toBeCloseTo(-forth.low, 9);
        expect(back.p).toBeCloseTo(forth.p, 9);
      }),
    );
  });

  it('is never called a change while its own interval holds no change', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const comparison = compare(one, other);
        const verdict = verdictOf(comparison, comparison.p, 'lower-is-better');
        if (comparison.low <= 0 && comparison.high >= 0) expect(verdict).toBe('no-detectable-change');
      }),
    );
  });

  it('of designed samples goes by their own variances, and of a designed one with a simple one, too', () => {
    const clustered = (ones: number) =>
      estimatedByDesign(
        'share',
        Array.from({ length: 200 }, (_, index) => ({
          value: index < ones ? 1 : 0,
          cluster: `${Math.floor(index / 10)}`,
        })),
      );
    const designedBoth = compare(clustered(80), clustered(110));
    const simple = compare(share(80, 200), share(110, 200));
    expect(designedBoth.method).toBe('linearised');
    expect(designedBoth.difference).toBeCloseTo(simple.difference, 12);
    expect(designedBoth.high - designedBoth.low).toBeGreaterThan(2 * (simple.high - simple.low));
    expect(designedBoth.p).toBeGreaterThan(0.05);
    expect(simple.p).toBeLessThan(0.05);
    expect(compare(share(80, 200), clustered(110)).method).toBe('linearised');
  });

  it('claims nothing where no answer varies', () => {
    const threes = estimated('mean', [3, 3]);
    const fours = estimated('mean', [4, 4, 4]);
    expect(compare(threes, fours)).toMatchObject({ difference: 1, p: 1, detectable: undefined });
  });

  it('is refused between a share and a mean', () => {
    expect(() => compare(share(1, 2), estimated('mean', [1, 2]))).toThrow(RangeError);
  });

  it('says that no change of a share is detectable when the samples are too small', () => {
    expect(compare(share(1, 2), share(1, 2)).detectable).toBeUndefined();
  });
});

describe("Holm's adjustment", () => {
  const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

  it('never lowers a p, keeps their order, and lies between none and that of Bonferroni', () => {
    fc.assert(
      fc.property(ps, (values) => {
        const adjusted = holm(values);
        for (const [index, p] of values.entries()) {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, p * values.length));
          for (const [other, q] of values.entries())
            if (p < q) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other] ?? 0);
        }
      }),
    );
  });

  it('refuses what is no probability', () => {
    expect(() => holm([0.1, Number.NaN])).toThrow(RangeError);
    expect(() => holm([1.1])).toThrow(RangeError);
  });
});

describe('an analysis of variance', () => {
  it('of two groups is the square of the t test with pooled variance', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const [a, b] = [estimated('mean', one), estimated('mean', other)];
        const groups = [a, b].map(({ n, estimate, standardDeviation = 0 }) => ({
          n,
          mean: estimate,
          standardDeviation,
        }));
        const analysis = analysisOfVariance(groups);
        if (!analysis) return;
        const pooled = analysis.within.sumOfSquares / analysis.within.degreesOfFreedom;
        const t = (a.estimate - b.estimate) / Math.sqrt(pooled * (1 / a.n + 1 / b.n));
        expect(analysis.f / (t * t || 1)).toBeCloseTo(t === 0 ? 0 : 1, 6);
      }),
    );
  });

  it('is absent for one group, or where nothing varies within the groups', () => {
    expect(analysisOfVariance([{ n: 5, mean: 1, standardDeviation: 1 }])).toBeUndefined();
    expect(
      analysisOfVariance([
        { n: 5, mean: 1, standardDeviation: 0 },
        { n: 5, mean: 2, standardDeviation: 0 },
      ]),
    ).toBeUndefined();
  });
});
