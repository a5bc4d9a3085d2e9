import * as z from 'zod';
import { Text } from '../language.ts';
import { Incomparable } from './comparable.ts';
import { Comparison } from './comparison.ts';
import { Estimate, EstimateKind } from './estimate.ts';
import { IndicatorCode } from './indicators.ts';
import { Direction, Verdict } from './verdict.ts';

/** What is shown of an estimate. */
export const Shown = Estimate.pick({
  n: true,
  kind: true,
  estimate: true,
  low: true,
  high: true,
  method: true,
  designEffect: true,
});

const row = {
  code: IndicatorCode,
  /** The item's key: an indicator may be asked for by several. */
  item: z.string(),
  aspect: Text.optional(),
  kind: EstimateKind,
  unit: Text,
  direction: Direction,
  baseline: Shown.optional(),
  followUp: Shown.optional(),
};

/** What became of one question between the waves, in its unit (shares from 0 to 1). */
export const EvaluationRow = z.discriminatedUnion('verdict', [
  z.object({
    ...row,
    ...Comparison.shape,
    /** By Holm, over all questions that could be compared. */
    adjustedP: z.number(),
    verdict: Verdict,
  }),
  z.object({ ...row, verdict: z.literal('not-comparable'), reason: Incomparable }),
]);
export type EvaluationRow = z.infer<typeof EvaluationRow>;
