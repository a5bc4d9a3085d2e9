import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { StreamSpec } from '../assembly/specs.ts';
import { messageOf } from '../startup-error.ts';
import type { StreamRecord } from './protocol.ts';

/** The cloud may go on for hours; here somebody waits. */
const mostRetries = 5;
const firstPause = 50;

const Failures = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

export interface Delivery {
  spec: Pick<StreamSpec, 'reportsItemFailures' | 'bisects' | 'retryAttempts'>;
  invoke(records: StreamRecord[]): Promise<unknown>;
  /** Records of the same owner are delivered one after the other, and those of several may go side by side. */
  ownerOf(record: StreamRecord): string;
  /** These records are dealt with. */
  done(records: StreamRecord[]): void;
  /** Whether to leave the rest to a later process. */
  stopped(): boolean;
  /** Takes what stays undelivered. */
  giveUp(record: StreamRecord, error: string): void;
}

interface Outcome {
  /** How many records, from the first, were handled. */
  handled: number;
  error: string;
}

async function attempt({ spec, invoke }: Delivery, records: StreamRecord[]): Promise<Outcome> {
  try {
    const answer = await invoke(records);
    if (!spec.reportsItemFailures) return { handled: records.length, error: '' };
    const failed =
      Failures.parse(answer)?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
    if (failed.length === 0) return { handled: records.length, error: '' };
    const first = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber));
    // An identifier that is none of the batch's fails the batch as a whole, as in the cloud.
    return { handled: Math.max(first, 0), error: 'reported as failed' };
  } catch (error) {
    return { handled: 0, error: messageOf(error) };
  }
}

/**
 * Parts the records of a batch that failed. Owners part from each other, so that one does not wait for another's retries;
 * what is of one owner parts in the middle. The first of what was reported stands alone with its owner.
 * @returns the two parts, and whether the second may be delivered beside the first
 */
function parted({ ownerOf }: Delivery, records: StreamRecord[], isReported: boolean) {
  const byOwner = [...Map.groupBy(records, ownerOf).values()];
  const isShared = byOwner.length === 1;
  const units = isShared ? records.map((record) => [record]) : byOwner;
  const middle = isReported ? 1 : Math.ceil(units.length / 2);
  return { first: units.slice(0, middle).flat(), second: units.slice(middle).flat(), beside: !isShared };
}

/**
 * Delivers records in order, as Lambda's event source mapping does: what the function reports as failed comes again
 * from the first failed record on; a batch that fails as a whole is halved, so that a poisoned record stands alone in
 * the end, is given up after its last retry, and its neighbours go through.
 */
export async function deliver(delivery: Delivery, records: StreamRecord[], retries = 0): Promise<void> {
  const { spec, done, giveUp, stopped } = delivery;
  const { handled, error } = await attempt(delivery, records);
  if (handled > 0) done(records.slice(0, handled));
  const rest = records.slice(handled);
  if (rest.length === 0 || stopped()) return;

  if (spec.bisects && rest.length > 1) {
    const { first, second, beside } = parted(delivery, rest, handled > 0);
    if (beside) return void (await Promise.all([deliver(delivery, first), deliver(delivery, second)]));
    await deliver(delivery, first);
    return deliver(delivery, second);
  }
  const most = spec.retryAttempts < 0 ? mostRetries : Math.min(spec.retryAttempts, mostRetries);
  if (retries >= most) {
    for (const record of rest) giveUp(record, error);
    return done(rest);
  }
  await pause(firstPause * 2 ** retries);
  return deliver(delivery, rest, handled > 0 ? 0 : retries + 1);
}
