import * as z from 'zod';
import type { OutboxKey } from '../../store/outbox-entry.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { logger } from '../runtime/logger.ts';
import { together } from '../runtime/together.ts';
import { deployedDispatch, dispatcher } from './dispatch.ts';

const Text = z.object({ S: z.string() });

/** Records of the table's stream; the event source lets only queued entries of the outbox through. */
export const StreamEvent = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({ SequenceNumber: z.string(), Keys: z.object({ pk: Text, sk: Text }) }),
    }),
  ),
});

/**
 * Runs the outbox messages of a batch: those of one owner one after the other, since they write the same history, and owners
 * side by side. A record that fails is reported and tried again by the event source; its neighbours are done all the
 * same.
 */
export function relay(run: (key: OutboxKey) => Promise<boolean>) {
  return async ({ Records }: z.infer<typeof StreamEvent>) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    const messages = Records.map(({ dynamodb: { Keys, SequenceNumber } }) => {
      return { key: { pk: Keys.pk.S, sk: Keys.sk.S }, SequenceNumber };
    });
    const inTurn = (ofOne: typeof messages) => async () => {
      for (const { key, SequenceNumber } of ofOne)
        try {
          await run(key);
        } catch (error) {
          logger.error('outbox message failed', {
            ...key,
            error: error instanceof Error ? error : String(error),
          });
          batchItemFailures.push({ itemIdentifier: SequenceNumber });
        }
    };
    await together([...Map.groupBy(messages, ({ key }) => key.pk).values()].map(inTurn));
    return { batchItemFailures };
  };
}

export const handler = eventHandler(StreamEvent, () => relay(dispatcher(deployedDispatch())));
