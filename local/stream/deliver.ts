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
  spec: StreamSpec;
  invoke(records: StreamRecord[]): Promise<unknown>;
  /** Everything up to this record is dealt with. */
  done(record: StreamRecord): void;
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
 * Delivers records in order, as Lambda's event source mapping does: what the function reports as failed comes again
 * from the first failed record on; a batch that fails as a whole is halved, so that a poisoned record stands alone in
 * the end, is given up after its last retry, and its neighbours go through.
 */
export async function deliver(delivery: Delivery, records: StreamRecord[], retries = 0): Promise<void> {
  const { spec, done, giveUp, stopped } = delivery;
  const { handled, error } = await attempt(delivery, records);
  const last = records[handled - 1];
  if (last) done(last);
  const rest = records.slice(handled);
  const [first] = rest;
  if (!first || stopped()) return;

  if (spec.bisects && rest.length > 1) {
    const middle = handled > 0 ? 1 : Math.ceil(rest.length / 2);
    await deliver(delivery, rest.slice(0, middle));
    return deliver(delivery, rest.slice(middle));
  }
  const most = spec.retryAttempts < 0 ? mostRetries : Math.min(spec.retryAttempts, mostRetries);
  if (retries >= most) {
    for (const record of rest) {
      giveUp(record, error);
      done(record);
    }
    return;
  }
  await pause(firstPause * 2 ** retries);
  return deliver(delivery, rest, handled > 0 ? 0 : retries + 1);
}
