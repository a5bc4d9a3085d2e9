import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Person } from '../../../local/api-client.ts';
import { picture } from '../browser.ts';
import { ana, approver, type CoordinatorsApp, coordinatorsApp, desk, isSound, luis, phone } from './app.ts';

const reason = 'La asamblea se pospuso por la obra.';
const expiresOn = '2031-01-15';

let app: CoordinatorsApp;
let id: string;
beforeAll(async () => {
  app = await coordinatorsApp();
  id = await app.locality('Chaveña');
  // Somebody who did nothing there, and is told of everything as it happens.
  const { version } = await app.walk.locality(id);
  const both = { coordinators: [ana.user, luis.user] };
  const seen = { 'if-match': `"${version}"` };
  await app.api.as(ana)(z.unknown(), 'PATCH', `/api/localities/${id}`, both, seen);
  await app.api.as(luis)(z.unknown(), 'PUT', '/api/me', { mails: 'at-once' }, { 'if-match': '"0"' });
  await advance(id);
});

/** The review of a gate is asked for, whatever is missing. */
const askReview = (locality: string, track?: string) =>
  app.api.as(approver)(z.unknown(), 'POST', `/api/localities/${locality}/gate/reviews`, {
    track,
    override: { reason, expiresOn },
  });

/** The gate of a locality is passed by an exception. */
async function advance(locality: string) {
  await askReview(locality);
  const decision = { outcome: 'advance', reason: 'Por una sola vez.' };
  await app.api.as(ana)(z.unknown(), 'POST', `/api/localities/${locality}/gate/decisions`, decision);
}

const looks: [string, BrowserContextOptions][] = [
  ['360-dark-en', { viewport: phone, colorScheme: 'dark', locale: 'en-US' }],
  ['1280-light', { viewport: desk, colorScheme: 'light' }],
];

it.each(looks)('at %s every part of the administration is accessible and fits', async (name, options) => {
  const page = await app.open(approver, '/administration', options);
  const parts = page.getByRole('navigation').nth(1).getByRole('link');
  await parts.first().waitFor();
  const addresses = await parts.evaluateAll((links: { href: string }[]) => links.map(({ href }) => href));
  expect(addresses.length).toBeGreaterThan(4);
  for (const address of addresses) {
    const { pathname } = new URL(address);
    await page.getByRole('navigation').nth(1).locator(`a[href="${pathname}"]`).click();
    await page.waitForURL(address);
    await page.locator('main h2').first().waitFor();
    const what = pathname.slice(1).replace('/', '-');
    await isSound(page, what);
    await picture(page, `${what}-${name}`, 'screenshots');
  }
});

it('an exception shows with its day, its reason and what was missing', async () => {
  const page = await app.open(approver, '/administration/overrides');
  const card = page.getByRole('article').filter({ hasText: 'Chaveña' });
  await card.getByText(`«${reason}»`).waitFor();
  await card.getByText('15 ene 2031').waitFor();
  await card.getByText('actividades obligatorias').waitFor();
  await card.getByRole('link', { name: 'Chaveña' }).click();
  await page.getByRole('heading', { level: 1, name: 'Chaveña' }).waitFor();
});

it('the log of mails tells who was written to, and what became of it', async () => {
  const page = await app.open(approver, '/administration');
  const log = page.getByRole('region', { name: 'Correos del día' });
  const row = log.getByRole('row').filter({ hasText: ana.user }).first();
  await row.waitFor();
  await expect.poll(() => row.innerText()).toMatch(/Guardado por el modo de prueba|Enviado/);
  await log.getByLabel('Qué día').fill('2020-01-01');
  await log.getByText('No hubo correos').waitFor();
});

it('staff and settings are shown as they are deployed', async () => {
  const page = await app.open(approver, '/administration/staff');
  await page.getByRole('link', { name: `1 localidad: ${ana.user}` }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'direccion@juarez.example' }).waitFor();
  await page.getByRole('link', { name: 'Ajustes' }).click();
  await page.getByText('municipalities/juarez.yaml').waitFor();
  await page.getByText('America/Ciudad_Juarez').waitFor();
});

it('mail of a restored table waits for somebody who confirms what will happen', async () => {
  const page = await app.open(approver);
  const stopped = {
    from: 'etapas@juarez.example',
    released: false,
    sandbox: true,
    allowed: [],
    dailyCap: 5,
    sentToday: 5,
    staffCap: 3,
    staffSentToday: 2,
    waiting: [
      {
        id: 'one',
        kind: 'mail',
        locality: id,
        state: 'held',
        attempts: 2,
        queuedAt: '2026-11-20T15:00:00.000Z',
        heldUntil: '2026-11-20T16:00:00.000Z',
      },
    ],
    more: false,
  };
  await page.route('**/api/mail', (route) => route.fulfill({ json: stopped }));
  await page.goto(`${app.url}/administration`);
  await page.getByText('El correo está detenido').waitFor();
  await page.getByText('Ya se enviaron los correos de hoy').waitFor();
  await page.getByRole('row', { name: /Aviso de una localidad Chaveña En duda/ }).waitFor();
  await picture(page, 'administration-stopped', 'screenshots');
  await page.getByRole('button', { name: 'Permitir que salga el correo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 correo en espera').waitFor();
  await isSound(page, 'release');
  await page.unroute('**/api/mail');
  await dialog.getByRole('button', { name: 'Permitir que salga el correo' }).click();
  await page.getByText('El correo vuelve a salir.').waitFor();
  await page.getByText('El correo está saliendo').waitFor();
});

it('the check of all records goes on where it was after it failed, and names what it finds', async () => {
  const page = await app.open(approver, '/administration/records');
  const finding = { kind: 'locality', id, code: 'history-altered', about: '3' };
  const first = { checked: 20, findings: [finding], nextCursor: 'stakeholders' };
  const asked: (string | null)[] = [];
  await page.route('**/api/audit*', (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('cursor'));
    if (asked.length === 1) return route.fulfill({ json: first });
    if (asked.length === 2)
      return route.fulfill({ status: 503, json: { detail: 'El servicio está saturado.' } });
    return route.fulfill({ json: { checked: 5, findings: [] } });
  });
  await page.getByRole('button', { name: 'Comprobar todo' }).click();
  await page.getByText('El servicio está saturado.').waitFor();
  await page.getByText('20 historiales comprobados').waitFor();
  await page.getByRole('button', { name: 'Seguir' }).click();
  await page.getByText('1 falla.').waitFor();
  expect(asked).toEqual([null, 'stakeholders', 'stakeholders']);
  const line = page.getByRole('listitem').filter({ hasText: 'El registro 3 del historial se cambió' });
  await expect.poll(() => line.getByRole('link').innerText()).toBe('Chaveña');
  await isSound(page, 'findings');
  await picture(page, 'administration-findings', 'screenshots');

  await page.unroute('**/api/audit*');
  await page.getByRole('button', { name: 'Comprobar de nuevo' }).click();
  await page.getByText('Todo concuerda.').waitFor();
});

it("the day's reminders are sent after a confirmation, and what came of it is told", async () => {
  const page = await app.open(approver, '/administration/reminders');
  await page.getByText('14 y 7 días antes de su fecha').waitFor();
  await page.getByRole('button', { name: 'Enviar los de hoy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Los correos no se pueden retirar.').waitFor();
  await dialog.getByRole('button', { name: 'Enviar los de hoy' }).click();
  await page.getByRole('heading', { name: /^Recordatorios del/ }).waitFor();
});

it('whoever is no administrator is not led there, and told so at its address', async () => {
  const page = await app.open(ana, '/administration/settings');
  await page.getByText('Esta parte es de la administración').waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Localidades' }).count()).toBe(1);
  await expect.poll(() => page.getByRole('link', { name: 'Gestión' }).count()).toBe(0);
});

const Mailbox = z.array(z.object({ subject: z.string(), html: z.string() }));

/**
 * Where in the app the button of a mail to somebody about a locality leads, once the mail is there. The mailbox of a machine
 * holds what suites before this one have left, about localities of the same names that are gone.
 */
const linkIn = ({ user }: Person, locality: string, subject: string) =>
  vi.waitFor(async () => {
    const mails = await app.api.local(Mailbox, 'GET', `/local/mailbox?to=${encodeURIComponent(user)}`);
    const mail = mails.find((one) => one.subject === subject && one.html.includes(`/localities/${locality}`));
    expect(mail, subject).toBeDefined();
    const { origin, pathname, hash } = new URL(/(?<=href=")[^"]*/.exec(mail?.html ?? '')?.[0] ?? '');
    expect(origin).toBe(app.url);
    return pathname + hash;
  }, 20_000);

const first = 'Fortalecimiento de capacidades';
const mails: [string, Person, string, stage: string, said: string][] = [
  ['a review', ana, `Se pidió revisar la etapa «${first}» · Chaveña`, first, '«Por una sola vez.»'],
  ['an exception', luis, `Se aprobó con excepción la etapa «${first}» · Chaveña`, first, reason],
  [
    'a decision',
    approver,
    'La localidad avanza a la etapa «Focalización territorial» · Chaveña',
    'Focalización territorial',
    'Caracterización estadística de los polígonos preliminares',
  ],
];

it.each(mails)(
  'the mail of %s leads who gets it to what it tells of',
  async (_, reader, subject, stage, said) => {
    const page = await app.open(reader, await linkIn(reader, id, subject));
    await page.getByRole('heading', { level: 1, name: 'Chaveña' }).waitFor();
    await page.getByRole('heading', { level: 2, name: stage }).waitFor();
    await page.getByText(said).first().waitFor();
  },
);

it('the mail of the review of a track leads to that track, wherever it is on the page', async () => {
  const galeana = await app.locality('Galeana', 'red-conectate');
  await advance(galeana);
  await vi.waitFor(() => askReview(galeana, 'empowerment-models'), 60_000);
  const link = await linkIn(
    ana,
    galeana,
    'Se pidió revisar el proceso «Modelos de empoderamiento» · Galeana',
  );
  const page = await app.open(ana, link, { viewport: phone });
  const track = page.getByRole('heading', { level: 3, name: 'Modelos de empoderamiento' });
  await track.waitFor();
  const top = async () => (await track.boundingBox())?.y;
  // At the top of what is seen, though it is far from the top of the page.
  await expect.poll(top).toBeLessThan(150);
  await page.evaluate('scrollTo(0, 0)');
  await expect.poll(top).toBeGreaterThan(150);
});

it('a request about somebody’s data is recorded, stands among the tasks, and is answered', async () => {
  const page = await app.open(approver, '/administration/requests');
  await page.getByRole('button', { name: 'Registrar una solicitud' }).click();
  const recording = page.getByRole('dialog');
  await recording.getByRole('button', { name: 'Registrar una solicitud' }).click();
  await recording.getByText('Escriba el nombre de quien la presenta.').waitFor();
  await recording.getByLabel('Qué se solicita').selectOption({ label: 'rectificación de sus datos' });
  await recording.getByLabel('Quién la presenta').fill('Luz Marina Ortiz');
  await isSound(page, 'request-dialog');
  await recording.getByRole('button', { name: 'Registrar una solicitud' }).click();
  const card = page.getByRole('article').filter({ hasText: 'Luz Marina Ortiz' });
  await card.getByText('rectificación de sus datos').waitFor();
  await page.goto(new URL('/', page.url()).href);
  const task = page.getByRole('article').filter({ hasText: 'Luz Marina Ortiz presentó una solicitud' });
  await task.getByRole('link', { name: 'Ver la solicitud' }).click();
  await card.getByRole('button', { name: 'Registrar la respuesta' }).click();
  const answering = page.getByRole('dialog');
  await answering.getByLabel('Respuesta entregada').fill('Se corrigió su nombre.');
  await answering.getByRole('button', { name: 'Registrar la respuesta' }).click();
  await card.getByText('«Se corrigió su nombre.»').waitFor();
  const printed = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Imprimir la respuesta' }).click();
  expect((await printed).suggestedFilename()).toMatch(/-answer\.pdf$/);
});

it('the localities of a coordinator are handed over, once it was seen which they are', async () => {
  const page = await app.open(approver, '/administration/staff');
  const hers = page.getByRole('listitem').filter({ hasText: ana.user });
  await hers.getByRole('button', { name: 'Entregar sus localidades' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A quién').fill('eva');
  await dialog.getByRole('button', { name: 'Ver cuáles son' }).click();
  await dialog.getByText(/^eva@juarez\.example recibe \d+ localidad/).waitFor();
  await dialog.getByRole('listitem').filter({ hasText: 'Chaveña' }).waitFor();
  await isSound(page, 'handover-dialog');
  await dialog.getByRole('button', { name: 'Entregar sus localidades' }).click();
  await page.getByRole('link', { name: /^\d+ localidad(es)?: eva@juarez\.example$/ }).waitFor();
});

it('every screen leads to the privacy notice', async () => {
  const page = await app.open(approver);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Aviso de privacidad' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aviso de privacidad' }).waitFor();
  await page.getByText('Municipio de Juárez, Chihuahua es responsable').waitFor();
  await isSound(page, 'privacy-notice');
});
