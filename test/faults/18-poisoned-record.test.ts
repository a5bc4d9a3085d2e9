import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { dispatcher } from '../../functions/events/dispatch.ts';
import { relay } from '../../functions/events/relay.ts';
import { itemsOf } from '../support/items.ts';
import { batchOf } from '../support/stream.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, locality, review } from '../support/walk.ts';

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
  const queued = async (locality: string) =>
    (await itemsOf(here.table, locality, 'OUTBOX#')).filter(({ state }) => state === 'queued');
  await decide(here, id, { outcome: 'return' });
  const [first] = await queued(id);
  if (!first) throw new Error('an outbox message');
  await here.table.client.send(
    new UpdateCommand({
      TableName: here.table.name,
      Key: { pk: first.pk, sk: first.sk },
      UpdateExpression: 'SET messages[0].message = :poison',
      ExpressionAttributeValues: { ':poison': { kind: 'sing' } },
    }),
  );
  const [poisoned, second] = await queued(id);
  const [start] = await queued(String(other.body.id));
  if (!poisoned || !second || !start) throw new Error('three outbox messages');
  const run = relay(dispatcher(here.dispatch));
  expect(await run(batchOf([poisoned, second, start]))).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }],
  });
  await here.engine.idle();
  // The decision is told of to who asked; the review before it is what is poisoned.
  expect(here.mails.slice(mails).filter(({ outbox }) => outbox.startsWith(`locality_${id}`))).toHaveLength(1);
  expect(here.engine.status(`${String(other.body.id)}.1`)).toBe('RUNNING');
  expect(await locality(here, String(other.body.id))).toMatchObject({ current: [{ gate: 'open' }] });
});

it('18: the reconciler does its other work in spite of it, and says that one repair failed', async () => {
  const here = await testApp({ approvers: [boss.user ?? '', 'subdireccion@juarez.example'] });
  const id = await begin(here);
  const { send } = here.mailer;
  here.mailer.send = async (to, ...rest) => {
    if (to === boss.user) throw new Error('poison');
    return send(to, ...rest);
  };
  await complete(here, id);
  await review(here, id);
  const mails = here.mails.length;
  await expect(here.reconcile()).rejects.toThrow('1 repairs failed');
  expect(here.mails).toHaveLength(mails + 1);
});
