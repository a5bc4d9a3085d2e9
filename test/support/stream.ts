import { marshall } from '@aws-sdk/util-dynamodb';
import { dispatcher } from '../../functions/events/dispatch.ts';
import { relay } from '../../functions/events/relay.ts';
import { type Item, itemsOf } from './items.ts';
import type { TestApp } from './test-app.ts';

/** A batch of the table's stream: a record for each of these items that is queued in the outbox. */
export const batchOf = (items: Item[]) => ({
  Records: items
    .filter(({ state }) => state === 'queued')
    .map((item, at) => ({ dynamodb: { SequenceNumber: String(at + 1), NewImage: marshall(item) } })),
});

/** Lets the relay work off a locality's outbox as the stream would, until nothing is queued: without the index. */
export async function relayed({ table, dispatch, engine }: TestApp, locality: string): Promise<void> {
  const run = relay(dispatcher(dispatch));
  for (let queued = 1; queued > 0; ) {
    await engine.idle();
    const entries = (await itemsOf(table, locality, 'OUTBOX#')).filter(({ state }) => state === 'queued');
    queued = entries.length;
    const { batchItemFailures } = await run(batchOf(entries));
    if (batchItemFailures.length > 0) throw new Error(`${batchItemFailures.length} messages failed`);
  }
}
