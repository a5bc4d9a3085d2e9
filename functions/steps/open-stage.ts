import * as z from 'zod';
import { openVisit } from '../../domain/commands/open-visit.ts';
import { Superseded } from '../../domain/errors.ts';
import { gateKey, LocalityId } from '../../domain/locality.ts';
import { commit } from '../../store/commit.ts';
import { momentOf } from '../runtime/clock.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { deployedStep, type StepDependencies } from './step-dependencies.ts';

export const OpenStage = z.object({
  locality: LocalityId,
  generation: z.int(),
  stage: z.string(),
  track: z.string().optional(),
  /** When the workflow execution began. */
  startedAt: z.iso.datetime(),
});
export type OpenStage = z.infer<typeof OpenStage>;

export interface OpenedStage {
  /** The number of the visit whose gate comes next. */
  visit: number;
  /** The gate is behind the locality already: a track passed before its stage was taken up anew. */
  passed: boolean;
  /** How long the gate may wait before the execution has to hand over, in seconds. */
  gateSeconds: number;
}

/** A Standard execution may last a year; it hands over with five weeks to spare. */
const executionDays = 330;

/**
 * Opens the visit of a gate, unless it is open already: called again, it answers the same and writes nothing.
 * @throws Superseded when a newer generation has taken over
 */
export function openStage({
  table,
  localities,
  programmes,
  municipality,
  clock,
}: Omit<StepDependencies, 'visits' | 'outbox'>) {
  return ({ locality: id, generation, stage, track, startedAt }: OpenStage): Promise<OpenedStage> =>
    untilCommitted(async () => {
      const locality = await localities.get(id);
      if (locality.generation !== generation)
        throw new Superseded(`generation ${locality.generation} has taken over`);
      const now = clock();
      const programme = programmes.exact(locality.programme);
      const change = openVisit(
        { locality, programme, municipality },
        { stage, track },
        momentOf(now, municipality),
      );
      if (change) await commit(table, change, now);
      const gate =
        locality.position?.stage === stage && locality.position.gates.find((other) => other.track === track);
      // Where the locality has moved on, the gate's last visit is decided, and arming it answers at once.
      const visit = gate ? gate.visit : locality.visits[gateKey(stage, track)];
      if (!visit) throw new Superseded('the locality has never come to this stage');
      const handOverAt = Date.parse(startedAt) + executionDays * 86_400_000;
      const gateSeconds = Math.max(1, Math.floor((handOverAt - now.getTime()) / 1_000));
      return { visit, passed: gate ? gate.state === 'passed' : false, gateSeconds };
    });
}

export const handler = eventHandler(OpenStage, () => openStage(deployedStep()));
