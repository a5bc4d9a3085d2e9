import { bumpRevision, type Change, type Moment, notifyStaff, workflowActor } from '../change.ts';
import { asksSectors } from '../derived-tasks.ts';
import { type Locality, partOf, stageOf, withGate } from '../locality.ts';
import type { Municipality } from '../municipality.ts';
import { stageTarget } from '../plan.ts';
import type { Programme } from '../programme.ts';
import { gateTransitions, transition } from '../transitions.ts';
import type { Visit } from '../visit.ts';
import { calendarOf } from '../work-calendar.ts';
import { aboutGate } from './about-gate.ts';

interface Situation {
  locality: Locality;
  programme: Programme;
  municipality: Pick<Municipality, 'approvers' | 'staffMailDomain' | 'calendar'>;
}

/**
 * The workflow opens the visit of a gate that awaits it: nothing is done yet, the target day is counted from
 * today, and the staff are told, unless a decision told them. `undefined` when there is nothing to open.
 */
export function openVisit(
  { locality, programme, municipality }: Situation,
  at: { stage: string; track?: string },
  { today }: Moment,
): Change | undefined {
  const { position } = locality;
  if (locality.status !== 'active' || position?.stage !== at.stage) return undefined;
  const gate = position.gates.find(({ track }) => track === at.track);
  if (gate?.state !== 'opening') return undefined;
  const stage = stageOf(programme, at.stage);
  const part = partOf(programme, at.stage, at.track);
  const targetOn = stageTarget(today, stage.workingDays, calendarOf(municipality));
  const sectors = asksSectors(part) || undefined;
  const opened = { state: transition(gateTransitions.open, gate.state), openedOn: today, targetOn, sectors };
  const visit: Visit = {
    locality: locality.id,
    ...at,
    number: gate.visit,
    openedOn: today,
    targetOn,
    openedAtRevision: locality.revision + 1,
    activities: {},
    surveys: {},
    decisions: [],
    revision: 1,
  };
  return {
    locality: bumpRevision(withGate(locality, at.track, opened), {}),
    visits: [visit],
    event: { actor: workflowActor, action: 'stage-opened', detail: { ...at, visit: gate.visit, targetOn } },
    // A decision that opens a stage says so itself; nothing but the creation opens one without.
    outbox: isFirst(locality)
      ? notifyStaff(
          locality,
          municipality,
          {
            message: 'stage-opened',
            ...aboutGate({ locality, programme }, { ...at, visit: gate.visit }),
            targetOn,
            requiredActivities: part.activities.filter(({ required }) => required).length,
          },
          { by: locality.createdBy ? [locality.createdBy] : [] },
        )
      : [],
  };
}

/** Whether the locality stands where it began: no gate was decided yet. */
const isFirst = ({ position, visits }: Locality): boolean =>
  Object.keys(visits).length === position?.gates.length &&
  Object.values(visits).every((count) => count === 1);
