import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { picture } from '../browser.ts';
import { ana, approver, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
let place: string;
const Made = z.looseObject({ id: z.string(), version: z.number() });
const person = (name: string, some: object = {}) =>
  app.api.as(ana)(Made, 'POST', '/api/stakeholders', {
    name,
    sector: 'school',
    localities: [place],
    ...some,
  });
beforeAll(async () => {
  app = await coordinatorsApp();
  // Who is told of everything as it happens: so the history has a mail to tell of.
  await app.api.as(approver)(z.unknown(), 'PUT', '/api/me', { mails: 'at-once' }, { 'if-match': '"0"' });
  place = await app.locality('Chaveña');
  const { id: responsible } = await person('Rosa Pérez', {
    email: 'rosa@example.org',
    organization: 'Escuela Primaria 12',
  });
  await person('Mesa directiva de vecinos', { sector: 'community', level: 'community' });
  const promised = { responsible, dueOn: '2026-01-05', budget: { amount: 12_500 }, policyArea: 'health' };
  const path = `/api/localities/${place}/commitments`;
  await app.api.as(ana)(Made, 'POST', path, { action: 'Abrir la cancha los sábados', ...promised });
  await app.api.as(ana)(Made, 'POST', path, {
    action: 'Pintar el kiosco',
    progress: 40,
    status: 'in-progress',
  });
});

it('somebody is found, corrected, and told in person from then on', async () => {
  await person('Luz Ávila', { email: 'luz@example.org' });
  const page = await app.open(ana, '/people');
  await page.getByLabel('Buscar por nombre').fill('avila');
  await page.getByText('1 persona', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Luz Ávila' }).click();
  await page.getByText('Se le escribe por correo').waitFor();
  await page.getByRole('button', { name: 'Editar' }).click();
  const form = page.getByRole('form', { name: 'Editar los datos' });
  await form.getByLabel('Correo electrónico').fill('');
  await form.getByText('los enlaces que ya se le enviaron dejan de servir').waitFor();
  await form.getByLabel('Cómo lo aceptó').fill('De palabra');
  await form.getByRole('button', { name: 'Guardar' }).click();
  await form.getByText('Escriba la fecha y cómo lo aceptó').waitFor();
  await form.getByLabel('Cómo lo aceptó').fill('');
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Sin correo: avisar en persona').waitFor();
  await page.goBack();
  await expect.poll(() => page.getByLabel('Buscar por nombre').inputValue()).toBe('avila');
});

it('all that is kept of somebody is handed over, and then erased for good', async () => {
  const { id } = await person('Beto Ruiz', { email: 'beto@example.org' });
  const page = await app.open(approver, `/people/${id}`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar todo lo que se guarda' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`etapas-${id}.json`);
  const kept: unknown = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(kept).toMatchObject({ stakeholder: { email: 'beto@example.org' } });
  await page.getByRole('button', { name: 'Borrar sus datos' }).click();
  const dialog = page.getByRole('dialog', { name: '¿Borrar los datos de Beto Ruiz?' });
  await dialog
    .getByText(
      'Lo que prometió se conserva sin su nombre; lo que estaba pendiente se queda sin responsable, y será una tarea.',
    )
    .waitFor();
  await dialog.getByRole('button', { name: 'Borrar los datos' }).click();
  await dialog.getByText('Confirme que lo entiende.').waitFor();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Borrar los datos' }).click();
  await page.getByRole('heading', { level: 1, name: 'Persona con datos borrados' }).waitFor();
  await expect.poll(() => page.getByText('beto@example.org').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Borrar sus datos' }).count()).toBe(0);
});

it('who only looks sees neither addresses nor what could be changed', async () => {
  const page = await app.open(viewer, `/localities/${place}/people`);
  await page.getByRole('link', { name: 'Rosa Pérez' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rosa Pérez' }).waitFor();
  await page.getByText('Abrir la cancha los sábados').waitFor();
  await expect.poll(() => page.getByText('rosa@example.org').count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: 'Editar' }).count()).toBe(0);
});

it('the history is told in sentences, by kind, with what proves each of them', async () => {
  const page = await app.open(ana, `/localities/${place}/history`);
  await page.getByText('Agregó el compromiso «Pintar el kiosco».').waitFor();
  await page.getByText('Dio de alta la localidad en el programa «Convivir Mejor».').waitFor();
  await page.getByLabel('Mostrar').selectOption('Correos');
  await page.getByText('el aviso de etapa abierta a direccion.').first().waitFor();
  await expect.poll(() => page.getByText('Agregó el compromiso').count()).toBe(0);
  await expect.poll(() => page.url()).toContain('kind=mail');
  const entry = page.getByRole('listitem').filter({ hasText: 'aviso de etapa abierta' }).first();
  await entry.getByText('Huella y registro completo').click();
  await entry
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .waitFor();
});

const looks: [string, BrowserContextOptions][] = [
  ['360-light', { viewport: phone, colorScheme: 'light' }],
  ['1280-dark-en', { viewport: desk, colorScheme: 'dark', locale: 'en-US' }],
];

it.each(looks)(
  'at %s commitments, people and history are accessible, fit their width, and can be hit',
  async (name, options) => {
    const page = await app.open(approver, `/localities/${place}/matrix`, options);
    // Dark colours are those of the same few parts everywhere.
    const isDark = options.colorScheme === 'dark';
    const look = async (what: string) => {
      if (!isDark || ['matrix', 'commitment', 'person'].includes(what)) await isSound(page, what);
      await picture(page, `${what}-${name}`, 'screenshots');
    };
    await page.getByRole('heading', { name: 'Pintar el kiosco' }).waitFor();
    await look('matrix');
    await page.locator('.commitment .edit').first().click();
    await page.locator('.commitment-form').waitFor();
    await look('commitment');
    await page.goto(`${app.url}/localities/${place}/matrix/import`);
    await page.locator('.import summary').first().click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'matriz.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('action,responsible\nPodar,Nadie\n'),
    });
    await page.getByRole('row').filter({ hasText: '2' }).last().waitFor();
    await look('import');
    await page.goto(`${app.url}/localities/${place}/people`);
    await page.getByRole('link', { name: 'Rosa Pérez' }).waitFor();
    await look('people');
    await page.getByRole('link', { name: 'Rosa Pérez' }).click();
    await page.locator('.particulars').waitFor();
    await look('person');
    await page.locator('button.grave').click();
    await look('erase');
    await page.keyboard.press('Escape');
    await page.locator('.card button').first().click();
    await look('person-edit');
    await page.goto(`${app.url}/localities/${place}/history`);
    await page.locator('.entry summary').first().click();
    await look('history');
  },
);
