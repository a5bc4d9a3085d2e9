import type { TableKind } from '../../domain/tabular/table-kind.ts';
import type { Planner } from './plan.ts';
import { planCommitments } from './plan-commitments.ts';
import { planEntries } from './plan-entries.ts';
import { planLines } from './plan-lines.ts';
import { planLocalities } from './plan-localities.ts';
import { planStakeholders } from './plan-stakeholders.ts';

interface PlannerOf {
  /** What an import would do. */
  plan: Planner;
  /** What rows that do not say it belong to, by the parameter of the address that says it for them. */
  otherwise: 'programme' | 'locality';
  /** It is taken in as a whole, or not at all, whatever is asked for. */
  whole?: true;
}

/** How files of each kind are judged. */
export const planners: Record<TableKind, PlannerOf> = {
  localities: { plan: planLocalities, otherwise: 'programme' },
  stakeholders: { plan: planStakeholders, otherwise: 'locality' },
  commitments: { plan: planCommitments, otherwise: 'locality' },
  lines: { plan: planLines, otherwise: 'locality' },
  entries: { plan: planEntries, otherwise: 'locality', whole: true },
};
