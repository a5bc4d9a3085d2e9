import { describe, expect, it } from 'vitest';
import { analysisOfVariance } from '../../../domain/evaluation/analysis-of-variance.ts';
import { compare } from '../../../domain/evaluation/compare.ts';
import { holm } from '../../../domain/evaluation/holm.ts';
import { verdictOf } from '../../../domain/evaluation/verdict.ts';
import { estimated, share } from './answers.ts';

describe('published examples', () => {
  // Newcombe, Statistics in Medicine 17, 857–872 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("have Wilson's interval for %i of %i", (ones, n, low, high) => {
    const estimate = share(ones, n);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
  });

  // Newcombe, Statistics in Medicine 17, 873–890 (1998), table II, method 10: first sample minus second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("have Newcombe's interval for %i of %i and %i of %i", (a, m, b, n, low, high) => {
    const comparison = compare(share(b, n), share(a, m));
    expect(comparison.method).toBe('newcombe');
    expect(comparison.low).toBeCloseTo(low, 4);
    expect(comparison.high).toBeCloseTo(high, 4);
  });

  it("have the p of Pearson's chi-square for two shares", () => {
    // Of the table 56, 14 / 48, 32: 150 · (56 · 32 − 14 · 48)² / (70 · 80 · 104 · 46) = 7.0234, p = erfc(√(7.0234 / 2)).
    expect(compare(share(48, 80), share(56, 70)).p).toBeCloseTo(0.0080451, 7);
  });

  // Student, Biometrika 6 (1908), table of additional hours of sleep; R: t.test(extra ~ group, sleep).
  it("have Welch's interval and p for the hours of sleep of two groups", () => {
    const first = estimated('mean', [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = estimated('mean', [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const comparison = compare(second, first);
    expect(comparison.method).toBe('welch');
    expect(comparison.difference).toBeCloseTo(-1.58, 12);
    expect(comparison.low).toBeCloseTo(-3.3654832, 7);
    expect(comparison.high).toBeCloseTo(0.2054832, 7);
    expect(comparison.p).toBeCloseTo(0.07939, 5);
  });

  it("have Holm's adjusted p values", () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [index, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[index]).toBeCloseTo(p, 12);
  });

  it('have the size that a study of two shares needs: 388 each to tell 50 % from 60 %', () => {
    const { detectable } = compare(share(194, 388), share(194, 388));
    expect(detectable).toBeCloseTo(0.1, 3);
  });

  // Cohen, Statistical Power Analysis (1988), table 2.4.1: half a standard deviation needs 64 in each sample.
  it('have the size that a study of two means needs', () => {
    const sample = estimated(
      'mean',
      Array.from({ length: 64 }, (_, index) => index % 2),
    );
    const { detectable = Number.NaN } = compare(sample, sample);
    expect(detectable / (sample.standardDeviation ?? Number.NaN)).toBeCloseTo(0.5, 2);
  });

  // R: oneway.test(weight ~ group, PlantGrowth, var.equal = TRUE): F = 4.8461, df 2 and 27, p = 0.01591.
  it('have the analysis of variance of plant growth', () => {
    const plants = [
      [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
      [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
      [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
    ];
    const groups = plants.map((weights) => {
      const { n, estimate, standardDeviation = Number.NaN } = estimated('mean', weights);
      return { n, mean: estimate, standardDeviation };
    });
    const analysis = analysisOfVariance(groups);
    expect(analysis?.f).toBeCloseTo(4.8461, 4);
    expect(analysis?.between.degreesOfFreedom).toBe(2);
    expect(analysis?.within.degreesOfFreedom).toBe(27);
    expect(analysis?.p).toBeCloseTo(0.01591, 5);
  });
});

describe('the verdict', () => {
  const rise = { difference: 0.1, low: 0.02, high: 0.18 };

  it('follows the direction that is better', () => {
    const fall = { difference: -0.1, low: -0.18, high: -0.02 };
    expect(verdictOf(rise, 0.01, 'higher-is-better')).toBe('improved');
    expect(verdictOf(rise, 0.01, 'lower-is-better')).toBe('worsened');
    expect(verdictOf(fall, 0.01, 'higher-is-better')).toBe('worsened');
    expect(verdictOf(fall, 0.01, 'lower-is-better')).toBe('improved');
  });

  it('is no detectable change once the adjusted p reaches 0.05, or where the interval holds 0', () => {
    expect(verdictOf(rise, 0.05, 'higher-is-better')).toBe('no-detectable-change');
    expect(verdictOf({ ...rise, low: 0 }, 0.01, 'higher-is-better')).toBe('no-detectable-change');
    expect(verdictOf({ ...rise, low: -0.01 }, 0.01, 'lower-is-better')).toBe('no-detectable-change');
  });
});
