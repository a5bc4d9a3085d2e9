import type { Gate, LocalityDetail, Stage, Visit } from '../api/types.ts';

/** The gate of one visit, and where it stands. */
export interface AtGate {
  locality: LocalityDetail;
  stage: Stage;
  stages: Stage[];
  visit: Visit;
  gate: Gate;
}
