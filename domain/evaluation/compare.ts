import type { Comparison } from './comparison.ts';
import { detectableMean, detectableShare } from './detectable.ts';
import { reach, twoSided } from './distributions.ts';
import type { Estimate } from './estimate.ts';

/**
 * Compares two independent samples; throws a RangeError for a share and a mean. Where one of them has a design, so
 * has the comparison (`linearised`).
 */
export function compare(baseline: Estimate, followUp: Estimate): Comparison {
  if (baseline.kind !== followUp.kind) throw new RangeError('A share and a mean cannot be compared');
  return baseline.kind === 'share' ? compareShares(baseline, followUp) : compareMeans(baseline, followUp);
}

const hasDesign = (...samples: Estimate[]) => samples.some(({ method }) => method === 'taylor');

/**
 * Newcombe's hybrid score interval (method 10: Statistics in Medicine 17, 873–890, 1998) and the pooled score test,
 * whose square is Pearson's chi-square. Designed samples enter by their effective sizes and degrees of freedom.
 */
function compareShares(baseline: Estimate, followUp: Estimate): Comparison {
  const difference = followUp.estimate - baseline.estimate;
  const below = Math.hypot(followUp.estimate - followUp.low, baseline.high - baseline.estimate);
  const above = Math.hypot(followUp.high - followUp.estimate, baseline.estimate - baseline.low);

  const before = baseline.effectiveSize ?? baseline.n;
  const after = followUp.effectiveSize ?? followUp.n;
  const degreesOfFreedom = combinedFreedom(
    { variance: 1 / before, degreesOfFreedom: freedomOfShare(baseline) },
    { variance: 1 / after, degreesOfFreedom: freedomOfShare(followUp) },
  );
  const pooled = (baseline.estimate * before + followUp.estimate * after) / (before + after);
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / before + 1 / after));
  return {
    difference,
    low: Math.max(-1, difference - below),
    high: Math.min(1, difference + above),
    p: pOf(difference, standardError, degreesOfFreedom),
    method: hasDesign(baseline, followUp) ? 'linearised' : 'newcombe',
    detectable: detectableShare({ share: baseline.estimate, size: before }, after, degreesOfFreedom),
  };
}

/** Wilson's interval and the score test of a simple random sample go by the normal distribution. */
const freedomOfShare = ({ method, degreesOfFreedom }: Estimate) =>
  method === 'taylor' ? degreesOfFreedom : Number.POSITIVE_INFINITY;

/** Welch's t; designed samples enter by their linearised variances and the degrees of freedom of their units. */
function compareMeans(baseline: Estimate, followUp: Estimate): Comparison {
  const difference = followUp.estimate - baseline.estimate;
  const before = { variance: baseline.standardError ** 2, degreesOfFreedom: baseline.degreesOfFreedom };
  const after = { variance: followUp.standardError ** 2, degreesOfFreedom: followUp.degreesOfFreedom };
  const standardError = Math.sqrt(before.variance + after.variance);
  const degreesOfFreedom = combinedFreedom(before, after);
  const half = reach(degreesOfFreedom) * standardError;
  return {
    difference,
    low: difference - half,
    high: difference + half,
    p: pOf(difference, standardError, degreesOfFreedom),
    method: hasDesign(baseline, followUp) ? 'linearised' : 'welch',
    detectable: detectableMean(standardError, degreesOfFreedom),
  };
}

/** Where no answer varies there is no measure of chance: 1, so that no change is claimed. */
const pOf = (difference: number, standardError: number, degreesOfFreedom: number): number =>
  standardError > 0 ? twoSided(difference / standardError, degreesOfFreedom) : 1;

interface Measured {
  variance: number;
  degreesOfFreedom: number;
}

/** Degrees of freedom of a sum of variances (Satterthwaite, Biometrics Bulletin 2, 1946). */
function combinedFreedom(...parts: Measured[]): number {
  const whole = parts.reduce((sum, { variance }) => sum + variance, 0);
  const uncertain = parts.reduce(
    (sum, { variance, degreesOfFreedom }) => sum + variance ** 2 / degreesOfFreedom,
    0,
  );
  // Neither part has any uncertainty of its own: the normal distribution, or no variance at all.
  return uncertain > 0 ? whole ** 2 / uncertain : Number.POSITIVE_INFINITY;
}
