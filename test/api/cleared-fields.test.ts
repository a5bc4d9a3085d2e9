import { expect, it } from 'vitest';
import { geometryGone, geometryItem } from '../../store/localities.ts';
import { writeAll } from '../../store/transaction.ts';
import { audited } from '../support/audited.ts';
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

const square = (east: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [-106.5, 31.7],
      [east, 31.7],
      [east, 31.71],
      [-106.5, 31.7],
    ] as [number, number][],
  ],
});

it('a territory is taken away by null, is nowhere any more, and may be given again', async () => {
  const asked = { name: 'Riberas', programme, geometry: square(-106.49) };
  const { body } = await here.call('POST', '/api/localities', asked, ana);
  const id = String(body.id);
  await here.settle();
  const edit = async (some: object) => {
    const { version } = await locality(here, id);
    return here.call('PATCH', `/api/localities/${id}`, some, seeing(ana, version));
  };
  const shown = async () => (await here.call('GET', `/api/localities/${id}`, undefined, boss)).body.geometry;
  const onMap = async () =>
    JSON.stringify((await here.call('GET', '/api/territories', undefined, boss)).body).includes(id);
  expect([await shown(), await onMap()]).toEqual([asked.geometry, true]);
  expect((await edit({ geometry: null })).status).toBe(200);
  expect([await shown(), await onMap()]).toEqual([undefined, false]);
  expect((await audited(here)).findings).toEqual([]);
  // To take away what is not there is no fault, and what is given again is sealed anew.
  expect((await edit({ geometry: null, population: 7 })).status).toBe(200);
  expect((await edit({ geometry: square(-106.48) })).status).toBe(200);
  expect(await shown()).toEqual(square(-106.48));
  expect((await audited(here)).findings).toEqual([]);
  const events = (await historyOf(here, id)).filter(({ action }) => action === 'locality-edited');
  expect(events.map(({ detail }) => detail)).toEqual([
    { geometry: null },
    { geometry: null, population: 7 },
    { geometry: true },
  ]);
});

it('a territory that is put back, or taken away, beside the commands is named by the audit', async () => {
  const asked = { name: 'Felipe Ángeles', programme, geometry: square(-106.49) };
  const { body } = await here.call('POST', '/api/localities', asked, ana);
  const id = String(body.id);
  await here.settle();
  const found = async () =>
    (await audited(here)).findings.filter((one) => one.id === id).map(({ code, about }) => [code, about]);
  const { version } = await locality(here, id);
  await here.call('PATCH', `/api/localities/${id}`, { geometry: null }, seeing(ana, version));
  await writeAll(here.table, [geometryItem(here.table, id, asked.geometry)]);
  expect(await found()).toEqual([['item-unknown', 'geometry']]);
  const { version: now } = await locality(here, id);
  await here.call('PATCH', `/api/localities/${id}`, { geometry: square(-106.48) }, seeing(ana, now));
  expect(await found()).toEqual([]);
  await writeAll(here.table, [geometryGone(here.table, id)]);
  expect(await found()).toEqual([['item-missing', 'geometry']]);
});
