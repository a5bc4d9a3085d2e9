import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { picture } from '../browser.ts';
import { ana, approver, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone } from './app.ts';

let app: CoordinatorsApp;
let open: string;
let inReview: string;
beforeAll(async () => {
  app = await coordinatorsApp();
  open = await app.locality('Chaveña');
  inReview = await app.locality('Altavista');
  await app.walk.complete(inReview, await app.walk.gate(inReview));
  await app.walk.review(inReview, undefined, 'Listo para su revisión.');
});

const looks: [string, BrowserContextOptions][] = [
  ['360-light', { viewport: phone, colorScheme: 'light' }],
  ['360-dark-en', { viewport: phone, colorScheme: 'dark', locale: 'en-US' }],
  ['1280-light-en', { viewport: desk, colorScheme: 'light', locale: 'en-US' }],
  ['1280-dark', { viewport: desk, colorScheme: 'dark' }],
];

it.each(looks)('at %s every screen is accessible, fits its width, and can be hit', async (name, options) => {
  const page = await app.open(approver, '/', options);
  const look = async (what: string) => {
    await isSound(page, what);
    await picture(page, `${what}-${name}`, 'screenshots');
  };
  await page.getByRole('article').first().waitFor();
  await look('today');
  await page.getByRole('navigation').first().getByRole('link').nth(1).click();
  await page.getByRole('link', { name: 'Chaveña' }).waitFor();
  await look('localities');
  await page.getByRole('link', { name: 'Chaveña' }).click();
  await page.locator('.gate').waitFor();
  await page.locator('.activity details summary').first().click();
  await look('locality');
  await page.locator('.gate').getByRole('button').first().click();
  await look('override');
  await page.keyboard.press('Escape');
  await page.locator('.stage-line a').nth(1).click();
  await page.locator('.dotted').waitFor();
  await look('stage-ahead');
  await page.goto(`${app.url}/localities/${inReview}`);
  await page.locator('.gate button.main').click();
  await look('decision');
  await page.goto(`${app.url}/nowhere`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('not-found');
});

it('at 320 pixels, which is 1280 at 400 %, nothing is cut off', async () => {
  const page = await app.open(ana, `/localities/${open}`, { viewport: { width: 320, height: 640 } });
  await page.locator('.gate').waitFor();
  await isSound(page, 'locality');
});

const focused = (page: Page) => page.evaluate('document.activeElement.textContent.trim()');

/** Presses Tab until what has this text has the focus, which can be seen. */
async function tabTo(page: Page, text: RegExp) {
  for (let presses = 0; presses < 60 && !text.test(String(await focused(page))); presses += 1)
    await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toMatch(text);
  await expect
    .poll(() => page.evaluate('getComputedStyle(document.activeElement).outlineStyle'))
    .toBe('solid');
}

it('the keyboard alone leads from Today through an activity to a decision', async () => {
  const page = await app.open(approver);
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Ir al contenido');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Ver la revisión: Altavista/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Altavista' }).waitFor();
  // The title of the new screen is where the keyboard goes on from.
  await expect.poll(() => focused(page)).toBe('Altavista');
  await page.getByRole('button', { name: 'Decidir' }).waitFor();
  await tabTo(page, /^Decidir$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  // Closed without a decision, and back where it was opened.
  await expect.poll(() => focused(page)).toBe('Decidir');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Se cumplen los criterios.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Focalización territorial' }).waitFor();
});

it('the first screen asks for nothing of anybody else, and for less than 200 kB of script', async () => {
  const page = await app.open(ana);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await client.send('Network.setBypassServiceWorker', { bypass: true });
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Hoy' }).waitFor();
  await expect.poll(() => page.getByText('En cifras').count()).toBe(1);
  expect([...new Set(asked)]).toEqual([app.url]);
  const bytes = await page.evaluate(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(200_000);
});
