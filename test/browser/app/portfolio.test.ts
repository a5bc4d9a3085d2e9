import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { answerWith, manyLocalities } from '../../support/many-localities.ts';
import { picture } from '../browser.ts';
import { ana, approver, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
beforeAll(async () => {
  app = await coordinatorsApp();
  await app.locality('Chaveña');
  const inReview = await app.locality('Altavista');
  await app.walk.complete(inReview, await app.walk.gate(inReview));
  await app.walk.review(inReview, undefined, 'Listo para su revisión.');
  await app.locality('Galeana', 'red-conectate');
});

const Known = z.looseObject({ version: z.number() });
const square = (x: number, y: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 0.02, y],
      [x + 0.02, y + 0.02],
      [x, y + 0.02],
      [x, y],
    ],
  ],
});
const file = (name: string, content: string) => ({ name, mimeType: '', buffer: Buffer.from(content) });

it('the board shows each stage of a programme with its localities, and leads to them and back', async () => {
  const page = await app.open(approver, '/localities');
  const stage = page.getByRole('region', { name: '1. Fortalecimiento de capacidades' });
  await stage.getByRole('link', { name: 'Chaveña' }).waitFor();
  await stage.getByRole('article').filter({ hasText: 'Altavista' }).getByText('En revisión').waitFor();
  await expect.poll(() => page.getByRole('region').count()).toBe(6);
  await page.getByLabel('Programa').selectOption({ label: 'Red Conéctate por tu Seguridad' });
  await page.getByRole('region', { name: '1. Cohesión social' }).getByText('Galeana').waitFor();
  await expect.poll(() => page.getByRole('region').count()).toBe(3);
  await page.getByRole('link', { name: 'Galeana' }).click();
  await page.getByRole('heading', { level: 1, name: 'Galeana' }).waitFor();
  await page.goBack();
  await page.getByRole('region', { name: '1. Cohesión social' }).waitFor();
});

it('an address leads to the same view, order and filters; the back button to the view before', async () => {
  const page = await app.open(approver, '/localities?view=table&sort=-name&q=a');
  const names = page.locator('tbody th a');
  await names.first().waitFor();
  await expect.poll(() => names.allTextContents()).toEqual(['Galeana', 'Chaveña', 'Altavista']);
  await page.getByRole('button', { name: 'Nombre' }).click();
  await expect.poll(() => names.allTextContents()).toEqual(['Altavista', 'Chaveña', 'Galeana']);
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Nombre' }).getAttribute('aria-sort'))
    .toBe('ascending');
  await page.getByLabel('Buscar').fill('chavena');
  await page.getByText('1 de 3 localidades').waitFor();
  await expect.poll(() => page.url()).toContain('q=chavena');
  await page.getByRole('link', { name: 'Tablero' }).click();
  await page.getByRole('region').first().waitFor();
  await page.goBack();
  await names.first().waitFor();
  await expect.poll(() => names.allTextContents()).toEqual(['Chaveña']);
});

it('of 10,000 localities few are drawn, and the interface is asked for them one page after the other', async () => {
  const page = await app.open(approver, '/nowhere');
  const asked = await answerWith(page, manyLocalities(10_000));
  await page.goto(`${app.url}/localities?view=table&sort=name`);
  await page.getByRole('progressbar', { name: /^Cargando localidades: [\d,]+/ }).waitFor();
  await page.getByText('10,000 localidades', { exact: true }).waitFor();
  expect(asked.pages).toBe(50);
  expect(new Set(asked.cursors).size).toBe(50);
  expect(asked.most).toBe(1);
  const rows = page.locator('tbody tr');
  await expect.poll(() => page.getByRole('table').getAttribute('aria-rowcount')).toBe('10001');
  await expect.poll(() => rows.count()).toBeLessThan(60);
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  await page.getByRole('link', { name: 'Fraccionamiento número 9998' }).waitFor();
  await expect.poll(() => rows.count()).toBeLessThan(60);
  await page.getByLabel('Buscar').fill('numero 9998');
  await page.getByText('1 de 10,000 localidades').waitFor();
  await expect.poll(() => rows.count()).toBe(1);
});

it('a page that does not come is told of, with what came before it, and asked for again', async () => {
  const page = await app.open(approver, '/nowhere');
  await answerWith(page, manyLocalities(600));
  let isBroken = true;
  await page.route(/cursor=place-000199/, (route) =>
    isBroken ? route.fulfill({ status: 403, json: { detail: 'No por ahora.' } }) : route.fallback(),
  );
  await page.goto(`${app.url}/localities?view=table`);
  await page.getByRole('alert').getByText('No por ahora.').waitFor();
  await page.getByText('200 localidades', { exact: true }).waitFor();
  isBroken = false;
  await page.getByRole('button', { name: 'Intentar de nuevo' }).click();
  await page.getByText('600 localidades', { exact: true }).waitFor();
});

it('a locality is created with its territory, keeps what was typed when it is refused, and is on the map', async () => {
  const page = await app.open(ana, '/localities?view=map', { viewport: phone });
  await page.getByText('Ninguna de estas localidades tiene territorio todavía').waitFor();
  await page.getByRole('link', { name: 'Nueva localidad' }).click();
  await page.getByRole('button', { name: 'Crear y abrir' }).click();
  await page.getByText('Escriba el nombre.').waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('INPUT');
  await page.getByLabel('Nombre').fill('Anapra');
  await page.getByLabel('Programa').selectOption({ label: 'Convivir Mejor' });
  await page.getByLabel('Población').fill('18,900');
  const chooser = page.getByLabel('Elegir un archivo');
  await chooser.setInputFiles(file('linea.geojson', '{"type":"LineString","coordinates":[[0,0],[1,1]]}'));
  await page.getByText('es una línea, que no encierra terreno').waitFor();
  await chooser.setInputFiles(file('anapra.geojson', JSON.stringify(square(-106.53, 31.77))));
  await page.getByText(/^4\.\d+ km², 5 puntos$/).waitFor();
  await page.route('**/api/localities', (route) => route.abort(), { times: 1 });
  await page.getByRole('button', { name: 'Crear y abrir' }).click();
  await page.getByRole('alert').waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Nombre').inputValue()).toBe('Anapra');
  await page.getByRole('button', { name: 'Crear y abrir' }).click();
  await page.getByRole('heading', { level: 1, name: 'Anapra' }).waitFor();
  await page.getByText('«Anapra» quedó creada.').waitFor();

  await page.goto(`${app.url}/localities?view=map`);
  await page.getByRole('application', { name: 'Mapa de las localidades' }).waitFor();
  await page.getByRole('button', { name: /^Ver en el mapa.*Anapra/ }).click();
  await expect.poll(() => page.locator('.map-list .chosen').innerText()).toContain('Anapra');
  await expect.poll(() => page.locator('.map-sign').allTextContents()).toEqual(['1']);
  await page.getByText('3 localidades no tienen territorio').waitFor();
  await isSound(page, 'map');
  await picture(page, 'portfolio-map-360', 'screenshots');
});

it('a territory is added later; what somebody else changed meanwhile is shown and settled', async () => {
  const id = await app.locality('Riberas');
  const known = () => app.api.as(approver)(Known, 'GET', `/api/localities/${id}`);
  const page = await app.open(ana, `/localities/${id}/edit`);
  await page.getByLabel('Nombre').fill('Riberas del Bravo');
  const { version } = await known();
  const seen = { 'if-match': `"${version}"` };
  await app.api.as(approver)(Known, 'PATCH', `/api/localities/${id}`, { population: 21_700 }, seen);
  await page
    .getByLabel('Elegir un archivo')
    .setInputFiles(
      file(
        'riberas.json',
        JSON.stringify({ type: 'Feature', properties: {}, geometry: square(-106.3, 31.6) }),
      ),
    );
  await page.getByRole('button', { name: 'Guardar los datos' }).click();
  await page.getByText('Otra persona lo cambió').waitFor();
  await page.getByRole('alert').getByText('21700').waitFor();
  await page.getByRole('button', { name: 'Guardar lo mío' }).click();
  await page.getByRole('heading', { level: 1, name: 'Riberas del Bravo' }).waitFor();
  await expect.poll(known).toMatchObject({
    name: 'Riberas del Bravo',
    population: 21_700,
    geometry: square(-106.3, 31.6),
  });
  // It is taken away in the same place, and comes back whoever did it by mistake.
  await page.goto(`${app.url}/localities/${id}/edit`);
  const away = page.getByRole('button', { name: 'Quitar el territorio' });
  const keep = page.getByRole('button', { name: 'Dejar el territorio como estaba' });
  await away.click();
  await keep.click();
  await away.click();
  await keep.waitFor();
  await isSound(page, 'a territory to be taken away');
  await page.getByRole('button', { name: 'Guardar los datos' }).click();
  await page.getByRole('heading', { level: 1, name: 'Riberas del Bravo' }).waitFor();
  await expect.poll(async () => Object.hasOwn(await known(), 'geometry')).toBe(false);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(known).toMatchObject({ geometry: square(-106.3, 31.6) });
});

it('a file of localities is checked first, then written without the rows that are wrong', async () => {
  const page = await app.open(ana, '/localities/import');
  const rows = [
    'nombre,programa,población',
    'Lomas,Convivir Mejor,1200',
    'Cerro,Otro,12',
    ',Convivir Mejor,3',
  ];
  await page.getByLabel('Archivo de Excel').setInputFiles(file('localidades.csv', rows.join('\n')));
  await page.getByText('1 fila está en orden').waitFor();
  await expect.poll(() => page.locator('.import table').last().locator('tbody tr').count()).toBe(2);
  await isSound(page, 'import');
  await page.getByRole('button', { name: 'Importar solo la fila en orden' }).click();
  await page.getByText('Se importó 1 fila.').waitFor();
  await page.getByRole('link', { name: 'Volver a las localidades' }).last().click();
  await page.getByRole('link', { name: 'Lomas' }).waitFor();
});

it('a viewer finds no way to add or change localities', async () => {
  const page = await app.open(viewer, '/localities');
  await page.getByRole('link', { name: 'Chaveña' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Nueva localidad' }).count()).toBe(0);
  await expect.poll(() => page.getByRole('link', { name: 'Importar' }).count()).toBe(0);
});

it.each([
  ['360-dark', { viewport: phone, colorScheme: 'dark', locale: 'en-US' }],
  ['1280-light', { viewport: desk, colorScheme: 'light' }],
] as const)('at %s every view is accessible, fits its width, and can be hit', async (name, options) => {
  const page = await app.open(approver, '/localities', options);
  await page.getByRole('article').first().waitFor();
  for (const [what, path, ready] of [
    ['board', '/localities', 'article'],
    ['table', '/localities?view=table', 'tbody tr'],
    ['map', '/localities?view=map&colours=standing', '.map-list li'],
    ['new-locality', '/localities/new', 'form'],
  ] as const) {
    await page.goto(app.url + path);
    await page.locator(ready).first().waitFor();
    await isSound(page, what);
    await picture(page, `portfolio-${what}-${name}`, 'screenshots');
  }
});
