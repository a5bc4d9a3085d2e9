import type { Caller } from '../caller.ts';
import { bumpRevision, type Change, type Moment, startExecution, workflowActor } from '../change.ts';
import type { Locality } from '../locality.ts';
import { localityTransitions, transition } from '../transitions.ts';

/** The next workflow execution takes the locality over, at the stage where it stands. */
function nextGeneration(locality: Locality, { now }: Moment): Locality {
  return bumpRevision(locality, { generation: locality.generation + 1, generationSince: now });
}

/** A locality on hold goes on: the same visit is taken up by a new generation. */
export function resume(locality: Locality, caller: Caller, moment: Moment): Change {
  const status = transition(localityTransitions.resume, locality.status);
  const resumed = { ...nextGeneration(locality, moment), status };
  const detail = { stage: resumed.position?.stage, generation: resumed.generation };
  return {
    locality: resumed,
    visits: [],
    event: { actor: caller.user, action: 'resumed', detail },
    outbox: [startExecution(resumed)],
  };
}

/**
 * Generation `from` gives the locality to the next one: it nears the year a workflow execution may last, or a newer
 * definition has been deployed, or (`repaired`) it was lost. `undefined` when it has done so already.
 */
export function handOver(
  locality: Locality,
  from: number,
  action: 'handed-over' | 'repaired',
  moment: Moment,
): Change | undefined {
  if (locality.status !== 'active' || locality.generation !== from) return undefined;
  const taken = nextGeneration(locality, moment);
  const detail = { stage: taken.position?.stage, generation: taken.generation };
  return {
    locality: taken,
    visits: [],
    event: { actor: workflowActor, action, detail },
    outbox: [startExecution(taken)],
  };
}
