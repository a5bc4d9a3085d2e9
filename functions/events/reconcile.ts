import * as z from 'zod';
import { workflowActor } from '../../domain/change.ts';
import { editLocality } from '../../domain/commands/edit-locality.ts';
import { handOver } from '../../domain/commands/generations.ts';
import { isYoung, type Locality } from '../../domain/locality.ts';
import { usersIn } from '../../domain/user.ts';
import { commit } from '../../store/commit.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { fileBucket } from '../files/lazy-bucket.ts';
import { momentOf } from '../runtime/clock.ts';
import { deployedProgrammes, filesBucket } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { logger } from '../runtime/logger.ts';
import type { ProgrammeCatalogue } from '../runtime/programme-catalogue.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { together } from '../runtime/together.ts';
import { type DispatchDependencies, deployedDispatch, dispatcher } from './dispatch.ts';
import { type AnchorDependencies, anchorKeeper } from './keep-anchor.ts';
import { listKeeper } from './keep-lists.ts';
import { executionName } from './workflows.ts';

/** What one run found and did. */
export interface Repairs {
  /** Outbox messages that were still pending. */
  dispatched: number;
  started: number;
  stopped: number;
}

/**
 * Finds whatever drifted from the table and repairs it: outbox messages still pending, localities under way without a running
 * execution, executions that the table knows nothing of, coordinators named in another form than the one they are found
 * by, lists and counters that do not say what the localities do. The first run of a day lays down its anchor. Each repair
 * stands alone; those that fail are thrown together at the end, which raises the alarm. Safe to be run at any time.
 */
export function reconcile(
  dependencies: DispatchDependencies & AnchorDependencies & { programmes: ProgrammeCatalogue },
) {
  const { outbox, localities, workflows, programmes } = dependencies;
  const { run } = dispatcher(dependencies);

  return async (): Promise<Repairs> => {
    const failures: unknown[] = [];
    const repairs: Repairs = { dispatched: 0, started: 0, stopped: 0 };
    const repair = async (kind: keyof Repairs, work: () => Promise<boolean>) => {
      try {
        if (await work()) repairs[kind] += 1;
      } catch (error) {
        failures.push(error);
      }
    };

    for await (const key of outbox.pending()) await repair('dispatched', () => run(key));
    // Executions are listed before localities, so that each one listed has its locality in the table by now.
    const running = new Map<string, string>();
    for (const programme of programmes.all)
      for (const [name, arn] of await workflows.running(programme)) running.set(name, arn);
    const lists = await listKeeper({ ...dependencies, stakeholders: stakeholderStore(dependencies.table) });
    const anchor = anchorKeeper(dependencies);
    const unfolded: string[] = [];
    for await (const locality of localities.all()) {
      lists.see(locality);
      anchor.see(locality);
      if (foldedNames(locality, dependencies)) unfolded.push(locality.id);
      const { id, generation, status } = locality;
      const name = executionName(id, generation);
      if (status === 'active' && !running.delete(name))
        await repair('started', () => restart(locality, dependencies));
      // The one before a new generation is about to end by itself.
      if (isYoung(locality, dependencies.clock())) running.delete(executionName(id, generation - 1));
    }
    // What is left runs for an older generation, or for a locality that is paused, over or unknown.
    for (const arn of running.values())
      await repair('stopped', () => workflows.stop(arn, 'The table knows nothing of it').then(() => true));

    const { failures: unlisted, ...kept } = await lists.finish();
    failures.push(...unlisted);
    failures.push(...(await together(unfolded.map((id) => () => foldNames(id, dependencies)))));
    const anchored = await anchor.finish().catch((error: unknown) => {
      failures.push(error);
      return false;
    });

    logger.info('reconciled', { ...repairs, ...kept, anchored, failures: failures.length });
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} repairs failed`);
    return repairs;
  };
}

/** A locality's coordinators in the one form of their names; `undefined` where they stand in it already. */
function foldedNames(
  { coordinators }: Locality,
  { municipality }: DispatchDependencies,
): string[] | undefined {
  const names = usersIn(municipality, coordinators);
  return names.join('\n') === coordinators.join('\n') ? undefined : names;
}

/** Names the coordinators of a locality as they are found by: an older table may have them in other forms. */
const foldNames = (id: string, dependencies: DispatchDependencies): Promise<void> =>
  untilCommitted(async () => {
    const locality = await dependencies.localities.get(id);
    const coordinators = foldedNames(locality, dependencies);
    if (!coordinators) return;
    const change = editLocality(locality, { coordinators }, { user: workflowActor });
    await commit(dependencies.table, change, dependencies.clock());
  });

/** Starts the next generation of a locality whose execution is gone; leaves one alone that is about to begin. */
async function restart(
  locality: Locality,
  { table, localities, workflows, municipality, clock }: DispatchDependencies,
): Promise<boolean> {
  const { id, generation } = locality;
  const status = await workflows.statusOf(locality);
  const now = clock();
  if (status === 'RUNNING' || (status === undefined && isYoung(locality, now))) return false;
  return untilCommitted(async () => {
    const change = handOver(await localities.get(id), generation, 'lost', momentOf(now, municipality));
    if (change) await commit(table, change, now);
    return change !== undefined;
  });
}

export const handler = eventHandler(z.unknown(), () =>
  reconcile({ ...deployedDispatch(), programmes: deployedProgrammes(), anchors: fileBucket(filesBucket()) }),
);
