import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { largestEvidence } from '../../../domain/file.ts';
import { picture } from '../browser.ts';
import { ana, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
beforeAll(async () => {
  app = await coordinatorsApp();
});

const federal = 'Capacitación de representantes federales';
const key = 'federal-representatives';
const store = '**/local/aws/**';
const pdf = { name: 'Lista.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nlista') };

/** How many pixels of a picture came. */
const wide = (image: { naturalWidth: number }) => image.naturalWidth;

/** A picture as a camera names it. */
const photoOf = async (page: Page) => ({
  name: 'IMG_2041.jpg',
  mimeType: 'image/jpeg',
  buffer: await page.screenshot({ type: 'jpeg' }),
});

/** The document itself, not what takes it away. */
const stored = (place: Page | Locator) => place.getByRole('button', { name: 'Lista.pdf', exact: true });

/** The activity of a locality where a document is to be added, with the form for it open. */
async function formAt(name: string, options = {}) {
  const id = await app.locality(name);
  const page = await app.open(ana, `/localities/${id}`, { viewport: phone, hasTouch: true, ...options });
  const activity = page.locator('.activity', { hasText: federal });
  await activity.locator('summary', { hasText: 'Nota, evidencia y cifras' }).click();
  const choose = activity.getByLabel('Elegir archivos');
  await choose.waitFor({ state: 'attached' });
  return { id, page, activity, choose, save: activity.getByRole('button', { name: 'Guardar' }) };
}

it('a photo and a document are attached, shown small, and open again after a reload', async () => {
  const { id, page, activity, choose, save } = await formAt('Chaveña', { isMobile: true });
  await expect.poll(() => activity.getByText('Tomar una foto').isVisible()).toBe(true);
  await isSound(page, 'a form that takes files');
  await choose.setInputFiles([await photoOf(page), pdf]);
  const titles = activity.getByLabel('Qué documento es');
  await expect.poll(() => titles.count()).toBe(2);
  await titles.first().fill('Foto de la sesión');
  const small = activity.locator('img.thumbnail');
  await expect.poll(() => small.evaluate(wide)).toBe(112);
  await isSound(page, 'a form with files');
  await picture(page, 'evidence-form-360', 'screenshots');
  await save.tap();
  await stored(activity).waitFor();
  await expect
    .poll(async () => (await app.activity(id, key))?.evidence)
    .toMatchObject([
      { title: 'Foto de la sesión', fileId: expect.any(String) },
      { title: 'Lista.pdf', fileId: expect.any(String) },
    ]);

  await page.reload();
  await activity.getByRole('button', { name: 'Foto de la sesión' }).tap();
  const dialog = page.getByRole('dialog');
  const shown = dialog.getByRole('img', { name: 'Foto de la sesión' });
  await expect.poll(() => shown.evaluate(wide)).toBe(phone.width);
  await isSound(page, 'an opened photo');
  await picture(page, 'evidence-photo-360', 'screenshots');
  await page.keyboard.press('Escape');
  await stored(activity).tap();
  await dialog.getByText('Lista.pdf · PDF · 0.1 MB').waitFor();
  const opened = page.context().waitForEvent('response', {
    predicate: (response) => response.url().includes('/local/aws/'),
  });
  await dialog.getByRole('link', { name: 'Abrir el archivo' }).tap();
  const { 'content-disposition': handedOut } = (await opened).headers();
  expect(handedOut).toContain('attachment; filename="Lista.pdf"');
});

it('what is too large, of another kind, or not what its name says is refused before anything is sent', async () => {
  const { page, activity, choose } = await formAt('Galeana', { viewport: desk });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await choose.setInputFiles([
    { name: 'video.mp4', mimeType: 'video/mp4', buffer: Buffer.from('video') },
    { ...pdf, name: 'falso.jpg' },
    { ...pdf, name: 'nada.pdf', buffer: Buffer.alloc(0) },
    { ...pdf, name: 'escaneo.pdf', buffer: Buffer.alloc(largestEvidence + 100_000) },
  ]);
  const told = activity.getByRole('alert');
  await told.getByText('«video.mp4» no se agregó: se aceptan').waitFor();
  await told.getByText('«falso.jpg» no se agregó: su contenido no es').waitFor();
  await told.getByText('«nada.pdf» no se agregó: está vacío').waitFor();
  await told.getByText('«escaneo.pdf» no se agregó: pesa 15.1 MB y caben 15').waitFor();
  expect(sent).toEqual([]);
  await isSound(page, 'refused files');
  await picture(page, 'evidence-refused-1280', 'screenshots');
});

it('a lost network loses neither the file nor what was typed, and an answer that was lost does no harm', async () => {
  const { id, page, activity, choose, save } = await formAt('Anapra');
  await activity.getByLabel('Nota', { exact: true }).fill('Asistieron 12 personas.');
  let tries = 0;
  await page.route(store, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    tries += 1;
    // The first does not get there; the second does, but nobody hears of it.
    if (tries === 2) await route.fetch();
    return tries < 3 ? route.abort('connectionreset') : route.continue();
  });
  await choose.setInputFiles(pdf);
  const again = activity.getByRole('button', { name: 'Intentar de nuevo' });
  for (const attempt of [1, 2]) {
    await activity.getByText('Espera a que haya conexión').waitFor();
    if (attempt === 1) await picture(page, 'evidence-waits-360', 'screenshots');
    await again.tap();
  }
  await activity.getByLabel('Qué documento es').waitFor();
  expect(tries).toBe(3);
  await save.tap();
  await expect
    .poll(() => app.activity(id, key))
    .toMatchObject({ note: 'Asistieron 12 personas.', evidence: [{ title: 'Lista.pdf' }] });
});

it('without a network files wait in sight, and the note is kept and sent without them', async () => {
  const { id, page, activity, choose, save } = await formAt('Altavista');
  await page.context().setOffline(true);
  await activity.getByText('Sin conexión los archivos esperan').waitFor();
  await choose.setInputFiles(pdf);
  await activity.getByText('No cierre esta página').waitFor();
  await isSound(page, 'a file that waits');
  await activity.getByLabel('Nota', { exact: true }).fill('Sin señal.');
  await save.tap();
  await page.getByRole('button', { name: '1 cambio en espera' }).waitFor();
  await expect.poll(() => activity.getByText('No cierre esta página').isVisible()).toBe(true);
  await page.context().setOffline(false);
  await activity.getByLabel('Qué documento es').waitFor({ timeout: 60_000 });
  await expect.poll(async () => (await app.activity(id, key))?.note, { timeout: 60_000 }).toBe('Sin señal.');
  await save.tap();
  await expect
    .poll(() => app.activity(id, key))
    .toMatchObject({ note: 'Sin señal.', evidence: [{ title: 'Lista.pdf' }] });
});

it('a save waits for what is being sent, which can be called off', async () => {
  const { id, page, activity, choose, save } = await formAt('Oasis');
  const gate = Promise.withResolvers<void>();
  await page.route(store, async (route) => {
    if (route.request().url().includes('Signature') && route.request().method() === 'PUT') await gate.promise;
    await route.continue().catch((error: Error) => expect(error.message).toContain('route'));
  });
  await choose.setInputFiles([pdf, { ...pdf, name: 'Otra.pdf' }]);
  await activity.getByRole('progressbar', { name: 'Se sube «Lista.pdf»' }).waitFor();
  await activity.getByText('Espera su turno').waitFor();
  await activity.getByRole('button', { name: /^Cancelar.*Lista/ }).tap();
  await activity.getByRole('progressbar', { name: 'Se sube «Lista.pdf»' }).waitFor({ state: 'detached' });
  await save.tap();
  await activity.getByRole('button', { name: 'Se guarda al terminar de subir' }).waitFor();
  await picture(page, 'evidence-sending-360', 'screenshots');
  expect((await app.activity(id, key))?.evidence).toEqual([]);
  gate.resolve();
  await expect
    .poll(async () => (await app.activity(id, key))?.evidence)
    .toMatchObject([{ title: 'Otra.pdf' }]);
});

it('a file that is dropped beside where files are chosen does not lead away from the page', async () => {
  const { page, activity, choose } = await formAt('Salvárcar', { viewport: desk, hasTouch: false });
  const file = join(mkdtempSync(join(tmpdir(), 'etapas-')), pdf.name);
  writeFileSync(file, pdf.buffer);
  const devtools = await page.context().newCDPSession(page);
  const dropOn = async (place: Locator) => {
    await place.scrollIntoViewIfNeeded();
    const { x, y } = (await place.boundingBox()) ?? { x: 0, y: 0 };
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: x + 8, y: y + 8, data });
  };
  await dropOn(activity.getByLabel('Nota', { exact: true }));
  await dropOn(page.locator('main h1'));
  await dropOn(choose);
  await activity.getByLabel('Qué documento es').waitFor();
  expect(page.context().pages()).toEqual([page]);
});

it('who may only look opens documents too, and is given no way to add one', async () => {
  const { id, activity, choose, save } = await formAt('Riberas');
  await choose.setInputFiles(pdf);
  await activity.getByLabel('Qué documento es').waitFor();
  await save.tap();
  await stored(activity).waitFor();
  const page = await app.open(viewer, `/localities/${id}`);
  await stored(page).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Abrir el archivo' }).waitFor();
  await expect.poll(() => page.getByLabel('Elegir archivos').count()).toBe(0);
});

it('days are counted from the municipality’s own, whatever this device believes', async () => {
  const id = await app.locality('Zaragoza');
  const page = await app.open(ana, '/');
  const due = async () => {
    await page.goto(`${app.url}/localities/${id}`);
    return page
      .locator('.gate')
      .getByText(/^Vence /)
      .innerText();
  };
  const said = await due();
  await page.clock.setFixedTime(Date.now() + 10 * 24 * 3_600_000);
  expect(await due()).toBe(said);
});
