import type { GateAnswer } from '../change.ts';
import type { Locality } from '../locality.ts';
import type { Visit } from '../visit.ts';

/**
 * What a workflow that arms the gate of `visit` is to be told at once; `undefined` when it has to wait.
 * A workflow that runs on an older definition than the deployed one is asked to hand over: its visit goes on, in the
 * next generation, on the new one.
 */
export function dueAnswer(
  locality: Locality,
  visit: Visit,
  definitions: { running: string; deployed: string },
): GateAnswer | undefined {
  if (locality.status === 'on-hold') return { outcome: 'hold' };
  if (locality.status === 'closed') return { outcome: 'close' };
  if (visit.endedOn !== undefined) {
    const final = visit.decisions.at(-1);
    return final && { outcome: final.outcome, toStage: final.toStage };
  }
  return definitions.running === definitions.deployed ? undefined : { outcome: 'hand-over' };
}
