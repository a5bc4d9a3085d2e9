import * as z from 'zod';

/** `share`: answers are 0 or 1. `mean`: answers are numbers (counts, hours, scores). */
export const EstimateKind = z.enum(['share', 'mean']);
export type EstimateKind = z.infer<typeof EstimateKind>;

/**
 * What a survey says about one question: the estimate with its 95 % interval, in the unit of the question
 * (shares from 0 to 1). Plain JSON: it is stored and compared years later without the answers.
 */
export const Estimate = z.object({
  /** Answers that count; neither missing ones nor rows of weight 0. */
  n: z.int().min(1),
  kind: EstimateKind,
  /** `wilson` and `t` for a simple random sample, `taylor` for one with weights, strata or clusters. */
  method: z.enum(['wilson', 't', 'taylor']),
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  standardError: z.number().min(0),
  /** n − 1; for `taylor` sampling units − strata. */
  degreesOfFreedom: z.int().min(0),
  /** Of the answers themselves, unweighted; means only. */
  standardDeviation: z.number().min(0).optional(),
  /** How often larger the variance is than that of a simple random sample of n; `taylor` only. */
  designEffect: z.number().min(0).optional(),
  /** How large a simple random sample of the same precision would be; shares by `taylor` only. */
  effectiveSize: z.number().positive().optional(),
  /** Strata of a single sampling unit, whose spread had to be measured around the whole; `taylor` only. */
  singleUnitStrata: z.int().min(0).optional(),
});
export type Estimate = z.infer<typeof Estimate>;

/** How one answer came into the sample. What is absent is 1 for the weight and one common stratum. */
export interface Design {
  /** How many people the answer stands for; 0 leaves it out. */
  weight?: number;
  stratum?: string;
  /** The sampling unit that was drawn first (a block, a school). Its name need only be unique in its stratum. */
  cluster?: string;
  /** How many sampling units the stratum has in all, when known: the finite population correction. */
  population?: number;
}

/** Takes answers one at a time and forgets them; memory never grows with the rows. */
export interface Tally {
  /** Throws a RangeError for what is no number, no 0 or 1 of a share, or no possible weight. */
  add(value: number, design?: Design): void;
  /** Absent while there are too few answers for an interval: none for a share, fewer than two for a mean. */
  estimate(): Estimate | undefined;
}
