import { assertAnswer } from './answer.ts';
import { reach } from './distributions.ts';
import type { Design, Estimate, EstimateKind, Tally } from './estimate.ts';
import { Moments } from './moments.ts';
import { SamplingUnits } from './sampling-units.ts';
import { wilson } from './wilson.ts';

/** How much there is in the whole population, in the unit of the answers. */
export interface Total {
  estimate: number;
  standardError: number;
}

/** A tally that also sums up to the population, which needs weights that count people. */
export interface DesignedTally extends Tally {
  total(): Total | undefined;
}

/**
 * The weighted mean (Hájek's ratio) of a sample with weights, strata or clusters, its variance by Taylor
 * linearisation and Student's t with as many degrees of freedom as sampling units less strata: svymean and degf
 * of R's survey package (Lumley, Complex Surveys, 2010). No estimate is made without any degree of freedom.
 *
 * Shares get Wilson's interval for the size of a simple random sample of the same variance, with that t: it stays
 * within 0 to 1 and, unlike the logit, exists where all answer alike (Franco, Little, Louis and Slud, Journal of
 * Survey Statistics and Methodology 7, 2019).
 *
 * A group (the women, an age) is a tally of its own: units without a member of it are not counted.
 */
export function designedTally(kind: EstimateKind): DesignedTally {
  const answers = new Moments();
  const sample = new SamplingUnits();

  function add(value: number, design: Design = {}): void {
    const { weight = 1 } = design;
    assertAnswer(kind, value);
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`A weight is a finite number from 0, not ${weight}`);
    if (weight === 0) return;
    answers.add(value);
    sample.add(value, weight, design);
  }

  function estimate(): Estimate | undefined {
    const { origin, degreesOfFreedom, singleUnitStrata } = sample;
    if (origin === undefined || degreesOfFreedom < 1) return undefined;
    const fromOrigin = sample.distance / sample.weight;
    const mean = kind === 'share' ? withinShare(origin + fromOrigin) : origin + fromOrigin;
    const variance = sample.varianceOf({ distance: 1 / sample.weight, weight: -fromOrigin / sample.weight });
    const simple = simpleVariance();
    const common = {
      n: answers.n,
      kind,
      method: 'taylor',
      estimate: mean,
      standardError: Math.sqrt(variance),
      degreesOfFreedom,
      singleUnitStrata,
      ...(simple > 0 && { designEffect: variance / simple }),
    } as const;
    if (kind === 'share') {
      const effectiveSize = sizeOfSamePrecision(mean, variance);
      return { ...common, effectiveSize, ...wilson(mean, effectiveSize, reach(degreesOfFreedom)) };
    }
    const half = reach(degreesOfFreedom) * common.standardError;
    return { ...common, low: mean - half, high: mean + half, standardDeviation: answers.standardDeviation };
  }

  /** The variance that a simple random sample of as many answers would have; the base of the design effect. */
  function simpleVariance(): number {
    const { weight, distance, distanceSquare, finite } = sample;
    const { n } = answers;
    const spread = Math.max(0, distanceSquare / weight - (distance / weight) ** 2) * (n / (n - 1));
    // As R: deff without replacement where the sizes are known, deff = "replace" where they are not.
    return (spread / n) * (finite ? Math.max(0, 1 - n / weight) : 1);
  }

  /** Where the answers show no spread, the units are all that is known: at most their number, and Kish's size. */
  function sizeOfSamePrecision(share: number, variance: number): number {
    const spread = share * (1 - share);
    if (spread > 0 && variance > 0) return spread / variance;
    return Math.min(sample.units, sample.weight ** 2 / sample.weightSquare);
  }

  function total(): Total | undefined {
    const { origin, degreesOfFreedom } = sample;
    if (origin === undefined || degreesOfFreedom < 1) return undefined;
    return {
      estimate: origin * sample.weight + sample.distance,
      standardError: Math.sqrt(sample.varianceOf({ distance: 1, weight: origin })),
    };
  }

  return { add, estimate, total };
}

/** Rounding may carry a share of ones only a hair above 1. */
const withinShare = (share: number): number => Math.min(1, Math.max(0, share));
