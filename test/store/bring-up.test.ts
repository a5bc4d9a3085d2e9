import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import type { Item } from '../../store/read.ts';
import type { Table } from '../../store/transaction.ts';
import { commitmentOf, stakeholderOf, taskOf } from '../support/matrix.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, review } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

const beside = /^(COUNTS|WORDS#|COORDINATOR#|PEOPLE|LISTS)/;
const isListItem = ({ pk, sk }: Item) => beside.test(String(pk)) || sk === 'SUMS' || sk === 'OVERRIDES';

/** Makes of a table what a release without lists has written. */
async function asOlder(table: Table): Promise<void> {
  for (const item of await wholeTable(table)) {
    const { pk, sk, entity } = item;
    if (isListItem(item))
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
    else if (['locality', 'task', 'stakeholder'].includes(String(entity))) {
      const { listed, standing, place, due, remindOn, matrixCounts, ...Item } = item;
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    }
  }
}

/** What lists and counters say, to an administrator and to the coordinator. */
async function shown(here: TestApp) {
  const paths = [
    '/api/portfolio',
    '/api/localities?status=active',
    '/api/localities?stage=capacity-building',
    '/api/localities?health=on-track',
    '/api/localities?q=anap',
    '/api/tasks',
    '/api/commitments/roll-up',
    '/api/stakeholders?q=rosa',
    '/api/stakeholders',
  ];
  const answers = paths.flatMap((path) =>
    [boss, ana].map(async (who) => [path, (await here.call('GET', path, undefined, who)).body] as const),
  );
  return Promise.all(answers);
}

/** What is kept beside localities and people, added up where it is spread over several items. */
const listItems = async (table: Table) =>
  (await wholeTable(table))
    .filter((item) => isListItem(item) && item.pk !== 'COUNTS' && item.pk !== 'LISTS')
    .map((item) => JSON.stringify(item, Object.keys(item).sort()))
    .sort();

it('an older table is listed by the reconciler, once, as if it had been written by this release', async () => {
  const here = await testApp();
  const place = await begin(here);
  await begin(here, 'red-conectate', 'Riberas del Bravo');
  const { id: responsible } = await stakeholderOf(here, place);
  const erased = await stakeholderOf(here, place, { name: 'Petra Rosario' });
  const budget = { amount: 12.34, currency: 'MXN' };
  await commitmentOf(here, place, { responsible, policyArea: 'health', budget });
  await commitmentOf(here, place, { policyArea: 'security' });
  await taskOf(here, place);
  await complete(here, place);
  await review(here, place);
  await here.call('DELETE', `/api/stakeholders/${erased.id}`, undefined, {
    ...boss,
    headers: { 'if-match': `"${erased.version}"` },
  });
  await here.settle();
  const [before, items] = [await shown(here), await listItems(here.table)];
  await asOlder(here.table);
  expect(await shown(here)).not.toEqual(before);
  for (let run = 1; run <= 3; run += 1) {
    await here.reconcile();
    expect(await shown(here)).toEqual(before);
    expect(await listItems(here.table)).toEqual(items);
  }
  expect(JSON.stringify(await wholeTable(here.table))).not.toMatch(/Petra|petra|rosario/);
});

it('a locality whose execution the same run starts again is listed by it all the same', async () => {
  const here = await testApp();
  await begin(here);
  await asOlder(here.table);
  here.engine.lose();
  expect(await here.reconcile()).toMatchObject({ started: 1 });
  expect((await here.call('GET', '/api/portfolio', undefined, ana)).body.localities).toBe(1);
});

it('a change of a locality that is not listed yet is counted when it is, and a race for it is lost by one', async () => {
  const here = await testApp();
  const place = await begin(here);
  await commitmentOf(here, place, { policyArea: 'health' });
  await asOlder(here.table);
  const promises = [commitmentOf(here, place, { policyArea: 'health' }), here.reconcile(), here.reconcile()];
  await Promise.all(promises);
  await commitmentOf(here, place, { policyArea: 'health' });
  await here.reconcile();
  for (const who of [boss, ana])
    expect((await here.call('GET', '/api/commitments/roll-up', undefined, who)).body.total).toMatchObject({
      actions: 3,
    });
  const { body } = await here.call('GET', '/api/portfolio', undefined, boss);
  expect(body).toMatchObject({ localities: 1, commitments: { total: 3 } });
});

it('counters that say otherwise than the localities are corrected by the reconciler', async () => {
  const here = await testApp();
  const place = await begin(here);
  await commitmentOf(here, place, { policyArea: 'health' });
  const counted = async () => [
    (await here.call('GET', '/api/portfolio', undefined, boss)).body,
    (await here.call('GET', '/api/commitments/roll-up', undefined, boss)).body,
  ];
  const before = await counted();
  for (const { pk, sk } of await wholeTable(here.table))
    if (pk === 'COUNTS')
      await here.table.client.send(new DeleteCommand({ TableName: here.table.name, Key: { pk, sk } }));
  expect(await counted()).not.toEqual(before);
  await here.reconcile();
  expect(await counted()).toEqual(before);
});
