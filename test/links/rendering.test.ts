import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { person, promise } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';
import { type PageAnswer, pagesOf } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off' },
});

/** Every page there is, in one language. */
async function allPages(lang: 'es' | 'en'): Promise<[string, PageAnswer][]> {
  const here = await testApp();
  await seed(here, [seedling('anapra')]);
  const rosa = await person(here, 'rosa', { name: 'Rosa & Luz "la Güera"' });
  const none = await person(here, 'none');
  for (const dueOn of ['2026-01-02', '2026-01-12', '2026-03-01', undefined])
    await promise(here, 'anapra', { action: `Compromiso <${dueOn}>`, responsible: 'rosa', dueOn });
  const pages = pagesOf(here);
  const [link, empty] = [await pages.linkFor(rosa), await pages.linkFor(none)];
  const leave = await pages.linkFor(rosa, 'unsubscribe');
  const in_ = (address: string) => `${address}?lang=${lang}`;
  const answer = (commitment: string, answer: string) =>
    pages.post(in_(link), { commitment, answer, note: 'Con "comillas" & <signos>\n\ny líneas' });
  const found: [string, PageAnswer][] = [
    ['fulfilled', await answer('anapra.1', 'fulfilled')],
    ['in progress', await answer('anapra.2', 'in-progress')],
    ['cannot', await answer('anapra.3', 'cannot')],
    ['list', await pages.get(in_(link))],
    ['empty list', await pages.get(in_(empty))],
    ['not found', await answer('anapra.77', 'cannot')],
    ['not understood', await answer('anapra.2', 'what')],
    ['unsubscribe', await pages.get(in_(leave))],
    ['unsubscribed', await pages.post(in_(leave), { 'List-Unsubscribe': 'One-Click' })],
    ['subscribed again', await pages.post(in_(leave), { subscribe: 'again' })],
    ['refused', await pages.get(in_('/c/abc'))],
  ];
  here.pass(100);
  found.push(['expired', await pages.get(in_(link))]);
  found.push(['fresh link', await pages.post(in_(link), { 'fresh-link': 'send' })]);
  return found;
}

it.each(['es', 'en'] as const)('every page in %s is valid, accessible markup, and small', async (lang) => {
  const said: string[] = [];
  for (const [name, { html, headers }] of await allPages(lang)) {
    const { results } = await validator.validateString(html);
    said.push(
      ...results.flatMap(({ messages }) => messages.map((m) => `${name}: ${m.ruleId}: ${m.message}`)),
    );
    expect(html, name).toContain(`<html lang="${lang}">`);
    expect(headers['content-language'], name).toBe(lang);
    expect(Buffer.byteLength(html), name).toBeLessThan(30_000);
  }
  expect(said).toEqual([]);
});

it('every page may only look as it does and send its own forms back, and is neither kept nor indexed', async () => {
  for (const [name, { headers, html }] of await allPages('es')) {
    expect(headers['content-security-policy'], name).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers, name).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    expect(html, name).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=|https?:/);
  }
});

it('a page stays under 30 kB however much was promised, and the rest is one press away', async () => {
  const here = await testApp();
  await seed(here, [seedling('anapra', { name: '&'.repeat(120) })]);
  const rosa = await person(here, 'rosa', { name: '<'.repeat(200) });
  for (let count = 1; count <= 30; count += 1)
    await promise(here, 'anapra', { action: `${count}:${'"'.repeat(490)}`, responsible: 'rosa' });
  const pages = pagesOf(here);
  const link = await pages.linkFor(rosa);
  const seen = new Set<string>();
  let next: string | undefined = '';
  for (let turns = 0; next !== undefined && turns < 40; turns += 1) {
    const { html }: PageAnswer = await pages.get(`${link}${next}`);
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    for (const [, number = ''] of html.matchAll(/<bdi>(\d+):/g)) seen.add(number);
    next = /href="(\?from=\d+)">Ver los siguientes/.exec(html)?.[1];
  }
  expect(seen.size).toBe(30);
  const note = '"'.repeat(1_000);
  const receipt = await pages.post(link, { commitment: 'anapra.1', answer: 'cannot', note });
  expect(receipt.status).toBe(200);
  expect(Buffer.byteLength(receipt.html)).toBeLessThan(30_000);
});
