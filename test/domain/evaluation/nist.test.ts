import { describe, expect, it } from 'vitest';
import { analysisOfVariance } from '../../../domain/evaluation/analysis-of-variance.ts';
import { Moments } from '../../../domain/evaluation/moments.ts';
import { exactF, exactMoments } from './exact.ts';
import { digits, oneWay, univariate } from './reference-files.ts';

function momentsOf(values: number[]): Moments {
  const moments = new Moments();
  for (const value of values) moments.add(value);
  return moments;
}

const round = (value: number) => Math.round(value * 10) / 10;

// A certified value is that of the decimals in the file. Once they are read into doubles, 10000000.2 and its like
// have lost digits of their spread, and the exact result of the doubles is all that any arithmetic can reach.
describe("NIST's statistical reference data", () => {
  it('give mean and standard deviation to 13 digits, or to what their decimals keep as doubles', () => {
    const names = 'Lew Lottery Mavro Michelso NumAcc1 NumAcc2 NumAcc3 NumAcc4 PiDigits'.split(' ');
    const sets = univariate();
    expect(sets.map(({ name }) => name)).toEqual(names);
    const table = sets.map(({ name, values, ...certified }) => {
      const moments = momentsOf(values);
      const exact = exactMoments(values);
      const reached = digits(moments.standardDeviation, certified.standardDeviation);
      const reachable = digits(exact.standardDeviation, certified.standardDeviation);
      expect(digits(moments.mean, certified.mean), name).toBeGreaterThan(14.5);
      expect(digits(moments.standardDeviation, exact.standardDeviation), name).toBeGreaterThan(14.5);
      expect(reached, name).toBeGreaterThan(Math.min(13, reachable - 0.5));
      return {
        file: name,
        n: values.length,
        mean: round(digits(moments.mean, certified.mean)),
        deviation: round(reached),
        'reachable in doubles': round(reachable),
      };
    });
    console.table(table);
  });

  it('give F to 9 digits, or to what their decimals keep as doubles', () => {
    const names = ['AtmWtAg', 'SiRstv', ...Array.from({ length: 9 }, (_, index) => `SmLs0${index + 1}`)];
    const sets = oneWay();
    expect(sets.map(({ name }) => name)).toEqual(names);
    const table = sets.map(({ name, f: certified, groups }) => {
      const f = analysisOfVariance(groups.map(momentsOf))?.f ?? Number.NaN;
      const reachable = digits(exactF(groups), certified);
      const reached = digits(f, certified);
      expect(reached, name).toBeGreaterThan(Math.min(9, reachable - 0.5));
      return {
        file: name,
        F: f,
        certified,
        digits: round(reached),
        'reachable in doubles': round(reachable),
      };
    });
    console.table(table);
  });
});
