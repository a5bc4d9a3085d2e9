import * as z from 'zod';
import { handOver as handOverFrom } from '../../domain/commands/generations.ts';
import { LocalityId } from '../../domain/locality.ts';
import { commit } from '../../store/commit.ts';
import { momentOf } from '../runtime/clock.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { deployedStep, type StepDependencies } from './step-dependencies.ts';

export const HandOver = z.object({ locality: LocalityId, generation: z.int() });
export type HandOver = z.infer<typeof HandOver>;

/** The next generation takes over at the same visit. Called again, it finds that done. */
export function handOver({
  table,
  localities,
  municipality,
  clock,
}: Pick<StepDependencies, 'table' | 'localities' | 'municipality' | 'clock'>) {
  return ({ locality: id, generation }: HandOver): Promise<void> =>
    untilCommitted(async () => {
      const now = clock();
      const change = handOverFrom(
        await localities.get(id),
        generation,
        'renewed',
        momentOf(now, municipality),
      );
      if (change) await commit(table, change, now);
    });
}

export const handler = eventHandler(HandOver, () => handOver(deployedStep()));
