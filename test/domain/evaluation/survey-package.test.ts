import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type DesignedTally, designedTally } from '../../../domain/evaluation/taylor.ts';
import { digits, expectedOfSchools, schools } from './reference-files.ts';

const Mean = z.object({ est: z.number(), se: z.number(), deff: z.number() });
const Expected = z.object({
  apistrat_api00_mean: Mean,
  apistrat_enroll_total: Mean.omit({ deff: true }),
  apistrat_nofpc_api00_mean: Mean,
});

function tally(column: 'scores' | 'enrolled', sizesKnown: boolean): DesignedTally {
  const filled = designedTally('mean');
  for (const { [column]: values, weight, stratum, population } of schools())
    for (const value of values) filled.add(value, { weight, stratum, ...(sizesKnown && { population }) });
  return filled;
}

describe('a stratified, weighted sample', () => {
  it("has the means, standard errors, design effects and totals of R's survey package", () => {
    const expected = Expected.parse(expectedOfSchools());
    const finite = tally('scores', true).estimate();
    const infinite = tally('scores', false).estimate();
    const enrolled = tally('enrolled', true).total();
    const figures = {
      'mean, sizes known': [finite?.estimate, expected.apistrat_api00_mean.est],
      '… standard error': [finite?.standardError, expected.apistrat_api00_mean.se],
      '… design effect': [finite?.designEffect, expected.apistrat_api00_mean.deff],
      'mean, sizes unknown': [infinite?.estimate, expected.apistrat_nofpc_api00_mean.est],
      '… standard error ': [infinite?.standardError, expected.apistrat_nofpc_api00_mean.se],
      '… design effect ': [infinite?.designEffect, expected.apistrat_nofpc_api00_mean.deff],
      'total, sizes known': [enrolled?.estimate, expected.apistrat_enroll_total.est],
      '… standard error  ': [enrolled?.standardError, expected.apistrat_enroll_total.se],
    };
    const table = Object.entries(figures).map(([figure, [ours = Number.NaN, theirs = Number.NaN]]) => ({
      figure: figure.trim(),
      ours,
      R: theirs,
      digits: Math.floor(digits(ours, theirs)),
    }));
    console.table(table);
    for (const { figure, digits: same } of table) expect(same, figure).toBeGreaterThanOrEqual(6);
    expect(finite?.degreesOfFreedom).toBe(197);
  });
});
