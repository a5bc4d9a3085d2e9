import { expect, it } from 'vitest';
import { historyStore } from '../../store/history.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { person } from '../support/people.ts';
import { testApp } from '../support/test-app.ts';
import { pagesOf } from './pages.ts';

async function scene() {
  const here = await testApp();
  const rosa = await person(here, 'rosa');
  const pages = pagesOf(here);
  const find = () => stakeholderStore(here.table).get('rosa');
  return { here, pages, rosa, find, link: await pages.linkFor(rosa, 'unsubscribe') };
}
const oneClick = { 'List-Unsubscribe': 'One-Click' };

it('the one click of RFC 8058 ends all mail, once, however often it is made', async () => {
  const { here, pages, link, find } = await scene();
  for (const _ of [1, 2]) expect(await pages.post(link, oneClick)).toMatchObject({ status: 200 });
  expect(await find()).toMatchObject({ suppressed: { reason: 'unsubscribed' }, revision: 2 });
  const { items } = await historyStore(here.table).page('STAKEHOLDER#rosa', 0, 10);
  expect(items.map(({ actor, action }) => [actor, action])).toEqual([
    ['ana@juarez.example', 'stakeholder-created'],
    ['stakeholder:rosa', 'stakeholder-suppressed'],
  ]);
});

it('the one click may come in parts, as mail programs send it', async () => {
  const { pages, link, find } = await scene();
  const body = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  expect(await pages.post(link, {}, { headers, body })).toMatchObject({ status: 200 });
  expect(await find()).toHaveProperty('suppressed.reason', 'unsubscribed');
});

it('a person is asked first, and finds a way back', async () => {
  const { pages, link, find } = await scene();
  expect((await pages.get(link)).html).toContain('value="One-Click"');
  expect(await find()).not.toHaveProperty('suppressed');
  await pages.post(link, oneClick);
  expect((await pages.get(link)).html).toContain('Volver a recibir correos');
  expect((await pages.post(link, { subscribe: 'again' })).html).toContain('Volverá a recibir correos');
  expect(await find()).not.toHaveProperty('suppressed');
});

it('anything else changes nothing', async () => {
  const { pages, link, find, rosa } = await scene();
  expect(await pages.post(link, { 'List-Unsubscribe': 'perhaps' })).toMatchObject({ status: 400 });
  expect(await find()).toEqual(rosa);
});
