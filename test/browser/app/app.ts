import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { apiClient, type Person } from '../../../local/api-client.ts';
import { walkthrough } from '../../../local/walkthrough.ts';
import { dataFolder, startEtapas } from '../../support/etapas-process.ts';
import { openBrowser } from '../browser.ts';

export const ana: Person = { user: 'ana.lopez@juarez.example', role: 'coordinator' };
export const luis: Person = { user: 'luis.ortega@juarez.example', role: 'coordinator' };
export const approver: Person = { user: 'direccion@juarez.example', role: 'administrator' };
export const viewer: Person = { user: 'consulta@juarez.example', role: 'viewer' };

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

const Stages = z.object({
  items: z.array(
    z.object({
      stage: z.string(),
      visits: z.array(
        z.object({
          activities: z.array(
            z.looseObject({
              key: z.string(),
              status: z.string(),
              version: z.number(),
              note: z.string().optional(),
              evidence: z.array(z.looseObject({ title: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A running machine without an example, and a browser to look at it with. */
export async function coordinatorsApp() {
  const [browser, etapas] = await Promise.all([
    openBrowser(),
    startEtapas('--port', '0', '--data', dataFolder(), '--empty'),
  ]);
  const { url } = etapas;
  const api = apiClient(url);
  const walk = walkthrough(api, { coordinator: ana, approver });
  const path = (id: string) => `/api/localities/${id}/stages`;
  return {
    url,
    api,
    walk,
    /** A locality of Ana's in the first stage of a programme, which is open. */
    async locality(name: string, programme = 'convivir-mejor') {
      const { id } = await walk.begin(name, programme, { population: 4_960 });
      await vi.waitFor(async () => expect((await walk.locality(id)).current).not.toEqual([]), 20_000);
      return id;
    },
    /** What is recorded of an activity at the first visit of its stage. */
    async activity(id: string, key: string) {
      const { items } = await api.as(ana)(Stages, 'GET', path(id));
      return items
        .flatMap(({ visits }) => visits)
        .flatMap(({ activities }) => activities)
        .find((one) => one.key === key);
    },
    /** Somebody signed in, in a browser of their own that forgets everything with the test. */
    open: (person: Person, at = '/', options: BrowserContextOptions = {}) =>
      openAs(browser, url, person, at, options),
    async stop() {
      await browser.close();
      await etapas.stop();
    },
  };
}
export type CoordinatorsApp = Awaited<ReturnType<typeof coordinatorsApp>>;

async function openAs(
  browser: Browser,
  url: string,
  person: Person,
  at: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-MX', viewport: desk, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const isSpanish = (options.locale ?? 'es').startsWith('es');
  // Whatever the policy of the page refuses, or the app did not expect, fails the test.
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
  });
  onTestFinished(() => expect(faults).toEqual([]));
  await page.goto(url + at);
  await page.getByRole('button', { name: isSpanish ? 'Entrar' : 'Sign in' }).click();
  await signInAs(page, person);
  await page.locator('main h1').waitFor();
  return page;
}

/** The page of the provider: somebody says who they are. */
export async function signInAs(page: Page, { user, role }: Person): Promise<void> {
  const form = page.locator('form', { has: page.locator('select') });
  await form.locator('input[name=user]').fill(user);
  await form.locator('select').selectOption(role);
  await form.locator('button').click();
}

/** Nothing that WCAG or good practice has rules for is wrong, nothing sticks out, everything can be hit. */
export async function isSound(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), what).toBe(true);
  for (const target of await page.locator('a, button, summary, input, select, textarea').all()) {
    const box = await target.boundingBox();
    if (box && box.width > 1)
      expect(Math.min(box.height, box.width), `${what}: ${await target.innerText()}`).toBeGreaterThanOrEqual(
        24,
      );
  }
}
