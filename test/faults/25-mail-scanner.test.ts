import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { pagesOf } from '../links/pages.ts';
import { person, promise } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';

it('25: a mail scanner that opens every link by GET and HEAD, with any query, changes nothing', async () => {
  const here = await testApp();
  await seed(here, [seedling('anapra')]);
  const rosa = await person(here, 'rosa');
  await promise(here, 'anapra', { responsible: 'rosa' });
  const pages = pagesOf(here);
  const links = [await pages.linkFor(rosa), await pages.linkFor(rosa, 'unsubscribe')];
  const everything = async () => {
    const { Items = [] } = await here.table.client.send(new ScanCommand({ TableName: here.table.name }));
    return new Map(Items.map((item) => [`${item.pk} ${item.sk}`, item]));
  };
  const before = await everything();
  for (const link of links)
    for (const query of [
      '',
      '?commitment=anapra.1&answer=fulfilled',
      '?List-Unsubscribe=One-Click',
      '?fresh-link=send',
      '?receipt=anapra.1',
    ]) {
      const shown = await pages.get(`${link}${query}`);
      expect(shown.status).toBe(200);
      expect(await pages.head(`${link}${query}`)).toEqual({ ...shown, html: '' });
    }
  here.pass(800);
  for (const link of links) expect((await pages.get(`${link}?fresh-link=send`)).status).toBe(410);
  expect(await everything()).toEqual(before);
});
