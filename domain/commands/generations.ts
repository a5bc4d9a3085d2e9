import type { Caller } from '../caller.ts';
import { bumpRevision, type Change, type Moment, startExecution, workflowActor } from '../change.ts';
import type { Locality } from '../locality.ts';
import { localityTransitions, transition } from '../transitions.ts';

/** The next workflow execution takes the locality over, at the stage where it stands. */
function nextGeneration(locality: Locality, { now }: Moment): Locality {
  return bumpRevision(locality, { generation: locality.generation + 1, generationSince: now });
}

const standingOf = ({ position, generation }: Locality) => ({ stage: position?.stage, generation });

/** A locality on hold goes on: the same visit is taken up by a new generation. */
export function resume(locality: Locality, caller: Caller, moment: Moment): Change {
  const status = transition(localityTransitions.resume, locality.status);
  const resumed = { ...nextGeneration(locality, moment), status };
  return {
    locality: resumed,
    visits: [],
    event: { actor: caller.user, action: 'resumed', detail: standingOf(resumed) },
    outbox: [startExecution(resumed)],
  };
}

/** By which event a history tells why a generation ended: it was renewed in time, or its execution was lost. */
const actions = { renewed: 'handed-over', lost: 'repaired' } as const;

/**
 * Generation `from` gives the locality to the next one. It is `renewed` when it nears the year a workflow execution may
 * last, or when a newer definition has been deployed. Answers `undefined` when it has done so already.
 */
export function handOver(
  locality: Locality,
  from: number,
  why: keyof typeof actions,
  moment: Moment,
): Change | undefined {
  if (locality.status !== 'active' || locality.generation !== from) return undefined;
  const taken = nextGeneration(locality, moment);
  return {
    locality: taken,
    visits: [],
    event: { actor: workflowActor, action: actions[why], detail: standingOf(taken) },
    outbox: [startExecution(taken)],
  };
}
