import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { readSharedIfThere, without } from '../../support/shared-data.ts';
import { workbookOf } from '../../support/workbook.ts';
import { picture } from '../browser.ts';
import { ana, type CoordinatorsApp, coordinatorsApp, isSound, phone } from './app.ts';

let app: CoordinatorsApp;
let place: string;
const Made = z.looseObject({ id: z.string(), version: z.number() });
const Matrix = z.object({ items: z.array(z.looseObject({ action: z.string() })) });
const path = () => `/api/localities/${place}/commitments`;
const matrix = async () => (await app.api.as(ana)(Matrix, 'GET', path())).items;
beforeAll(async () => {
  app = await coordinatorsApp();
  place = await app.locality('Chaveña');
});
/** A file as people really send it; where it is missing, one of our own that says the same. */
const sharedOr = (file: string, own: Uint8Array) => Buffer.from(readSharedIfThere('imports', file) ?? own);
const zones = workbookOf([
  {
    name: 'Zona norte',
    rows: [
      ['acción', 'fecha límite'],
      ['T03 norte', '2027-05-03'],
    ],
  },
  {
    name: 'Zona sur',
    rows: [
      ['acción', 'fecha límite'],
      ['T03 sur 1', '2027-05-04'],
      ['T03 sur 2', '2027-05-05'],
    ],
  },
]);
const totals = Buffer.from('acción;presupuesto\nT05 alumbrado;100000\nT05 parque;50000\nTOTAL;150000\n');

const importPage = () => `/localities/${place}/matrix/import`;

it('an update shows every difference field by field before it is confirmed, by keyboard and on a phone', async () => {
  const { id: rosa } = await app.api.as(ana)(Made, 'POST', '/api/stakeholders', {
    name: 'Rosa Pérez',
    sector: 'school',
    localities: [place],
  });
  const { id } = await app.api.as(ana)(Made, 'POST', path(), {
    action: 'Pintar la barda',
    dueOn: '2031-03-02',
    note: 'Con la escuela',
  });
  const page = await app.open(ana, importPage(), { viewport: phone });
  const update = page.getByRole('radio', { name: 'Actualizarlo con lo que dice el archivo' });
  await page.getByRole('radio', { name: 'Dejarlo como está' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => update.isChecked()).toBe(true);
  const text = `id;acción;responsable;fecha;estado;nota
${id};Pintar la barda;Rosa Pérez;05/12/2031;En proceso;
;Barrer la plaza;;;;
`;
  const choose = () =>
    page
      .getByLabel('Archivo de Excel')
      .setInputFiles({ name: 'matriz.csv', mimeType: '', buffer: Buffer.from(text) });
  await choose();
  await page.getByText('1 cambia', { exact: true }).waitFor();
  const changes = page.getByRole('region', { name: 'Lo que cambiaría' });
  const told = async () =>
    (await changes.locator('dl > div').allInnerTexts()).map((line) => line.split(/\s*\n\s*/).filter(Boolean));
  await expect.poll(told).toEqual([
    ['responsable', 'Ahora: (vacío)', 'Después: Rosa Pérez'],
    ['fecha', 'Ahora: 2 mar 2031', 'Después: 5 dic 2031'],
    ['estado', 'Ahora: Pendiente', 'Después: En proceso'],
  ]);
  await isSound(page, 'differences of an update');
  await picture(page, 'import-update-360', 'screenshots');

  // What blank cells say is asked, and changes what is shown.
  await page.getByRole('checkbox', { name: 'Las celdas vacías quitan lo que había' }).check();
  await expect.poll(told).toContainEqual(['nota', 'Ahora: Con la escuela', 'Después: (vacío)']);
  await page.getByRole('checkbox', { name: 'Las celdas vacías quitan lo que había' }).uncheck();
  await expect.poll(async () => (await told()).length).toBe(3);

  // What somebody else changes meanwhile is not overwritten unseen.
  const { version } = await app.api.as(ana)(Made, 'GET', `/api/commitments/${id}`);
  await app.api.as(ana)(
    Made,
    'PATCH',
    `/api/commitments/${id}`,
    { dueOn: '2031-06-02' },
    {
      'if-match': `"${version}"`,
    },
  );
  const apply = page.getByRole('button', { name: 'Actualizar…' });
  await apply.focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: '¿Actualizar con este archivo?' });
  await question.getByText('Se actualizará 1 registro.').waitFor();
  await isSound(page, 'confirmation of an update');
  await picture(page, 'import-update-confirm-360', 'screenshots');
  await question.getByRole('button', { name: 'Actualizar' }).click();
  await page.getByText('ya cambió').waitFor();
  expect(await matrix()).toMatchObject([{ action: 'Pintar la barda', dueOn: '2031-06-02' }]);
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click();
  await expect.poll(told).toContainEqual(['fecha', 'Ahora: 2 jun 2031', 'Después: 5 dic 2031']);
  await apply.click();
  await question.getByRole('button', { name: 'Actualizar' }).click();
  await page.getByText('Se actualizó 1 registro. Se importó 1 fila.').waitFor();
  expect(await matrix()).toMatchObject([
    { dueOn: '2031-12-05', status: 'in-progress', responsible: rosa, note: 'Con la escuela' },
    { action: 'Barrer la plaza' },
  ]);
});

it(`a workbook with two sheets is read whole, and another choice is offered${without('imports')}`, async () => {
  const page = await app.open(ana, importPage(), { viewport: phone });
  const buffer = sharedOr('03-two-sheets.xlsx', zones);
  await page.getByLabel('Archivo de Excel').setInputFiles({ name: 'zonas.xlsx', mimeType: '', buffer });
  await page.getByText('3 filas están en orden').waitFor();
  await page.getByText('se leen juntas las hojas «Zona norte», «Zona sur»').waitFor();
  await isSound(page, 'import of two sheets');
  await picture(page, 'import-two-sheets-360', 'screenshots');
  await page.getByLabel('Hoja del libro que se lee').selectOption('Zona norte');
  await page.getByText('1 fila está en orden').waitFor();
  await page.getByRole('radio', { name: 'Actualizarlo con lo que dice el archivo' }).check();
  await page.getByText('1 se agrega', { exact: true }).waitFor();
});

it(`a row of totals is told apart, and the others may be taken${without('imports')}`, async () => {
  const page = await app.open(ana, importPage(), { viewport: phone, locale: 'en-US' });
  const buffer = sharedOr('05-totals.csv', totals);
  await page
    .getByLabel('Excel (.xlsx) or CSV file')
    .setInputFiles({ name: 'totales.csv', mimeType: '', buffer });
  await page.getByText('2 rows are in order').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'total' });
  await expect.poll(() => row.getByRole('cell').first().innerText()).toBe('4');
  await isSound(page, 'import with totals');
  await picture(page, 'import-totals-360', 'screenshots');
  await page.getByRole('button', { name: 'Import only the 2 rows in order' }).click();
  await page.getByText('2 rows were imported').waitFor();
  await expect.poll(async () => (await matrix()).map(({ action }) => action)).toContain('T05 parque');
});
