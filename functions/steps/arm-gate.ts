import * as z from 'zod';
import { dueAnswer } from '../../domain/commands/answer-gate.ts';
import { Superseded } from '../../domain/errors.ts';
import { gateKey, LocalityId } from '../../domain/locality.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { deployedStep, type StepDependencies } from './step-dependencies.ts';

export const ArmGate = z.object({
  locality: LocalityId,
  generation: z.int(),
  stage: z.string(),
  track: z.string().optional(),
  visit: z.int(),
  /** Names the definition the execution runs on. */
  definition: z.string(),
  token: z.string().min(1),
});
export type ArmGate = z.infer<typeof ArmGate>;

/**
 * Keeps the token of a workflow that waits at a gate. Where the gate is decided already, the answer is queued at once.
 * @throws Superseded when a newer generation has taken over
 */
export function armGate({
  localities,
  visits,
  outbox,
  programmes,
  clock,
}: Omit<StepDependencies, 'table' | 'municipality'>) {
  return ({
    locality: id,
    generation,
    stage,
    track,
    visit: number,
    definition,
    token,
  }: ArmGate): Promise<void> =>
    untilCommitted(async () => {
      const locality = await localities.get(id);
      if (locality.generation !== generation)
        throw new Superseded(`generation ${locality.generation} has taken over`);
      const visit = await visits.find({ locality: id, stage, track, number });
      if (!visit) throw new Superseded('the visit was never opened');
      const deployed = programmes.exact(locality.programme).definition;
      const answer = dueAnswer(locality, visit, { running: definition, deployed }, clock());
      if (!answer) return visits.keepToken(visit, token);
      const message = { kind: 'answer-gate', token, answer } as const;
      await outbox.queue(
        id,
        `${gateKey(stage, track)}.${number}.${generation}`,
        message,
        clock().toISOString(),
      );
    });
}

export const handler = eventHandler(ArmGate, () => armGate(deployedStep()));
