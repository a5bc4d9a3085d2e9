import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { apiClient, type Person } from '../../../local/api-client.ts';
import { walkthrough } from '../../../local/walkthrough.ts';
import { sharedBrowser } from '../browser.ts';
import { emptied } from '../emptied.ts';
import { machineOfWorker } from '../machines.ts';
import { expectSound } from '../sound.ts';
import { knownSession, rememberSession } from './sessions.ts';

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

/** A running machine with nothing recorded in it, and a browser to look at it with; other suites have used both. */
export async function coordinatorsApp() {
  const [browser, url] = await Promise.all([sharedBrowser(), machineOfWorker()]);
  await emptied(url);
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
      await vi.waitFor(async () => expect((await walk.locality(id)).current).not.toEqual([]), 60_000);
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
  const session = knownSession(url, person);
  const context = await browser.newContext({
    locale: 'es-MX',
    viewport: desk,
    storageState: session?.storage,
    // It loads every file of the app once more: only where it is what a test is about.
    serviceWorkers: 'block',
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  // Whatever the policy of the page refuses, or the app did not expect, fails the test.
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  // What React recovered from is an error whose message says nothing; its cause does.
  await page.addInitScript(
    "addEventListener('error', ({ error }) => error?.cause && console.error('Caused by', error.cause.stack))",
  );
  page.on('console', (line) => {
    if (/Content Security Policy|^Caused by/i.test(line.text())) faults.push(line.text());
  });
  onTestFinished(() => expect(faults).toEqual([]));
  if (session) await page.addInitScript(session.resume);
  await page.goto(url + at);
  if (!session) {
    const isSpanish = (options.locale ?? 'es').startsWith('es');
    await page.getByRole('button', { name: isSpanish ? 'Entrar' : 'Sign in' }).click();
    await signInAs(page, person);
  }
  await page.locator('main h1').waitFor();
  if (!session) await rememberSession(url, person, page);
  return page;
}

/** The page of the provider: somebody says who they are. */
export async function signInAs(page: Page, { user, role }: Person): Promise<void> {
  const form = page.locator('form', { has: page.locator('select') });
  await form.locator('input[name=user]').fill(user);
  await form.locator('select').selectOption(role);
  await form.locator('button').click();
}

/** The page is accessible, fits its width, and everything on it can be hit. */
export const isSound = (page: Page, what: string): Promise<void> =>
  expectSound(page, what, { selector: 'a, button, summary, input, select, textarea', least: 24 });

const Seen = z.object({
  clientState: z.object({
    queries: z.array(
      z.object({ queryKey: z.tuple([z.string()]).rest(z.unknown()), state: z.object({ data: z.unknown() }) }),
    ),
  }),
});

/** Whatever the app has written down in this browser under a name, as text; read without disturbing it. */
const keptAs = (name: string) => `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('etapas-')) continue;
    const database = await done(indexedDB.open(name));
    try {
      const value = await done(database.transaction('kept').objectStore('kept').get(${JSON.stringify(name)}));
      if (value !== undefined) return typeof value === 'string' ? value : JSON.stringify(value);
    } finally {
      database.close();
    }
  }
  return '';
})()`;

/** Waits until the bench of a targeting with this on it is written down, so that it outlives the page. */
export const benchIsKept = (page: Page, part: string): Promise<void> =>
  expect.poll(() => page.evaluate(keptAs('targeting'))).toContain(part);

/** Waits until these answers of the interface, by route, are written down, to be shown without a network. */
export async function answersAreKept(page: Page, answers: Record<string, unknown>): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  const seen = async () => {
    const text = z.string().parse(await page.evaluate(keptAs('seen')));
    const { queries } = text ? Seen.parse(JSON.parse(text)).clientState : { queries: [] };
    return Object.fromEntries(queries.map(({ queryKey: [route], state }) => [route, state.data]));
  };
  await expect.poll(seen).toMatchObject(answers);
}
