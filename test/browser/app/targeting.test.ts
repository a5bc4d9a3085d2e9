import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { picture } from '../browser.ts';
import {
  ana,
  benchIsKept,
  type CoordinatorsApp,
  coordinatorsApp,
  desk,
  isSound,
  phone,
  viewer,
} from './app.ts';

let app: CoordinatorsApp;
let place: string;
beforeAll(async () => {
  app = await coordinatorsApp();
  place = await app.locality('Anapra');
  // Targeting is what the second stage is about.
  await app.walk.pass(place);
  const stage = async () => (await app.walk.locality(place)).current[0]?.stage;
  await vi.waitFor(async () => expect(await stage()).toBe('territorial-targeting'), 60_000);
});

/** Squares in a row; the last one lacks a figure, and the second reaches into the first. */
const colonias = ['Anapra', 'Oasis', 'Chaveña', 'Galeana', 'Altavista', 'Riberas'];
const square = (x: number) => [
  [x, 31.7],
  [x + 0.01, 31.7],
  [x + 0.01, 31.71],
  [x, 31.71],
  [x, 31.7],
];
const map = JSON.stringify({
  type: 'FeatureCollection',
  features: colonias.map((nombre, at) => ({
    type: 'Feature',
    properties: {
      clave: `08037-${at}`,
      nombre,
      habitantes: 1_000 * (at + 1),
      rezago: 60 - 10 * at,
      escolaridad: at === 5 ? null : 5 + at,
      tipo: 'colonia',
    },
    geometry: { type: 'Polygon', coordinates: [square(-106.5 + 0.01 * at - (at === 1 ? 0.002 : 0))] },
  })),
});
const facilities = 'tipo,longitud,latitud\nEscuela,-106.495,31.705\nMercado,-106.495,31.706\nPlaza,-100,25\n';
const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) });

const ranked = (page: Page) => page.locator('.ranking tbody th button').allInnerTexts();

async function bench(page: Page) {
  await page.getByLabel('Archivo de lugares').setInputFiles(file('colonias.geojson', map));
  await page.getByText('6 lugares de «colonias.geojson»').waitFor();
  for (const indicator of ['rezago', 'escolaridad']) {
    await page.getByLabel('Agregar un indicador').selectOption(indicator);
    await page.getByRole('button', { name: 'Agregar', exact: true }).click();
  }
  await page.getByLabel('En cuántos lugares').fill('2');
}

it('places are compared, the order follows the weights at once, and all of it is frozen with its reasons', async () => {
  const page = await app.open(ana, '/targeting');
  await page.getByText('Todavía no se ha congelado ninguna').waitFor();
  await page.getByRole('link', { name: 'Nueva focalización' }).click();
  await bench(page);
  await page.getByText('1 par de territorios se enciman').waitFor();
  await page.getByText('1 lugar sin orden, porque le falta un dato').click();
  await page.getByText('Riberas: falta escolaridad').waitFor();
  // One ascends where the other descends: with even weights all are equal.
  await page.getByLabel('Qué va primero en «escolaridad»').selectOption('Primero los más bajos');
  await expect.poll(() => ranked(page)).toEqual(['Anapra', 'Oasis', 'Chaveña', 'Galeana', 'Altavista']);
  await page.getByLabel('Qué va primero en «escolaridad»').selectOption('Primero los más altos');
  await page.getByLabel('Peso de «escolaridad»').fill('90');
  await expect.poll(async () => (await ranked(page))[0]).toBe('Altavista');
  await page.getByText('2 de 2 se quedan entre los primeros').waitFor();
  await page.getByLabel('Peso de «escolaridad»').fill('10');
  await expect.poll(async () => (await ranked(page))[0]).toBe('Anapra');

  await page.getByText('Equipamiento (opcional)').click();
  await page.getByLabel('Archivo de equipamiento').setInputFiles(file('equipamiento.csv', facilities));
  await page.getByText('2 puntos contados dentro de los lugares; 1 quedó fuera.').waitFor();
  await page.getByRole('button', { name: 'Anapra', exact: true }).click();
  await page.getByText('Escuela: 1 y Mercado: 1').waitFor();
  await page.getByRole('button', { name: 'Vincular con una localidad: Anapra' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Anapra/ })
    .click();
  await page.getByText('Localidad con seguimiento: Anapra').waitFor();

  const freeze = page.getByRole('button', { name: 'Congelar la focalización' });
  await page.getByText('decir por qué cuenta «rezago»').waitFor();
  await expect.poll(() => freeze.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Por qué cuenta «rezago»').fill('Es de lo que trata el programa.');
  await page.getByLabel('Por qué cuenta «escolaridad»').fill('Dice a quién se llega menos.');
  // What is on the bench outlives the page.
  await benchIsKept(page, 'Dice a quién se llega menos.');
  await page.reload();
  await page.getByText('Localidad con seguimiento: Anapra').waitFor();
  await freeze.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Anapra, lugar 1: cuenta como evidencia de su etapa en curso.').waitFor();
  await dialog.getByRole('button', { name: 'Congelar la focalización' }).click();
  await dialog.getByText('Escriba por qué se decide así.').waitFor();
  await dialog.getByLabel('Por qué se decide así').fill('Más rezago, menos escuela.');
  await dialog.getByLabel('Nombre').fill('Polígonos 2027');
  await picture(page, 'freeze-1280', 'screenshots');
  await dialog.getByRole('button', { name: 'Congelar la focalización' }).click();

  await page.getByRole('heading', { level: 1, name: 'Polígonos 2027' }).waitFor();
  await page.getByText('Comprobada en este dispositivo').waitFor();
  await page.getByText('Es de lo que trata el programa.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar el orden (CSV)' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(/\r\n1,08037-0,Anapra,/);
  const Visits = z.object({ items: z.array(z.object({ visits: z.array(z.looseObject({})) })) });
  const { items } = await app.api.as(ana)(Visits, 'GET', `/api/localities/${place}/stages`);
  expect(items[1]?.visits[0]?.targeting).toMatchObject({ ranking: page.url().split('/').at(-1) });
  await page.getByRole('link', { name: 'Todas las focalizaciones' }).click();
  await page.getByRole('link', { name: 'Polígonos 2027' }).waitFor();
  await page.getByRole('link', { name: 'Nueva focalización' }).waitFor();
});

it('a ranking that cannot be frozen stays as it was, with the reason', async () => {
  const page = await app.open(ana, '/targeting/new');
  await bench(page);
  await page.getByLabel('Cómo se ordenan').selectOption('Casos atendidos');
  await page.getByLabel('Columna con los casos').selectOption('rezago');
  await page.getByLabel('Por qué cuenta').fill('Los que atiende el municipio.');
  await page.route('**/api/targeting/rankings', (route) =>
    route.fulfill({
      status: 413,
      contentType: 'application/problem+json',
      body: '{"type":"/problems/body-too-large","detail":"Lo enviado es demasiado grande."}',
    }),
  );
  await page.getByRole('button', { name: 'Congelar la focalización' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Por qué se decide así').fill('Más casos.');
  await dialog.getByRole('button', { name: 'Congelar la focalización' }).click();
  await dialog.getByText('Lo enviado es demasiado grande.').waitFor();
  await benchIsKept(page, 'Más casos.');
  await page.reload();
  await page.getByRole('button', { name: 'Congelar la focalización' }).click();
  await expect.poll(() => dialog.getByLabel('Por qué se decide así').inputValue()).toBe('Más casos.');
});

it('a viewer reads what was frozen, and can freeze nothing', async () => {
  const page = await app.open(viewer, '/targeting');
  await expect.poll(() => page.getByRole('link', { name: /focalización/i }).count()).toBe(0);
  await page.getByRole('link', { name: 'Polígonos 2027' }).click();
  await page.getByText('Comprobada en este dispositivo').waitFor();
  await page.goto(`${app.url}/targeting/new`);
  await page.getByText('Cuando la coordinación congele una').waitFor();
  await expect.poll(() => page.locator('input[type=file]').count()).toBe(0);
});

const looks: [string, BrowserContextOptions][] = [
  ['360-dark', { viewport: phone, colorScheme: 'dark' }],
  ['1280-light', { viewport: desk, colorScheme: 'light' }],
];
it.each(looks)('at %s targeting is accessible, fits, and can be hit', async (name, options) => {
  const page = await app.open(ana, '/targeting', options);
  const look = async (what: string) => {
    await isSound(page, what);
    await picture(page, `${what}-${name}`, 'screenshots');
  };
  await page.getByRole('link', { name: 'Polígonos 2027' }).waitFor();
  await look('targetings');
  await page.getByRole('link', { name: 'Nueva focalización' }).click();
  await page.getByLabel('Archivo de lugares').waitFor();
  await look('targeting-empty');
  await bench(page);
  await page.locator('.leaflet-container canvas').waitFor();
  await page.getByLabel('Qué va primero en «escolaridad»').selectOption('Primero los más bajos');
  await page.getByText('2 de 2 se quedan entre los primeros').waitFor();
  await page.getByRole('button', { name: 'Chaveña', exact: true }).click();
  await look('targeting');
  await page.goto(`${app.url}/targeting`);
  await page.getByRole('link', { name: 'Polígonos 2027' }).click();
  await page.getByText('Comprobada en este dispositivo').waitFor();
  await look('targeting-frozen');
});
