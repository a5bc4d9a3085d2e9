import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { addressKeyOf, addressRegister } from '../../store/address-register.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import type { Table } from '../../store/transaction.ts';
import { pagesOf } from '../links/pages.ts';
import { person } from '../support/people.ts';
import { freshTable } from '../support/table.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { wholeTable } from '../support/whole-table.ts';

const rosas = 'rosa@vecinos.example';
const unsubscribe = async (here: TestApp, id: string) => {
  const pages = pagesOf(here);
  const link = await pages.linkFor(await stakeholderStore(here.table).get(id), 'unsubscribe');
  await pages.post(link, { 'List-Unsubscribe': 'One-Click' });
};
const registerOf = async ({ table }: TestApp, email: string) => {
  const register = addressRegister(table);
  return register.known(await register.keyOf(email));
};

/** Makes of a table what a release without a register of addresses has written. */
async function asOlder(table: Table): Promise<void> {
  for (const { addressKey, ...Item } of await wholeTable(table)) {
    const { pk, sk } = Item;
    if (String(pk).startsWith('ADDRESS#'))
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }));
    else if (addressKey) await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
}

it('an address goes by one key however it is typed, by another in another table, and is written nowhere', async () => {
  const [one, other] = [await freshTable(), await freshTable()];
  const keys = ['ana@escuela.mx', ' ANA@Escuela.MX', 'Ana@escuela.mx '].map((typed) =>
    addressKeyOf(one, typed),
  );
  const [key, ...same] = await Promise.all(keys);
  expect(new Set(same)).toEqual(new Set([key]));
  expect(await addressKeyOf({ ...one }, 'ana@escuela.mx')).toBe(key);
  expect(await addressKeyOf(other, 'ana@escuela.mx')).not.toBe(key);
  expect(await addressKeyOf(one, 'ana@niñez.mx')).toBe(await addressKeyOf(one, 'ana@xn--niez-hqa.mx'));
  expect(JSON.stringify(await wholeTable(one))).not.toContain('escuela');
});

it('of an erased person nothing is kept, unless they asked not to be written to', async () => {
  const here = await testApp();
  await person(here, 'rosa', { email: rosas });
  await person(here, 'beto');
  await unsubscribe(here, 'rosa');
  for (const id of ['rosa', 'beto']) {
    const { body } = await here.call('GET', `/api/stakeholders/${id}`, undefined, { role: 'administrator' });
    const headers = { 'if-match': `"${body.version}"` };
    await here.call('DELETE', `/api/stakeholders/${id}`, undefined, { role: 'administrator', headers });
    expect(await stakeholderStore(here.table).get(id)).not.toHaveProperty('addressKey');
  }
  expect(await registerOf(here, rosas)).toEqual({ holders: [], unsubscribed: expect.any(String) });
  const items = (await wholeTable(here.table)).filter(({ pk }) => String(pk).startsWith('ADDRESS#'));
  expect(items).toHaveLength(1);
});

it('the reconciler enters the addresses of an older table, and what was known of one holds for all who have it', async () => {
  const here = await testApp();
  await person(here, 'rosa', { email: rosas });
  await unsubscribe(here, 'rosa');
  await person(here, 'beto');
  await asOlder(here.table);
  const older = await stakeholderStore(here.table).get('rosa');
  expect(older).not.toHaveProperty('addressKey');
  await person(here, 'second', { email: rosas.toUpperCase() });
  for (let run = 1; run <= 3; run += 1) await here.reconcile();
  expect(await registerOf(here, rosas)).toMatchObject({
    holders: ['rosa', 'second'],
    unsubscribed: expect.any(String),
  });
  expect(await registerOf(here, 'beto@vecinos.example')).toEqual({ holders: ['beto'] });
  expect(await stakeholderStore(here.table).get('rosa')).toMatchObject({
    revision: older.revision,
    suppressed: older.suppressed,
  });
  const second = await stakeholderStore(here.table).get('second');
  expect((await addressRegister(here.table).current(second)).suppressed).toMatchObject({
    reason: 'unsubscribed',
  });
});

it('what an older table says of somebody is entered with the first change of them too', async () => {
  const here = await testApp();
  await person(here, 'rosa', { email: rosas });
  await unsubscribe(here, 'rosa');
  await asOlder(here.table);
  const { body } = await here.call('GET', '/api/stakeholders/rosa', undefined, { role: 'administrator' });
  const headers = { 'if-match': `"${body.version}"` };
  await here.call(
    'PATCH',
    '/api/stakeholders/rosa',
    { email: 'otra@vecinos.example' },
    { role: 'administrator', headers },
  );
  expect(await registerOf(here, rosas)).toMatchObject({ unsubscribed: expect.any(String) });
  expect(await registerOf(here, 'otra@vecinos.example')).toEqual({ holders: ['rosa'] });
});
