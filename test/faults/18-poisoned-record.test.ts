import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { dispatcher } from '../../functions/events/dispatch.ts';
import { relay } from '../../functions/events/relay.ts';
import { itemsOf } from '../support/items.ts';
import { batchOf } from '../support/stream.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, complete, locality, review } from '../support/walk.ts';

it('18: one poisoned record in a batch: it is reported, and its neighbours succeed', async () => {
  const here = await testApp();
  const id = await begin(here);
  await complete(here, id);
  await review(here, id);
  const mails = here.mails.length;
  const other = await here.call(
    'POST',
    '/api/localities',
    { name: 'Riberas', programme: 'convivir-mejor' },
    ana,
  );
  const [first, second] = (await itemsOf(here.table, id, 'OUTBOX#')).filter(
    ({ state }) => state === 'queued',
  );
  const [start] = await itemsOf(here.table, String(other.body.id), 'OUTBOX#');
  if (!first || !second || !start) throw new Error('three outbox messages');
  await here.table.client.send(
    new UpdateCommand({
      TableName: here.table.name,
      Key: { pk: first.pk, sk: first.sk },
      UpdateExpression: 'SET errand = :poison',
      ExpressionAttributeValues: { ':poison': { kind: 'sing' } },
    }),
  );
  const run = relay(dispatcher(here.dispatch));
  expect(await run(batchOf([first, second, start]))).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }],
  });
  await here.engine.idle();
  expect(here.mails).toHaveLength(mails + 1);
  expect(here.engine.status(`${String(other.body.id)}.1`)).toBe('RUNNING');
  expect(await locality(here, String(other.body.id))).toMatchObject({ current: [{ gate: 'open' }] });
});

it('18: the reconciler does its other work in spite of it, and says that one repair failed', async () => {
  const here = await testApp();
  const id = await begin(here);
  const { send } = here.mailer;
  here.mailer.send = async (to, ...rest) => {
    if (to === ana.user) throw new Error('poison');
    return send(to, ...rest);
  };
  await complete(here, id);
  await review(here, id);
  const mails = here.mails.length;
  await expect(here.reconcile()).rejects.toThrow('1 repairs failed');
  expect(here.mails).toHaveLength(mails + 1);
});
