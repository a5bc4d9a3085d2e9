import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { picture } from '../browser.ts';
import { ana, answersAreKept, approver, type CoordinatorsApp, coordinatorsApp, phone } from './app.ts';

let app: CoordinatorsApp;
beforeAll(async () => {
  app = await coordinatorsApp();
});

const federal = 'Capacitación de representantes federales';
const path = (id: string) =>
  `/api/localities/${id}/stages/capacity-building/activities/federal-representatives`;

/** Ana's phone at a locality, with the app kept on it. */
async function phoneAt(name: string) {
  const id = await app.locality(name);
  const page = await app.open(ana, `/localities/${id}`, {
    viewport: phone,
    hasTouch: true,
    serviceWorkers: 'allow',
  });
  await page.getByText('Faltan 4 cosas').waitFor();
  await answersAreKept(page, {
    'GET /api/me': {},
    'GET /api/programmes/{programme}': {},
    'GET /api/localities/{id}': { id },
    'GET /api/localities/{id}/stages': {
      items: expect.arrayContaining([expect.objectContaining({ stage: 'capacity-building' })]),
    },
    'GET /api/localities/{id}/gate': { stage: 'capacity-building' },
  });
  return { id, page, context: page.context() };
}

it('without a network the app opens with what was seen last, and a record waits until it can be sent', async () => {
  const { id, page, context } = await phoneAt('Chaveña');
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Faltan 4 cosas').waitFor();
  await page.getByText('Está viendo lo último que se cargó').waitFor();
  await page.getByRole('checkbox', { name: federal }).check();
  await page.getByText('se guardó en este dispositivo').waitFor();
  const activity = page.locator('.activity', { hasText: federal });
  await activity.getByText('Nota, evidencia y cifras').tap();
  await activity.getByLabel('Nota', { exact: true }).fill('Sin señal en el centro comunitario.');
  await activity.getByRole('button', { name: 'Guardar' }).tap();
  await page.getByRole('button', { name: '1 cambio en espera' }).tap();
  await page.getByRole('dialog').getByText(federal).waitFor();
  await picture(page, 'offline-360', 'screenshots');
  await page.keyboard.press('Escape');
  expect((await app.activity(id, 'federal-representatives'))?.status).toBe('open');

  // The phone is switched off and on in between.
  await page.reload();
  await page.getByRole('button', { name: '1 cambio en espera' }).waitFor();
  await expect.poll(() => page.getByRole('checkbox', { name: federal }).isChecked()).toBe(true);
  await context.setOffline(false);
  await expect
    .poll(() => app.activity(id, 'federal-representatives'), { timeout: 60_000 })
    .toMatchObject({ status: 'done', note: 'Sin señal en el centro comunitario.' });
  await expect.poll(() => page.getByRole('button', { name: /en espera/ }).count()).toBe(0);
});

it('an answer that is lost on the way is asked for again, and what it was about is done once', async () => {
  const { id, page, context } = await phoneAt('Anapra');
  let sent = 0;
  await context.route(`**${path(id)}`, async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.getByRole('checkbox', { name: federal }).check();
  await expect.poll(() => sent, { timeout: 60_000 }).toBe(2);
  await expect.poll(() => page.getByRole('button', { name: /en espera/ }).count()).toBe(0);
  const History = z.object({ items: z.array(z.object({ action: z.string() })) });
  const { items } = await app.api.as(ana)(History, 'GET', `/api/localities/${id}/history`);
  expect(items.filter(({ action }) => action === 'activity-recorded')).toHaveLength(1);
});

it('what somebody else changed meanwhile is shown beside one’s own, and the person settles it', async () => {
  const { id, page, context } = await phoneAt('Galeana');
  await context.setOffline(true);
  await page.getByRole('checkbox', { name: federal }).check();
  await page.getByRole('button', { name: '1 cambio en espera' }).waitFor();
  const { version } = await app.walk.gate(id);
  const theirs = { status: 'not-applicable', note: 'Ya la dio el estado.' };
  await app.api.as(approver)(z.unknown(), 'PUT', path(id), theirs, { 'if-match': `"${version}"` });
  await context.setOffline(false);
  await page.getByRole('button', { name: '1 cambio por resolver' }).tap({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Otra persona lo cambió entretanto').waitFor();
  await dialog.getByText('«Ya la dio el estado.»').waitFor();
  await picture(page, 'conflict-360', 'screenshots');
  await dialog.getByRole('button', { name: 'Guardar lo mío' }).tap();
  await dialog.getByText('Todo está enviado.').waitFor();
  expect((await app.activity(id, 'federal-representatives'))?.status).toBe('done');
});

it('nobody is signed out by a lost network: who opens the app without one sees what they saw last', async () => {
  const { id, page, context } = await phoneAt('Altavista');
  await context.setOffline(true);
  // A new tab has no session of its own.
  const other = await context.newPage();
  await other.goto(`${app.url}/localities/${id}`);
  await other.getByRole('heading', { level: 1, name: 'Altavista' }).waitFor();
  await other.getByText('Faltan 4 cosas').waitFor();
  await other.getByText('Sin conexión', { exact: true }).waitFor();
  await page.close();
});
