import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { picture } from '../browser.ts';
import { ana, approver, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
let place: string;
const Plan = z.object({ lines: z.array(z.looseObject({ name: z.string(), done: z.number() })) });
const lines = async (locality?: string) =>
  (await app.api.as(approver)(Plan, 'GET', `/api/plan${locality ? `?locality=${locality}` : ''}`)).lines;
beforeAll(async () => {
  app = await coordinatorsApp();
  place = await app.locality('Chaveña');
  const line = {
    locality: place,
    name: 'Atención a víctimas',
    unit: 'servicios',
    from: '2025-01-01',
    to: '2030-12-31',
    target: 14_000,
    breakdown: [{ key: 'tipo', values: ['legal', 'psicológica'] }],
  };
  await app.api.as(ana)(z.unknown(), 'POST', '/api/plan/lines', line);
});

it('a coordinator adds a line on a phone, and enters what was done', async () => {
  const page = await app.open(ana, `/localities/${place}/plan`, { viewport: phone });
  await page.getByRole('heading', { name: 'Atención a víctimas' }).waitFor();
  await page.getByRole('button', { name: 'Agregar línea' }).click();
  const form = page.getByRole('form', { name: 'Nueva línea de acción' });
  await form.getByRole('button', { name: 'Guardar' }).click();
  await form.getByText('Escriba qué se hará').waitFor();
  await form.getByLabel('Qué se hará').fill('Talleres de crianza');
  await form.getByLabel('Unidad').fill('talleres');
  await form.getByLabel('Meta').fill('40');
  await form.getByLabel('Desde').fill('2025-01-01');
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Se agregó «Talleres de crianza».').waitFor();
  const card = page.getByRole('article', { name: 'Talleres de crianza' });
  await card.getByText('Falta definir: objetivo, responsable y presupuesto.').waitFor();
  await card.getByRole('button', { name: 'Registrar avance' }).click();
  const entry = page.getByRole('form', { name: 'Registrar avance de «Talleres de crianza»' });
  await entry.getByLabel('Cantidad (talleres)').fill('tres');
  await entry.getByRole('button', { name: 'Guardar' }).click();
  await entry.getByText('Escriba un número de 0 en adelante').waitFor();
  await entry.getByLabel('Cantidad (talleres)').fill('3');
  await entry.getByRole('button', { name: 'Guardar' }).click();
  await card.getByText('3 de 40 talleres').waitFor();
  expect(await lines(place)).toContainEqual(
    expect.objectContaining({ name: 'Talleres de crianza', done: 3 }),
  );
});

it('what is typed survives a reload, and a refusal of the interface is told', async () => {
  const page = await app.open(ana, `/localities/${place}/plan`);
  const card = page.getByRole('article', { name: 'Atención a víctimas' });
  await card.getByRole('button', { name: 'Registrar avance' }).click();
  await card.getByLabel('Cantidad (servicios)').fill('1.5');
  await card.getByLabel('tipo').selectOption('legal');
  await page.reload();
  expect(await card.getByLabel('Cantidad (servicios)').inputValue()).toBe('1.5');
  await card.getByRole('button', { name: 'Guardar' }).click();
  await card.getByRole('alert').waitFor();
  await card.getByLabel('Cantidad (servicios)').fill('1,200');
  await card.getByRole('button', { name: 'Guardar' }).click();
  await card.getByText('1,200 de 14,000 servicios').waitFor();
});

it('the plan of the municipality is changed by administrators, and read by all', async () => {
  const page = await app.open(approver, '/plan');
  await page.getByText('Todavía no hay líneas de acción.').waitFor();
  await page.getByRole('button', { name: 'Agregar línea' }).click();
  await page.getByLabel('Qué se hará').fill('Ferias de salud');
  await page.getByLabel('Unidad').fill('ferias');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('article', { name: 'Ferias de salud' }).waitFor();
  for (const who of [ana, viewer]) {
    const other = await app.open(who, '/plan');
    await other.getByRole('article', { name: 'Ferias de salud' }).waitFor();
    expect(await other.getByRole('button', { name: /Agregar línea|Registrar avance/ }).count()).toBe(0);
  }
});

const looks: [string, BrowserContextOptions][] = [
  ['360-light', { viewport: phone, colorScheme: 'light' }],
  ['1280-dark-en', { viewport: desk, colorScheme: 'dark', locale: 'en-US' }],
];
it.each(looks)('at %s plans are accessible, fit, and can be hit', async (name, options) => {
  const page = await app.open(ana, `/localities/${place}/plan`, options);
  await page.getByRole('article').first().waitFor();
  await isSound(page, 'plan');
  await picture(page, `plan-${name}`, 'screenshots');
  await page.getByRole('article').first().getByRole('button').click();
  await isSound(page, 'plan entry');
  await picture(page, `plan-entry-${name}`, 'screenshots');
});
