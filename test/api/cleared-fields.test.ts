import { expect, it } from 'vitest';
import { historyOf } from '../support/history.ts';
import { problemOf } from '../support/problems.ts';
import { testApp } from '../support/test-app.ts';
import { ana, boss, locality, seeing } from '../support/walk.ts';

const here = await testApp();
const programme = 'convivir-mejor';

it('what was written down of a locality is taken away by null, and may be written down again', async () => {
  const asked = { name: 'Anapra', programme, code: '0803700012345', population: 4_960 };
  const { body } = await here.call('POST', '/api/localities', asked, ana);
  const id = String(body.id);
  await here.settle();
  const edit = async (some: object) => {
    const { version } = await locality(here, id);
    const answer = await here.call('PATCH', `/api/localities/${id}`, some, seeing(ana, version));
    expect(answer.status).toBe(200);
    return answer.body;
  };
  expect(await edit({ code: null })).not.toHaveProperty('code');
  expect(await edit({ population: null })).not.toHaveProperty('population');
  const events = (await historyOf(here, id)).filter(({ action }) => action === 'locality-edited');
  expect(events.map(({ detail }) => detail)).toEqual([{ code: null }, { population: null }]);
  // It is found by its code no longer.
  const found = await here.call('GET', '/api/localities?q=0803700012345', undefined, boss);
  expect(found.body.items).toEqual([]);
  expect(await edit({ code: '0803700099999', population: 12 })).toMatchObject({ population: 12 });
  const again = await here.call('GET', '/api/localities?q=0803700099999', undefined, boss);
  expect(again.body.items).toMatchObject([{ id }]);
});

it('a name and the coordinators cannot be taken away', async () => {
  const { body } = await here.call('POST', '/api/localities', { name: 'Lomas', programme }, ana);
  await here.settle();
  const { version } = await locality(here, String(body.id));
  for (const field of ['name', 'coordinators']) {
    const answer = await here.call(
      'PATCH',
      `/api/localities/${body.id}`,
      { [field]: null },
      seeing(ana, version),
    );
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(answer.body.errors).toMatchObject([{ path: field }]);
  }
});
