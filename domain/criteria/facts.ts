import type { Commitment } from '../commitment.ts';
import type { SurveyWave } from '../survey-wave.ts';
import type { Visit } from '../visit.ts';

/** What one visit has shown. */
export type VisitEvidence = Pick<Visit, 'activities' | 'surveys' | 'targeting'>;

/** What a gate looks at of a commitment. */
export type Promised = Pick<Commitment, 'status' | 'responsible' | 'dueOn' | 'sector'>;

/** A finding from outside the checklist that may count at a gate: the survey of a wave, or a frozen ranking. */
export type Finding = SurveyWave | 'targeting';

/**
 * What gates are judged by beside the evidence of their visit. Each of them is read only for a gate that has a
 * criterion which needs it.
 */
export interface GateFacts {
  /** The locality's commitment matrix. */
  commitments: readonly Promised[];
}
export type FactName = keyof GateFacts;

/** For a gate that needs none of them. */
export const noFacts: GateFacts = { commitments: [] };
