import type { Browser, BrowserContextOptions } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { checkPath } from '../../domain/history-head.ts';
import { pagesOf, publicUrl } from '../links/pages.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { testApp } from '../support/test-app.ts';
import { begin, pass, survey } from '../support/walk.ts';
import { picture, sharedBrowser } from './browser.ts';
import { expectSound } from './sound.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

const looks: [string, BrowserContextOptions][] = [
  ['320-light', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
  ['320-dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['1280-light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['1280-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
];

it.each(looks)(
  'at %s the public page is accessible, fits its width and asks for nothing more',
  async (name, options) => {
    const here = await testApp({ publish: true });
    const id = await begin(here, 'convivir-mejor', 'Fraccionamiento Riberas del Bravo, etapa VII');
    await pass(here, id);
    const rosa = await stakeholderOf(here, id);
    await commitmentOf(here, id, { responsible: rosa.id, status: 'fulfilled' });
    await commitmentOf(here, id);
    await survey(here, id, 'baseline');
    await survey(here, id, 'follow-up');
    const pages = pagesOf(here);
    const { revision, headHash } = await here.api.localities.get(id);
    const head = { locality: id, seq: revision, hash: headHash };
    const context = await browser.newContext({ locale: 'es-MX', javaScriptEnabled: true, ...options });
    onTestFinished(() => context.close());
    const asked: string[] = [];
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      asked.push(url);
      const { status, headers, html } = await pages.get(url);
      await route.fulfill({ status, headers, body: html });
    });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    for (const [what, address, title] of [
      ['public', `/p/${id}`, 'Fraccionamiento Riberas del Bravo, etapa VII'],
      ['not-published', '/p/nowhere', 'No encontramos esta página'],
      ['checked', checkPath(head), 'La huella está en el historial'],
      ['not-checked', checkPath({ ...head, hash: 'f'.repeat(64) }), 'La huella no está en el historial'],
    ] as const) {
      asked.length = 0;
      await page.goto(`${publicUrl}${address}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await expectSound(page, what, { selector: 'a, button', least: 44 });
      expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([`${publicUrl}${address}`]);
      await picture(page, `${what}-${name}`);
    }
    // A page that is not there is told of in the console; its style and all else must pass its policy.
    expect(trouble.filter((text) => !text.includes('404'))).toEqual([]);
    await page.goto(`${publicUrl}/p/${id}`);
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByRole('heading', { level: 2, name: 'Commitments by sector' }).waitFor();
  },
);
