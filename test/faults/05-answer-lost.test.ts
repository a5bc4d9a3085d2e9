import { expect, it } from 'vitest';
import { deeds } from '../support/history.ts';
import { relayed } from '../support/stream.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, boss, complete, decide, locality, pass, review, stages } from '../support/walk.ts';

/** A gate decided while no answer reaches the workflow; answers how to let them through again. */
async function decidedInVain(here: TestApp, id: string): Promise<() => void> {
  await complete(here, id);
  await review(here, id);
  await relayed(here, id);
  const { workflows } = here.engine;
  const { answer } = workflows;
  workflows.answer = async () => {
    throw new Error('SendTaskSuccess: no connection');
  };
  expect((await decide(here, id, {})).status).toBe(201);
  await expect(relayed(here, id)).rejects.toThrow('1 messages failed');
  return () => {
    workflows.answer = answer;
  };
}

it('5: decided, then SendTaskSuccess fails: the decision stands, and the reconciler answers the token', async () => {
  const here = await testApp();
  const id = await begin(here);
  const heal = await decidedInVain(here, id);
  expect((await stages(here, id)).slice(0, 2)).toMatchObject([
    { state: 'behind', visits: [{ decisions: [{ outcome: 'advance' }] }] },
    { state: 'current', visits: [] },
  ]);
  heal();
  expect((await here.reconcile()).dispatched).toBeGreaterThan(0);
  await here.settle();
  expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting', visit: 1 }] });
  expect(await deeds(here, id)).toMatchObject({ 'gate-decided': 1, 'stage-opened': 2 });
  expect(here.engine.names()).toEqual([`${id}.1`]);
  await pass(here, id);
});

it('5: the mails of the decision are sent all the same, and once', async () => {
  const here = await testApp();
  const id = await begin(here);
  const before = here.mails.length;
  const heal = await decidedInVain(here, id);
  // The approver is told of the review, the coordinator of the decision.
  expect(here.mails).toHaveLength(before + 2);
  heal();
  await here.reconcile();
  await here.settle();
  expect(here.mails).toHaveLength(before + 2);
  expect(new Set(here.mails.map(({ outbox }) => outbox)).size).toBe(here.mails.length);
});

it('5: a reconciler that cannot answer either says so, and leaves the rest of its work done', async () => {
  const here = await testApp();
  const id = await begin(here);
  await decidedInVain(here, id);
  const other = await here.call(
    'POST',
    '/api/localities',
    { name: 'Riberas', programme: 'red-conectate' },
    boss,
  );
  await expect(here.reconcile()).rejects.toThrow('1 repairs failed');
  await here.engine.idle();
  expect(here.engine.status(`${String(other.body.id)}.1`)).toBe('RUNNING');
});
