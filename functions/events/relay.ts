import * as z from 'zod';
import type { OutboxEntry } from '../../store/outbox-entry.ts';
import { entryIn, Image } from '../../store/outbox-stream.ts';
import { eventHandler } from '../runtime/event-handler.ts';
import { logger } from '../runtime/logger.ts';
import { together } from '../runtime/together.ts';
import { type Dispatcher, deployedDispatch, dispatcher } from './dispatch.ts';
import { openLanes } from './lanes.ts';

/** Records of the table's stream; the event source lets only queued entries of the outbox through. */
export const StreamEvent = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ SequenceNumber: z.string(), NewImage: Image }) })),
});
type StreamRecord = z.infer<typeof StreamEvent>['Records'][number];

/** An entry as it was queued, and the record that told of it. */
interface Told {
  entry: OutboxEntry;
  record: string;
}

/**
 * Carries out the entries of a batch as they were queued: those of one owner in their order, since they write the same
 * history, and owners side by side, so that one who is slow keeps nobody else waiting. Within an owner, what workflows
 * wait for goes before all mail. A record that fails is reported and tried again by the event source; its neighbours are
 * done all the same.
 */
export function relay({ begin, finish }: Pick<Dispatcher, 'begin' | 'finish'>) {
  return async ({ Records }: z.infer<typeof StreamEvent>) => {
    const failed = new Set<string>();
    const fail = (itemIdentifier: string, about: object, error: unknown) => {
      logger.error('outbox message failed', {
        ...about,
        error: error instanceof Error ? error : String(error),
      });
      failed.add(itemIdentifier);
    };
    const read = ({ dynamodb: { SequenceNumber: record, NewImage } }: StreamRecord): Told[] => {
      const { pk, sk, data: entry, error } = entryIn(NewImage);
      if (entry) return [{ entry, record }];
      fail(record, { pk, sk }, error);
      return [];
    };
    const inTurn = (ofOne: Told[]) => async () => {
      const begun: (Told & { undone: Awaited<ReturnType<typeof begin>> })[] = [];
      for (const told of ofOne) begun.push({ ...told, undone: await begin(told.entry) });
      for (const { entry, record, undone } of begun)
        await finish(entry, undone).catch((error: unknown) =>
          fail(record, { pk: entry.pk, sk: entry.sk }, error),
        );
    };
    const owners = Map.groupBy(Records.flatMap(read), ({ entry }) => entry.pk);
    await together([...owners.values()].map(inTurn), owners.size);
    // In their order, as the event source goes on from the first of them.
    const batchItemFailures = Records.map(({ dynamodb }) => dynamodb.SequenceNumber)
      .filter((record) => failed.has(record))
      .map((itemIdentifier) => ({ itemIdentifier }));
    return { batchItemFailures };
  };
}

export const handler = eventHandler(StreamEvent, () => {
  const lanes = openLanes();
  const run = relay(dispatcher(deployedDispatch(lanes)));
  return (batch) => lanes.through(() => run(batch));
});
