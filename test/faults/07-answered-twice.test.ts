import { expect, it } from 'vitest';
import { dispatcher } from '../../functions/events/dispatch.ts';
import { relay } from '../../functions/events/relay.ts';
import { outboxStore } from '../../store/outbox.ts';
import { historyOf } from '../support/history.ts';
import { itemsOf } from '../support/items.ts';
import { batchOf, relayed } from '../support/stream.ts';
import { testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, review } from '../support/walk.ts';

it('7: SendTaskSuccess twice: the second is nothing', async () => {
  const here = await testApp();
  const id = await begin(here);
  await complete(here, id);
  await review(here, id);
  await relayed(here, id);
  const [token = ''] = here.engine.tokens();
  await decide(here, id, { outcome: 'return' });
  await here.settle();
  const before = [await locality(here, id), await historyOf(here, id), here.mails.length];
  const again = { kind: 'answer-gate', token, answer: { outcome: 'advance' } } as const;
  await outboxStore(here.table).queue(id, 'again', again, here.clock().toISOString());
  await here.settle();
  expect([await locality(here, id), await historyOf(here, id), here.mails.length]).toEqual(before);
});

it('7: the same records of the stream delivered twice do everything once', async () => {
  const here = await testApp();
  const id = await begin(here);
  await complete(here, id);
  await review(here, id);
  await relayed(here, id);
  await decide(here, id, {});
  const records = batchOf(await itemsOf(here.table, id, 'OUTBOX#'));
  const run = relay(dispatcher(here.dispatch));
  const mails = here.mails.length;
  await Promise.all([run(records), run(records)]);
  await run(records);
  await here.settle();
  // Who asked is told of the decision, and of the stage that opens with it.
  expect(here.mails).toHaveLength(mails + 1);
  expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting', visit: 1 }] });
});
