import { expect, it } from 'vitest';
import { relayed } from '../support/stream.ts';
import { testApp } from '../support/test-app.ts';
import { named, trouble } from '../support/trouble.ts';
import { ana, complete, decide, locality, review } from '../support/walk.ts';

it('14: an index that lags behind the table: gates read the base table, so a whole programme is walked without it', async () => {
  const here = await testApp();
  const gone = trouble(here.table, named('IndexIsGone'), { operation: 'Query', holding: '"IndexName"' });
  const { body } = await here.call(
    'POST',
    '/api/localities',
    { name: 'Anapra', programme: 'red-conectate' },
    ana,
  );
  const id = String(body.id);
  await relayed(here, id);
  for (const track of [undefined, 'multisector-actions', 'empowerment-models', undefined]) {
    await complete(here, id, track);
    expect((await review(here, id, track)).status).toBe(202);
    expect((await decide(here, id, { track })).status).toBe(201);
    await relayed(here, id);
  }
  expect(await locality(here, id)).toMatchObject({ status: 'completed' });
  expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
  expect(gone.met()).toBe(0);
  await expect(here.reconcile()).rejects.toThrow('IndexIsGone');
  expect(gone.met()).toBe(1);
});
