import { expect, it } from 'vitest';
import { loggedLines } from '../support/logged.ts';
import { relayed } from '../support/stream.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, locality, pass, review, seeing } from '../support/walk.ts';

const lines = loggedLines();

it('26: no token, address, name or note is told in a log, whatever goes well or wrong', async () => {
  const here = await testApp();
  const id = await begin(here);
  const { version } = await locality(here, id);
  const path = `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;
  await here.call('PUT', path, { status: 'done', note: 'A note of Ana' }, seeing(ana, version));
  await here.call('PUT', path, { status: 'sung', note: 'A note of Ana' }, seeing(ana, version));
  await complete(here, id);
  await review(here, id);
  await decide(here, id, {}, ana);
  const [token = ''] = here.engine.tokens();
  const { answer } = here.engine.workflows;
  here.engine.workflows.answer = async () => {
    throw new Error('SendTaskSuccess: no connection');
  };
  await decide(here, id, {}, boss);
  await expect(relayed(here, id)).rejects.toThrow();
  here.engine.workflows.answer = answer;
  here.mailer.send = async () => ({ outcome: 'deferred', error: 'Throttling' });
  await here.reconcile();
  await here.settle();
  await pass(here, id);
  const told = lines.join('\\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(token).not.toBe('');
  for (const secret of [token, 'juarez.example', 'Anapra', 'A note of Ana'])
    expect(told).not.toContain(secret);
});
