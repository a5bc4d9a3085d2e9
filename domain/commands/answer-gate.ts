import { isYoung, type Locality } from '../locality.ts';
import type { GateAnswer } from '../outbox-message.ts';
import type { Visit } from '../visit.ts';

/**
 * What a workflow that arms the gate of `visit` is to be told at once; `undefined` when it has to wait.
 * A workflow that runs on an older definition than the deployed one is asked to hand over: its visit goes on, in the
 * next generation, on the new one. A generation that has just begun goes on: while a deployment is under way,
 * functions are newer than state machines for a moment.
 */
export function dueAnswer(
  locality: Locality,
  visit: Visit,
  definitions: { running: string; deployed: string },
  now: Date,
): GateAnswer | undefined {
  if (locality.status === 'on-hold') return { outcome: 'hold' };
  if (locality.status === 'closed') return { outcome: 'close' };
  if (visit.endedOn !== undefined) {
    const last = visit.decisions.at(-1);
    // Ended by a decision at another track, which left the stage: the next generation goes where that led.
    if (!last || last.outcome === 'hold') return { outcome: 'hand-over' };
    return { outcome: last.outcome, toStage: last.toStage };
  }
  if (definitions.running === definitions.deployed || isYoung(locality, now)) return undefined;
  return { outcome: 'hand-over' };
}
