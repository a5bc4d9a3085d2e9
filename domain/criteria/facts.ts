import type { LocalDate } from '../calendar.ts';
import { emptyMatrix, type MatrixCounts } from '../matrix-counts.ts';
import type { Sector } from '../stakeholder.ts';
import type { SurveyWave } from '../survey-wave.ts';
import type { Visit } from '../visit.ts';

/** What one visit has shown. */
export type VisitEvidence = Pick<Visit, 'activities' | 'surveys' | 'targeting' | 'openedOn'>;

/** A finding from outside the checklist that may count at a gate: the survey of a wave, or a frozen ranking. */
export type Finding = SurveyWave | 'targeting';

/** How a line of a plan stands, in its unit. */
export interface LineStanding {
  name: string;
  bound: 'at-least' | 'at-most';
  target?: number;
  done: number;
}

/** A session of the locality that was held, or is still to be. */
export interface SessionStanding {
  kind: string;
  on: LocalDate;
  /** The activity of a stage that it counts for. */
  activity?: string;
  state: 'held' | 'ahead';
  heads: number;
  bySector: Partial<Record<Sector, number>>;
}

/** A group of the locality as it is today. */
export interface GroupStanding {
  kind: string;
  sectors: readonly Sector[];
  isFormalised: boolean;
  /** Whose terms hold. */
  members: number;
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
  /** The sessions of the locality that were not cancelled. */
  sessions: readonly SessionStanding[];
  groups: readonly GroupStanding[];
}
export type FactName = keyof GateFacts;

/** For a gate that needs none of them. */
export const noFacts: GateFacts = {
  commitments: emptyMatrix,
  lines: new Map(),
  sessions: [],
  groups: [],
};
