import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { picture } from '../browser.ts';
import {
  ana,
  approver,
  type CoordinatorsApp,
  coordinatorsApp,
  luis,
  phone,
  signInAs,
  viewer,
} from './app.ts';

let app: CoordinatorsApp;
beforeAll(async () => {
  app = await coordinatorsApp();
});

const federal = 'Capacitación de representantes federales';
const local = 'Capacitación de autoridades estatales y locales';

it('a stage with something missing is completed, reviewed and decided by two people', async () => {
  const id = await app.locality('Chaveña');
  const page = await app.open(ana, `/localities/${id}`, { viewport: phone, hasTouch: true });
  await page.getByText('Faltan 4 cosas').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Pedir la revisión' }).count()).toBe(0);
  await page.getByRole('link', { name: `Falta completar «${federal}»` }).click();

  await page.getByRole('checkbox', { name: federal }).tap();
  await page.getByText(`«${federal}» quedó hecha.`).waitFor();
  for (const [name, people] of [
    [federal, '12'],
    [local, '30'],
  ] as const) {
    const activity = page.locator('.activity', { hasText: name });
    await activity.getByText('Nota, evidencia y cifras').tap();
    await activity.getByRole('radio', { name: 'Hecha' }).check();
    await activity.getByLabel('Personas capacitadas').fill(people);
    await activity.getByRole('button', { name: 'Agregar un enlace' }).tap();
    await activity.getByLabel('Qué documento es').fill('Lista de asistencia');
    await activity.getByLabel('Dirección web').fill('https://juarez.example/lista.pdf');
    await activity.getByRole('button', { name: 'Guardar' }).tap();
    await activity.getByRole('link', { name: 'Lista de asistencia' }).waitFor();
  }
  await expect
    .poll(() => app.activity(id, 'federal-representatives'))
    .toMatchObject({
      status: 'done',
      figures: { peopleTrained: 12 },
      evidence: [{ title: 'Lista de asistencia' }],
    });

  await page.getByRole('button', { name: 'Pedir la revisión' }).tap();
  const asking = page.getByRole('dialog');
  await asking.getByText('Decidirá una persona distinta').waitFor();
  await asking.getByText(`Se avisa por correo a ${approver.user}`).waitFor();
  await picture(page, 'review-360', 'screenshots');
  await asking.getByRole('button', { name: 'Pedir la revisión' }).tap();
  await page.getByText('Usted pidió esta revisión: la decide otra persona.').waitFor();

  const other = await app.open(approver);
  const task = other.getByRole('article').filter({ hasText: 'Chaveña' });
  await task.getByRole('link', { name: 'Ver la revisión' }).click();
  await other.getByRole('button', { name: 'Decidir' }).click();
  const deciding = other.getByRole('dialog');
  // What each outcome will do is there before any is chosen.
  for (const said of [
    'La localidad pasa a «Focalización territorial»',
    'Se abre una nueva visita',
    'El trabajo se detiene',
    'No se puede deshacer',
  ])
    await expect.poll(() => deciding.getByText(said).isVisible(), { message: said }).toBe(true);
  await deciding.getByRole('button', { name: 'Decidir' }).click();
  await deciding.getByText('Elija qué se decide.').waitFor();
  await deciding.getByRole('radio', { name: /^Avanzar/ }).check();
  await deciding.getByLabel('Motivo').fill('Capacitación completa.');
  await picture(other, 'decision-1280', 'screenshots');
  await deciding.getByRole('button', { name: 'Avanzar' }).click();
  await other.getByText('Decidido: avanza.').waitFor();
  await other.getByRole('heading', { level: 2, name: 'Focalización territorial' }).waitFor();
  await other.getByText(/^Faltan? \d+ cosas?$/).waitFor();
  await other.getByRole('link', { name: /Fortalecimiento de capacidades/ }).click();
  await other.getByText('«Capacitación completa.»').waitFor();
});

it('what was ticked is taken back with one tap', async () => {
  const id = await app.locality('Galeana');
  const page = await app.open(ana, `/localities/${id}`);
  const box = page.getByRole('checkbox', { name: federal });
  await box.check();
  await expect.poll(async () => (await app.activity(id, 'federal-representatives'))?.status).toBe('done');
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(async () => (await app.activity(id, 'federal-representatives'))?.status).toBe('open');
  await expect.poll(() => box.isChecked()).toBe(false);
});

it('an administrator asks under an exception, with a reason and a day, and it shows where it is decided', async () => {
  const id = await app.locality('Anapra');
  const page = await app.open(approver, `/localities/${id}`);
  await page.getByRole('button', { name: 'Pedir la revisión con una excepción' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByRole('button', { name: 'Pedir la revisión' }).click();
  await asking.getByText('Diga por qué se autoriza.').waitFor();
  await asking.getByLabel('Por qué se autoriza').fill('Las listas llegan el lunes.');
  await asking.getByLabel('Vence el').fill('2031-01-15');
  await asking.getByRole('button', { name: 'Pedir la revisión' }).click();
  await page.getByText('Usted pidió esta revisión').waitFor();

  const other = await app.open(ana, `/localities/${id}`);
  await other.getByText('Con una excepción de direccion').waitFor();
  await other.getByText('«Las listas llegan el lunes.»').waitFor();
});

it('a locality is paused and resumed, and says so', async () => {
  const id = await app.locality('Oasis');
  const page = await app.open(ana, `/localities/${id}`);
  await page.getByRole('button', { name: 'Pausar o cerrar la localidad' }).click();
  const deciding = page.getByRole('dialog');
  await deciding.getByRole('radio', { name: /^Pausar/ }).check();
  await deciding.getByLabel('Motivo').fill('Obra en la zona.');
  await deciding.getByRole('button', { name: 'Pausar la localidad' }).click();
  await page.getByText('La localidad está en pausa: no se envían').waitFor();
  await page.getByRole('button', { name: 'Reanudar' }).click();
  await page.getByText('Para pasar esta etapa').waitFor();
});

it('a locality is sent back with something missing, without a review', async () => {
  const id = await app.locality('Lomas');
  const page = await app.open(ana, `/localities/${id}`);
  await page.getByRole('button', { name: 'Regresar, pausar o cerrar la localidad' }).click();
  const deciding = page.getByRole('dialog');
  expect(await deciding.getByRole('radio', { name: /^Avanzar/ }).count()).toBe(0);
  await deciding.getByRole('radio', { name: /^Regresar/ }).check();
  await deciding.getByRole('button', { name: 'Regresar', exact: true }).click();
  await deciding.getByText('Escriba el motivo.').waitFor();
  await deciding.getByLabel('Motivo').fill('Las listas eran de otra colonia.');
  await deciding.getByRole('button', { name: 'Regresar', exact: true }).click();
  await page.getByText('Decidido: regresa.').waitFor();
  await expect.poll(async () => (await app.walk.locality(id)).current[0]?.visit).toBe(2);
});

it('parallel tracks have a gate each, and one that passed waits for the others', async () => {
  const id = await app.locality('Mirador', 'red-conectate');
  await app.walk.pass(id);
  await expect.poll(async () => (await app.walk.locality(id)).current.length, { timeout: 60_000 }).toBe(2);
  const page = await app.open(ana, `/localities/${id}`);
  const tracks = page.getByRole('heading', { name: /^Proceso:/ });
  await expect.poll(() => tracks.count()).toBe(2);
  const [first] = (await app.walk.locality(id)).current;
  await app.walk.pass(id, first?.track);
  await page.reload();
  await picture(page, 'tracks-1280', 'screenshots');
  await page.getByText('Este proceso ya pasó su revisión').waitFor();
});

it('a viewer sees everything and is offered nothing that they may not do', async () => {
  const id = await app.locality('Altavista');
  const page = await app.open(viewer, `/localities/${id}`);
  await page.getByText('Usted puede ver esta localidad, pero no cambiarla.').waitFor();
  await page.getByText('Faltan 4 cosas').waitFor();
  await expect.poll(() => page.getByRole('checkbox', { name: federal }).isDisabled()).toBe(true);
  await expect.poll(() => page.getByRole('main').getByRole('button').count()).toBe(0);
});

it("somebody else's locality does not exist for a coordinator", async () => {
  const id = await app.locality('Felipe Ángeles');
  const page = await app.open(luis, `/localities/${id}`);
  await page.getByRole('heading', { level: 1, name: 'Esta página no existe' }).waitFor();
});

it('in English everything is said in English, and the choice is kept', async () => {
  const id = await app.locality('Riberas');
  const page = await app.open(ana, `/localities/${id}`, { locale: 'en-US' });
  await page.getByText('4 things are missing').waitFor();
  await page.getByRole('checkbox', { name: 'Federal representatives' }).waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Español');
  await page.getByText('Faltan 4 cosas').waitFor();
  await expect.poll(() => page.getAttribute('html', 'lang')).toBe('es');
  await page.reload();
  await page.getByText('Faltan 4 cosas').waitFor();
});

it('a session that ended loses nothing: the save is held, and done after signing in beside the page', async () => {
  const id = await app.locality('Salvárcar');
  const page = await app.open(ana, `/localities/${id}`);
  const activity = page.locator('.activity', { hasText: federal });
  await activity.getByText('Nota, evidencia y cifras').click();
  await activity.getByLabel('Nota', { exact: true }).fill('Con la delegación federal.');
  const context = page.context();
  const over = {
    status: 401,
    contentType: 'application/problem+json',
    body: '{"type":"/problems/unauthorized"}',
  };
  await context.route('**/api/**', (route) => route.fulfill(over));
  await context.route('**/oidc/token', (route) =>
    route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
  );
  await activity.getByRole('button', { name: 'Guardar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Su sesión terminó' });
  await dialog.waitFor();
  await picture(page, 'session-over-1280', 'screenshots');
  await context.unroute('**/oidc/token');
  await context.unroute('**/api/**');
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    dialog.getByRole('button', { name: 'Entrar de nuevo' }).click(),
  ]);
  // Whoever still has a session with the provider is not even asked, and the window may be closed already.
  if (!popup.isClosed()) await Promise.any([popup.waitForEvent('close'), signInAs(popup, ana)]);
  await expect
    .poll(async () => (await app.activity(id, 'federal-representatives'))?.note)
    .toBe('Con la delegación federal.');
});

it('what was typed and not saved is there after the page was loaded anew', async () => {
  const id = await app.locality('Las Torres');
  const page = await app.open(ana, `/localities/${id}`);
  const note = page.locator('.activity', { hasText: local }).getByLabel('Nota', { exact: true });
  await page.locator('.activity', { hasText: local }).getByText('Nota, evidencia y cifras').click();
  await note.fill('Falta la minuta');
  await page.reload();
  await expect.poll(() => note.inputValue()).toBe('Falta la minuta');
});

it('signing out leaves nothing of what was seen, and the next person begins anew', async () => {
  const page = await app.open(ana);
  await page.getByText('Su cuenta').locator('..').click();
  await page.getByRole('button', { name: 'Salir' }).click();
  await page
    .getByRole('button', { name: /Entrar|Sí|Yes/ })
    .first()
    .waitFor();
  const kept = z.array(z.object({ name: z.string() })).parse(await page.evaluate('indexedDB.databases()'));
  expect(kept.filter(({ name }) => name.startsWith('etapas-'))).toEqual([]);
  await expect.poll(() => page.evaluate('localStorage.getItem("etapas.subject")')).toBeNull();
});
