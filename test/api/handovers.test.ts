import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { historyOf } from '../support/history.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, boss, create, luis, seeing, vera } from '../support/walk.ts';

const Handed = z.object({
  localities: z.array(z.object({ id: z.string(), name: z.string() })),
  hasMore: z.boolean(),
});
const Listed = z.object({ items: z.array(z.object({ id: z.string(), coordinators: z.array(z.string()) })) });

let here: TestApp;
beforeEach(async () => {
  here = await testApp();
});

const ask = (body: object = {}, query = '', who: Call = boss) =>
  here.call('POST', `/api/handovers${query}`, { from: 'ana', to: 'luis', ...body }, who);
const handOver = async (body: object = {}, query = '') => Handed.parse((await ask(body, query)).body);
const namesOf = ({ localities }: z.infer<typeof Handed>) => localities.map(({ name }) => name).sort();
const seenBy = async (who: Call) =>
  Listed.parse((await here.call('GET', '/api/localities', undefined, who)).body).items;
const replaced = async (id: string) =>
  (await historyOf(here, id)).filter(({ action }) => action === 'coordinator-replaced');

it('all localities of a coordinator become another’s, each with a line in its history', async () => {
  const ids = [await create(here), await create(here, 'convivir-mejor', 'Riberas')];
  expect(namesOf(await handOver({ from: ' ANA@juarez.example' })).toSorted()).toEqual(['Anapra', 'Riberas']);
  expect(await seenBy(ana)).toEqual([]);
  expect(await seenBy(luis)).toMatchObject(
    ids.toSorted().map((id) => ({ id, coordinators: ['luis@juarez.example'] })),
  );
  for (const id of ids)
    expect(await replaced(id)).toMatchObject([
      {
        actor: 'direccion@juarez.example',
        detail: { from: 'ana@juarez.example', to: 'luis@juarez.example' },
      },
    ]);
});

it('a dry run tells which they are, and changes nothing', async () => {
  const id = await create(here);
  expect(namesOf(await handOver({}, '?dryRun=true'))).toEqual(['Anapra']);
  expect(await seenBy(ana)).toMatchObject([{ id, coordinators: ['ana@juarez.example'] }]);
  expect(await replaced(id)).toEqual([]);
});

it('those that are named alone are handed over, and whoever coordinates beside stays', async () => {
  const [id, other] = [await create(here), await create(here, 'convivir-mejor', 'Riberas')];
  const { version } = z
    .looseObject({ version: z.number() })
    .parse((await here.call('GET', `/api/localities/${id}`, undefined, boss)).body);
  const coordinators = ['ana', 'eva', 'luis'];
  await here.call('PATCH', `/api/localities/${id}`, { coordinators }, seeing(boss, version));
  expect(namesOf(await handOver({ localities: [id] }))).toEqual(['Anapra']);
  expect(await seenBy(luis)).toMatchObject([
    { id, coordinators: ['luis@juarez.example', 'eva@juarez.example'] },
  ]);
  expect(await seenBy(ana)).toMatchObject([{ id: other }]);
});

it('asked for twice, the second time changes nothing', async () => {
  const id = await create(here);
  await handOver();
  expect(await handOver()).toMatchObject({ localities: [], hasMore: false });
  expect(await handOver({ localities: [id] })).toMatchObject({ localities: [] });
  expect(await replaced(id)).toHaveLength(1);
});

it('more than one request can do are done by the same request again, also beside another change', async () => {
  const count = 53;
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push(await create(here, 'convivir-mejor', `Lugar ${at}`));
  const rehearsed = await handOver({}, '?dryRun=true');
  expect([rehearsed.localities.length, rehearsed.hasMore]).toEqual([50, true]);
  const [first, same] = await Promise.all([handOver(), handOver()]);
  expect([first.localities.length, same.localities.length]).toEqual([50, 50]);
  expect(await handOver()).toMatchObject({ localities: { length: 3 }, hasMore: false });
  for (const id of ids) expect(await replaced(id)).toHaveLength(1);
});

it.each([
  ['to oneself', { to: 'ana@juarez.example' }],
  ['of a locality that there is not', { localities: ['nowhere'] }],
  ['to nobody', { to: ' ' }],
  ['to somebody who is no member of staff', { to: 'luis@otro.example' }],
  ['of no locality', { localities: [] }],
])('is refused %s', async (_what, body) => {
  const id = await create(here);
  expect(await ask(body)).toMatchObject({ status: 400 });
  expect(await replaced(id)).toEqual([]);
});

it('is for administrators alone', async () => {
  for (const who of [ana, luis, vera]) expect(await ask({}, '', who)).toMatchObject({ status: 403 });
});
