import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { sampleSurvey } from '../../../local/sample-survey.ts';
import { readQuestionnaires } from '../../../workflows/questionnaires.ts';
import { picture } from '../browser.ts';
import { ana, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
/** A locality without surveys, and one with both. */
let empty: string;
let whole: string;
const questionnaire = readQuestionnaires().find(({ id }) => id === 'convivencia');
const answers = (wave: 'baseline' | 'follow-up') => {
  if (!questionnaire) throw new Error('the standard questionnaire is missing');
  return wave === 'baseline' ? sampleSurvey(questionnaire, 320, 1) : sampleSurvey(questionnaire, 340, 2, 0.4);
};
const csv = (text: string, name = 'respuestas.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const tab = (id: string) => `/localities/${id}/indicators`;

async function importWave(page: Page, id: string, wave: 'baseline' | 'follow-up') {
  await page.goto(`${app.url}${tab(id)}/import/${wave}`);
  await page.getByLabel('Archivo de respuestas').setInputFiles(csv(answers(wave)));
  await page.getByRole('button', { name: /^Importar \d+ respuestas/ }).click();
  await page.getByRole('heading', { name: 'Encuestas' }).waitFor();
}

beforeAll(async () => {
  app = await coordinatorsApp();
  empty = await app.locality('Chaveña');
  whole = await app.locality('Anapra');
});

it('a survey is checked first: what is wrong is told by row and column, and the rest can be imported', async () => {
  const page = await app.open(ana, tab(empty), { viewport: phone });
  await page.getByText('Todavía no hay encuestas').waitFor();
  const template = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Plantilla para capturar (CSV)' }).click();
  const [header = ''] = (await readFile(await (await template).path(), 'utf8')).split('\r\n');
  expect(header).toContain('inseguridad_hoy');

  await page.getByRole('link', { name: 'Importar la línea base' }).click();
  const [titles = '', first = '', ...rows] = answers('baseline').split('\n');
  const wrong = first.split(',');
  wrong[titles.split(',').indexOf('inseguridad_hoy')] = '7';
  const file = page.getByLabel('Archivo de respuestas');
  await file.setInputFiles(csv([titles, wrong.join(','), ...rows].join('\n')));
  await page.getByText('319 respuestas en orden', { exact: true }).waitFor();
  await page.getByRole('row', { name: /^2 inseguridad_hoy/ }).waitFor();
  await isSound(page, 'import of a survey');
  await picture(page, 'survey-import-360', 'screenshots');
  // Nothing is written until it is confirmed.
  await page.getByRole('link', { name: 'Volver a los indicadores' }).click();
  await page.getByText('Todavía no hay encuestas').waitFor();
  await page.goBack();
  await file.setInputFiles(csv('folio,nombre\n1,Rosa'));
  await page.getByText('Ninguna fila se puede importar').waitFor();
  await page.getByText('parece un dato personal').waitFor();
  await file.setInputFiles(csv([titles, wrong.join(','), ...rows].join('\n')));
  await page.getByRole('button', { name: 'Importar solo las 319 respuestas en orden' }).click();
  await page.getByText('319 personas encuestadas').waitFor();
  await page.getByText('Falta la otra encuesta').waitFor();
});

it('baseline and follow-up are compared in words, as a picture and in figures, and can be taken along', async () => {
  const page = await app.open(ana, tab(whole));
  await importWave(page, whole, 'baseline');
  await importWave(page, whole, 'follow-up');
  await page.getByText(/^\d+ mejoraron$/).waitFor();
  const drawn = page.getByRole('img', { name: 'Anapra: seguimiento frente a línea base' });
  await expect.poll(() => drawn.count()).toBe(2);
  const row = page.getByRole('row', { name: /^Percepción de inseguridad: en el presente/ });
  await expect
    .poll(() => row.innerText())
    .toMatch(/n = 320[\s\S]+n = 340[\s\S]+puntos[\s\S]+sin cambio detectable/);
  for (const [name, begins] of [
    ['Descargar la gráfica (SVG)', '<svg '],
    ['Descargar las cifras (CSV)', '\uFEFFindicador,'],
    ['Descargar respuestas (CSV): Línea base', 'sexo,'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.slice(0, begins.length), name).toBe(begins);
  }
  await page.getByRole('link', { name: 'Por sexo' }).click();
  await page
    .getByRole('row', { name: /^Mujer/ })
    .first()
    .waitFor();
  await expect.poll(() => page.url()).toMatch(/\?by=sex$/);
  await page.goBack();
  await drawn.first().waitFor();
});

it('a viewer reads the figures, and is offered neither the answers nor an import', async () => {
  const page = await app.open(viewer, tab(whole));
  await page.getByText(/^\d+ mejoraron$/).waitFor();
  await expect.poll(() => page.getByRole('link', { name: /Importar/ }).count()).toBe(0);
  await expect.poll(() => page.getByRole('button', { name: /respuestas/ }).count()).toBe(0);
});

const looks: [string, BrowserContextOptions][] = [
  ['360-dark', { viewport: phone, colorScheme: 'dark' }],
  ['1280-light-en', { viewport: desk, colorScheme: 'light', locale: 'en-US' }],
];
it.each(looks)('at %s indicators are accessible, fit, and can be hit', async (name, options) => {
  const page = await app.open(ana, tab(whole), options);
  await page.locator('.evaluation-picture svg').first().waitFor();
  // Its letters are as light or dark as those around it.
  const isAsLight = `(() => {
    const [letters, around] = ['.evaluation-picture text', 'main'].map((what) => document.querySelector(what));
    return getComputedStyle(letters).fill === getComputedStyle(around).color;
  })()`;
  await expect.poll(() => page.evaluate(isAsLight)).toBe(true);
  await isSound(page, 'indicators');
  await picture(page, `indicators-${name}`, 'screenshots');
  await page.goto(`${app.url}${tab(whole)}?by=age`);
  await page
    .getByRole('row', { name: /^18-29/ })
    .first()
    .waitFor();
  await isSound(page, 'indicators by age');
  await picture(page, `indicators-by-age-${name}`, 'screenshots');
});
