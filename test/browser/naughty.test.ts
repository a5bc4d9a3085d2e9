import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Pages, pagesOf, publicUrl } from '../links/pages.ts';
import { naughty } from '../support/corpora.ts';
import { person, promise } from '../support/people.ts';
import { sweptAndSent } from '../support/reminders.ts';
import { seed, seedling } from '../support/seed.ts';
import { without } from '../support/shared-data.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { sharedBrowser } from './browser.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off' },
});

/** The worst of them: whatever a browser could take for markup, an address or an instruction. */
const worst = () => [...new Set(naughty().filter((text) => /[<>`]|script|alert|onerror|href/i.test(text)))];
const controls = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u;

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

/** A page of a browser that notes whatever runs, asks or loads. */
async function watched(): Promise<{ context: BrowserContext; page: Page; seen: string[] }> {
  const context = await browser.newContext({ locale: 'es-MX' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const seen: string[] = [];
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('console', (message) => seen.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(publicUrl)) seen.push(`request: ${request.url()}`);
  });
  return { context, page, seen };
}

/** Whatever in a document runs, loads or leads somewhere by itself; evaluated in the page. */
const active = `[...document.querySelectorAll('*')].flatMap((element) => [
  ...(element.matches('script, img, iframe, object, embed, svg, math, video, audio, base, link') ? [element.outerHTML] : []),
  ...[...element.attributes]
    .filter(({ name, value }) => /^on/i.test(name) || /^\\s*(javascript|data|vbscript):/i.test(value))
    .map(({ name, value }) => name + '=' + value),
])`;

async function markupOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

/** A person whose promises, name and place are what others thought up to break programs. */
async function scene(): Promise<{ here: TestApp; pages: Pages; link: string; texts: string[] }> {
  const here = await testApp();
  const texts = worst().filter((text) => !controls.test(text));
  await seed(here, [seedling('anapra', { name: '<script>alert("lugar")</script>' })]);
  const rosa = await person(here, 'rosa', { name: '"><svg onload=alert("nombre")>' });
  for (const action of texts)
    await promise(here, 'anapra', { action: action.trim(), responsible: 'rosa', dueOn: '2026-01-13' });
  const pages = pagesOf(here);
  return { here, pages, link: await pages.linkFor(rosa), texts };
}

describe(`in a real browser, the worst strings${without('corpora/naughty-strings')}`, () => {
  // Without the policy, what is escaped badly would run: it is the second wall, not the first.
  it.each([
    ['as they are sent', true],
    ['even without their content security policy', false],
  ])('run nothing on the pages of a link, %s', async (_, policed) => {
    const { pages, link, texts } = await scene();
    const { context, page, seen } = await watched();
    await context.route(`${publicUrl}/**`, async (route) => {
      const { status, headers, html } = await pages.get(route.request().url());
      const { 'content-security-policy': policy = '', ...others } = headers;
      const sent = policed ? { ...others, 'content-security-policy': policy } : others;
      await route.fulfill({ status, headers: sent, body: html });
    });
    const shown: string[] = [];
    for (let address: string | undefined = link; address; ) {
      await page.goto(address);
      shown.push(...(await page.locator('article h2').allTextContents()));
      expect(await page.evaluate(active)).toEqual([]);
      if (policed) expect(await markupOf(await page.content())).toEqual([]);
      const more = page.getByRole('link', { name: 'Ver los siguientes' });
      const next: string[] = await more.evaluateAll((links: { href: string }[]) =>
        links.map(({ href }) => href),
      );
      address = next[0];
    }
    expect(shown).toEqual(texts.map((text) => text.trim()));
    for (const [at, note] of texts.entries()) {
      if (at % 10 > 0) continue;
      const receipt = await pages.post(link, { commitment: 'anapra.1', answer: 'cannot', note });
      expect(receipt.status).toBe(200);
      await page.goto(`${link}?receipt=anapra.1`);
      expect(await page.locator('blockquote').textContent()).toBe(note.trim());
      expect(await page.evaluate(active)).toEqual([]);
      expect(await markupOf(receipt.html)).toEqual([]);
    }
    expect(seen).toEqual([]);
  });

  it('are noticed where they do run', async () => {
    const { page, seen } = await watched();
    await page.setContent('<p>x</p><img src=x onerror=alert(1)>');
    await expect.poll(() => seen).toContain('dialog: 1');
    expect(await page.evaluate(active)).toHaveLength(2);
  });

  it('run nothing in a mail', async () => {
    const { here } = await scene();
    const bodies: { html: string; lines: number }[] = [];
    here.mailer.send = async (_, { html }, tag) => {
      // To who promised it all, and to the staff, who are told of fewer.
      bodies.push({ html, lines: tag.startsWith('staff_') ? 10 : 25 });
      return { outcome: 'sent', messageId: 'ses-1' };
    };
    await sweptAndSent(here);
    const { page, seen } = await watched();
    expect(new Set(bodies.map(({ lines }) => lines))).toEqual(new Set([10, 25]));
    for (const { html, lines } of bodies) {
      await page.setContent(html);
      expect(await page.evaluate(active)).toEqual([]);
      expect(await page.locator('li').count()).toBe(lines);
    }
    expect(seen).toEqual([]);
  });
});
