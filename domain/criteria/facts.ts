import { emptyMatrix, type MatrixCounts } from '../matrix-counts.ts';
import type { SurveyWave } from '../survey-wave.ts';
import type { Visit } from '../visit.ts';

/** What one visit has shown. */
export type VisitEvidence = Pick<Visit, 'activities' | 'surveys' | 'targeting'>;

/** A finding from outside the checklist that may count at a gate: the survey of a wave, or a frozen ranking. */
export type Finding = SurveyWave | 'targeting';

/** How a line of a plan stands, in its unit. */
export interface LineStanding {
  name: string;
  bound: 'at-least' | 'at-most';
  target?: number;
  done: number;
}

/**
 * What gates are judged by beside the evidence of their visit. Each of them is read only for a gate that has a
 * criterion which needs it.
 */
export interface GateFacts {
  /** What the locality's commitment matrix adds up to. */
  commitments: MatrixCounts;
  /** The lines of the locality's plan, by their keys. */
  lines: ReadonlyMap<string, LineStanding>;
}
export type FactName = keyof GateFacts;

/** For a gate that needs none of them. */
export const noFacts: GateFacts = { commitments: emptyMatrix, lines: new Map() };
