import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { picture } from '../browser.ts';
import { ana, approver, type CoordinatorsApp, coordinatorsApp, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
let place: string;
beforeAll(async () => {
  app = await coordinatorsApp();
  place = await app.locality('Chaveña');
});

const Made = z.looseObject({ id: z.string(), version: z.number() });
const Commitments = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      action: z.string(),
      status: z.string(),
      progress: z.number(),
      version: z.number(),
      dueOn: z.string().optional(),
      responsible: z.string().optional(),
      note: z.string().optional(),
      evidence: z.array(z.looseObject({ title: z.string() })),
    }),
  ),
});
const path = (id: string) => `/api/localities/${id}/commitments`;
const promise = (id: string, action: string, some: object = {}) =>
  app.api.as(ana)(Made, 'POST', path(id), { action, ...some });
const matrix = async (id: string) => (await app.api.as(ana)(Commitments, 'GET', path(id))).items;

it('a commitment is added, with somebody who was not known before', async () => {
  const page = await app.open(ana, `/localities/${place}/matrix`);
  await page.getByText('La matriz está vacía').waitFor();
  await page.getByRole('button', { name: 'Agregar un compromiso' }).click();
  const form = page.getByRole('form', { name: 'Nuevo compromiso' });
  await form.getByRole('button', { name: 'Guardar' }).click();
  await form.getByText('Escriba qué se compromete a hacer.').waitFor();
  await form.getByLabel('Qué se compromete a hacer').fill('Abrir la cancha los sábados');
  await form.getByLabel('Presupuesto').fill('mucho');
  await form.getByRole('button', { name: 'Guardar' }).click();
  await form.getByText('Escriba una cantidad').waitFor();
  await form.getByLabel('Presupuesto').fill('12,500.50');
  await form.getByRole('combobox', { name: 'Responsable' }).fill('Rosa Pérez');
  await page.getByRole('option', { name: 'Agregar a «Rosa Pérez»' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sector').selectOption('Escolar');
  await dialog.getByLabel('Correo electrónico').fill('rosa@example.org');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await form.getByRole('button', { name: 'Quitar a Rosa Pérez' }).waitFor();
  await form.getByLabel('Fecha límite').fill('2031-03-02');
  await form.getByRole('button', { name: 'Guardar' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Abrir la cancha los sábados' });
  await line.getByText('$12,500.50').waitFor();
  await line.getByText('Escolar').waitFor();
  await page.getByText('Sectores que todavía no se comprometen').waitFor();
  await expect
    .poll(() => matrix(place))
    .toMatchObject([
      { dueOn: '2031-03-02', status: 'pending', budget: { amount: 12_500.5, currency: 'MXN' } },
    ]);
});

it('how it stands is changed where it is shown, and undone', async () => {
  const id = await app.locality('Altavista');
  await promise(id, 'Pintar el kiosco');
  const page = await app.open(ana, `/localities/${id}/matrix`);
  await page.getByLabel('Estado de «Pintar el kiosco»').selectOption('En proceso');
  await page.getByText('Se guardó «Pintar el kiosco».').waitFor();
  await expect.poll(() => matrix(id)).toMatchObject([{ status: 'in-progress' }]);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await page.getByText('Se deshizo el cambio.').waitFor();
  await expect.poll(() => matrix(id)).toMatchObject([{ status: 'pending' }]);
});

it('what somebody else wrote meanwhile is shown beside what was typed, and the person settles it', async () => {
  const id = await app.locality('Anapra');
  const made = await promise(id, 'Podar los árboles', { note: 'Con escalera' });
  const page = await app.open(ana, `/localities/${id}/matrix`);
  await page.getByRole('button', { name: 'Editar «Podar los árboles»' }).click();
  const form = page.getByRole('form', { name: 'Editar el compromiso' });
  await form.getByLabel('Nota').fill('Con grúa');
  const other = { 'if-match': `"${made.version}"` };
  await app.api.as(approver)(
    Made,
    'PATCH',
    `/api/commitments/${made.id}`,
    { note: 'Sin escalera', progress: 30 },
    other,
  );
  // A reload loses nothing: neither what was typed, nor what it was typed over.
  await page.reload();
  await form.getByRole('button', { name: 'Guardar' }).click();
  const told = page.getByRole('alert');
  await told.getByText('Ahora dice: Sin escalera').waitFor();
  await told.getByText('Usted escribió: Con grúa').waitFor();
  await told.getByText('Ahora dice: 30 %').waitFor();
  await told.getByRole('button', { name: 'Guardar lo mío' }).click();
  await page.getByText('Se guardó «Podar los árboles».').waitFor();
  // What was typed is saved, and what was not touched stays as the other left it.
  await expect.poll(() => matrix(id)).toMatchObject([{ note: 'Con grúa', progress: 30 }]);
});

it('a document and a link show that a commitment was kept, and stay where somebody else was faster', async () => {
  const id = await app.locality('Oasis Revolución');
  const made = await promise(id, 'Reparar los juegos');
  const page = await app.open(ana, `/localities/${id}/matrix`, { viewport: phone, hasTouch: true });
  await page.getByRole('button', { name: 'Editar «Reparar los juegos»' }).tap();
  const form = page.getByRole('form', { name: 'Editar el compromiso' });
  const save = form.getByRole('button', { name: 'Guardar' });
  const pdf = { name: 'Acta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nacta') };
  await form.getByLabel('Elegir archivos').setInputFiles(pdf);
  const title = form.getByLabel('Qué documento es');
  await title.fill('');
  await form.getByRole('button', { name: 'Agregar un enlace' }).tap();
  await title.last().fill('Álbum de fotos');
  await form.getByLabel('Dirección web del documento').fill('en el cajón');
  await save.tap();
  await form.getByText('Escriba qué documento es.').waitFor();
  await form.getByText('La dirección debe empezar con').waitFor();
  await expect.poll(() => matrix(id)).toMatchObject([{ evidence: [] }]);
  await title.first().fill('Acta de entrega');
  await form.getByLabel('Dirección web del documento').fill('https://example.org/fotos');
  const link = { title: 'Plano', url: 'https://example.org/plano' };
  const other = { 'if-match': `"${made.version}"` };
  const edit = { evidence: [link] };
  await app.api.as(approver)(Made, 'PATCH', `/api/commitments/${made.id}`, edit, other);
  // A reload loses nothing: neither the document that arrived, nor the one that is being written down.
  await page.reload();
  await title.first().waitFor();
  await isSound(page, 'a commitment with documents');
  await picture(page, 'commitment-evidence-360', 'screenshots');
  await save.tap();
  const told = page.getByRole('alert');
  await told.getByText('Ahora dice: Plano').waitFor();
  await told.getByText('Usted escribió: Acta de entrega y Álbum de fotos').waitFor();
  await told.getByRole('button', { name: 'Guardar lo mío' }).tap();
  await page.getByText('Se guardó «Reparar los juegos».').waitFor();
  await expect
    .poll(() => matrix(id))
    .toMatchObject([{ evidence: [{ title: 'Acta de entrega' }, { title: 'Álbum de fotos' }] }]);
  await page.reload();
  const album = page.getByRole('link', { name: 'Álbum de fotos' });
  await expect.poll(() => album.getAttribute('href')).toBe('https://example.org/fotos');
  await page.getByRole('button', { name: 'Acta de entrega' }).tap();
  await page.getByRole('dialog').getByText('Acta.pdf · PDF').waitFor();
});

it('a new commitment does not wait for a document that cannot be sent, which goes on where it belongs', async () => {
  const id = await app.locality('Sara Lugo');
  const page = await app.open(ana, `/localities/${id}/matrix`);
  await page.getByRole('button', { name: 'Agregar un compromiso' }).click();
  const added = page.getByRole('form', { name: 'Nuevo compromiso' });
  await added.getByLabel('Qué se compromete a hacer').fill('Sembrar el camellón');
  const store = '**/local/aws/**';
  await page.route(store, (route) => route.abort('connectionreset'));
  const pdf = { name: 'Acta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nacta') };
  await added.getByLabel('Elegir archivos').setInputFiles(pdf);
  await added.getByText('Espera a que haya conexión').waitFor();
  await added.getByRole('button', { name: 'Guardar' }).click();
  const form = page.getByRole('form', { name: 'Editar el compromiso' });
  await page.unroute(store);
  await form.getByRole('button', { name: 'Intentar de nuevo' }).click();
  await form.getByLabel('Qué documento es').waitFor();
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Se guardó «Sembrar el camellón».').waitFor();
  await expect
    .poll(() => matrix(id))
    .toMatchObject([{ action: 'Sembrar el camellón', evidence: [{ title: 'Acta.pdf' }] }]);
});

it('a save that fails keeps what was typed, and is repeated', async () => {
  const id = await app.locality('Galeana');
  await promise(id, 'Barrer la plaza');
  const page = await app.open(ana, `/localities/${id}/matrix`);
  await page.getByRole('button', { name: 'Editar «Barrer la plaza»' }).click();
  const form = page.getByRole('form', { name: 'Editar el compromiso' });
  await form.getByLabel('Qué se compromete a hacer').fill('Barrer la plaza y el parque');
  await page.context().setOffline(true);
  await form.getByRole('button', { name: 'Guardar' }).click();
  await form.getByRole('alert').waitFor();
  await page.context().setOffline(false);
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Se guardó «Barrer la plaza y el parque».').waitFor();
  await expect.poll(() => matrix(id)).toMatchObject([{ action: 'Barrer la plaza y el parque' }]);
});

it('a file is checked before any of it is taken, row by row', async () => {
  const id = await app.locality('Felipe Ángeles');
  const page = await app.open(ana, `/localities/${id}/matrix`);
  await page.getByRole('button', { name: 'Importar' }).click();
  const file = (text: string) => ({ name: 'matriz.csv', mimeType: '', buffer: Buffer.from(text) });
  const choose = (text: string) => page.getByLabel('Archivo de Excel').setInputFiles(file(text));
  const head = 'acción;responsable;fecha\n';
  await choose(`${head}Pintar;;05/12/2031\nPodar;Nadie;\n`);
  await page.getByText('1 fila está en orden').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'no hay una persona u organización así' });
  await expect
    .poll(() => row.getByRole('cell').allInnerTexts())
    .toEqual(['3', 'responsable', 'no hay una persona u organización así']);
  await expect.poll(() => matrix(id)).toEqual([]);
  await choose(`${head}Pintar;;05/12/2031\nPodar;;\n`);
  await page.getByRole('button', { name: 'Importar 2 filas' }).click();
  await page.getByText('Se importaron 2 filas.').waitFor();
  await page.getByRole('link', { name: 'Volver a la matriz' }).last().click();
  await page.getByText('2 compromisos').waitFor();
  // What is asked to be shown is in the address, and comes back with it.
  await page.getByLabel('Mostrar').selectOption('Sin responsable o fecha');
  await expect.poll(() => page.url()).toContain('status=blank');
  await page.goBack();
  await page.getByRole('heading', { name: 'Importar compromisos' }).waitFor();
});

it('who only looks finds nothing to change', async () => {
  const id = await app.locality('Riberas del Bravo');
  await promise(id, 'Alumbrar la calle');
  const page = await app.open(viewer, `/localities/${id}/matrix`);
  await page.getByRole('heading', { name: 'Alumbrar la calle' }).waitFor();
  await page.getByText('Descargar').waitFor();
  for (const name of ['Agregar un compromiso', 'Importar', 'Editar «Alumbrar la calle»'])
    await expect.poll(() => page.getByRole('button', { name }).count(), { message: name }).toBe(0);
});
