import { expect, it } from 'vitest';
import { pagesOf } from '../links/pages.ts';
import { loggedLines } from '../support/logged.ts';
import { person, promise } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';
import { named, trouble } from '../support/trouble.ts';

const lines = loggedLines();

it('26: the token of a link is in no log, no page and no Referer, whatever goes well or wrong', async () => {
  const here = await testApp();
  await seed(here, [seedling('anapra')]);
  const rosa = await person(here, 'rosa', { name: 'Rosa Luz' });
  await promise(here, 'anapra', { responsible: 'rosa' });
  const pages = pagesOf(here);
  const link = await pages.linkFor(rosa);
  const leave = await pages.linkFor(rosa, 'unsubscribe');
  const asked = [
    await pages.get(link),
    await pages.post(link, { commitment: 'anapra.1', answer: 'in-progress', note: 'Nota de Rosa' }),
    await pages.post(link, { commitment: 'anapra.9', answer: 'fulfilled' }),
    await pages.post(link, { answer: 'what' }),
    await pages.get(leave),
    await pages.post(leave, { 'List-Unsubscribe': 'One-Click' }),
    await pages.get(`${link}x`),
  ];
  const broken = trouble(here.table, named('AccessDenied'), { operation: 'GetItem', forGood: true });
  asked.push(await pages.get(link));
  expect(broken.met()).toBeGreaterThan(0);
  broken.end();
  here.pass(91);
  asked.push(await pages.get(link), await pages.post(link, { 'fresh-link': 'send' }));
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 404, 400, 200, 200, 403, 500, 410, 200]);

  const tokens = [link, leave].flatMap((url) => (url.split('/').at(-1) ?? '').split('.').slice(1));
  const told = lines.join('\n');
  expect(lines.length).toBeGreaterThanOrEqual(asked.length);
  expect(told).toContain('GET /c/{token}');
  for (const secret of [...tokens, 'Rosa Luz', 'vecinos.example', 'Nota de Rosa'])
    expect(told).not.toContain(secret);
  for (const { html, headers } of asked) {
    expect(headers['referrer-policy']).toBe('no-referrer');
    for (const token of tokens) expect(html + JSON.stringify(headers)).not.toContain(token);
  }
});
