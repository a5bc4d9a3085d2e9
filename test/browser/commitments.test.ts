import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { commitmentStore } from '../../store/commitments.ts';
import { type Machine, machine } from '../support/machine.ts';
import { picture, sharedBrowser } from './browser.ts';
import { expectSound } from './sound.ts';

let browser: Browser;
let etapas: Machine;
beforeAll(async () => {
  [browser, etapas] = await Promise.all([sharedBrowser(), machine()]);
});
afterAll(async () => {
  await etapas?.stop();
});

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-MX', ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const status = async (number: string) =>
  (await commitmentStore(etapas.table).get({ locality: 'anapra', number: Number(number.split('.')[1]) }))
    .status;
const scripts = { javaScriptEnabled: false };
const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 800 };

it('two taps lead from the mail to the receipt, without a script', async () => {
  const { commitments, made } = await etapas.guest('rosa', ['Pintar el kiosco', 'Abrir el taller']);
  // A page of a mail program: the first tap is on the link.
  const mail = await open(`data:text/html,<a href="${commitments}">Ver mis compromisos</a>`, {
    ...scripts,
    viewport: phone,
    hasTouch: true,
  });
  await mail.getByRole('link').tap();
  await mail.getByRole('button', { name: 'Ya está cumplido' }).first().tap();
  await mail.getByRole('heading', { level: 1, name: 'Recibimos su respuesta' }).waitFor();
  expect(await status(made[0] ?? '')).toBe('fulfilled');
  expect(await status(made[1] ?? '')).toBe('pending');
});

it('the keyboard alone is enough, with a visible focus', async () => {
  const { commitments, made } = await etapas.guest('beto', ['Donar los focos']);
  const page = await open(commitments);
  const focused = () => page.evaluate('document.activeElement.textContent.trim()');
  const pressTo = async (label: string) => {
    for (let presses = 0; presses < 12 && (await focused()) !== label; presses += 1)
      await page.keyboard.press('Tab');
    await expect.poll(focused).toBe(label);
    const outline = 'getComputedStyle(document.activeElement).outlineWidth';
    await expect.poll(() => page.evaluate(outline)).toBe('3px');
  };
  await pressTo('Agregar una nota');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Falta la escalera');
  await pressTo('No puedo cumplirlo');
  await page.keyboard.press('Enter');
  await page.getByText('Falta la escalera').waitFor();
  await expect.poll(() => page.getByText('Avisamos a la coordinación').count()).toBe(1);
  await pressTo('Está en proceso');
  await page.keyboard.press('Enter');
  await page.getByText('Usted respondió: Está en proceso.').waitFor();
  expect(await status(made[0] ?? '')).toBe('in-progress');
});

it('25: a browser that opens the links and runs scripts, without pressing anything, changes nothing', async () => {
  const { commitments, unsubscribe } = await etapas.guest('carla', ['Barrer la plaza']);
  const everything = async () => {
    const { Items = [] } = await etapas.table.client.send(new ScanCommand({ TableName: etapas.table.name }));
    return new Map(Items.map((item) => [`${item.pk} ${item.sk}`, item]));
  };
  const before = await everything();
  for (const url of [commitments, unsubscribe, `${commitments}?lang=en`]) {
    const page = await open(url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await page.evaluate(
      'Promise.allSettled([...document.querySelectorAll("a")].map((link) => fetch(link.href)))',
    );
    expect(asked.filter((line) => line.startsWith('POST'))).toEqual([]);
  }
  expect(await everything()).toEqual(before);
});

it('26: no page that is reached from a link is told where its reader came from', async () => {
  const { commitments } = await etapas.guest('dora', ['Podar los árboles']);
  const page = await open(commitments);
  const told: (string | undefined)[] = [];
  page.on('request', (request) => told.push(request.headers().referer));
  await page.getByRole('link', { name: 'In English' }).click();
  await page.getByRole('button', { name: 'It is under way' }).click();
  expect(told.length).toBeGreaterThan(1);
  expect(told.filter(Boolean)).toEqual([]);
});

const looks: [string, BrowserContextOptions][] = [
  ['320-light', { viewport: phone, colorScheme: 'light' }],
  ['320-dark', { viewport: phone, colorScheme: 'dark' }],
  ['1280-light', { viewport: desk, colorScheme: 'light' }],
  ['1280-dark', { viewport: desk, colorScheme: 'dark' }],
];

it.each(looks)(
  'at %s every page is accessible, fits its width, and has large targets',
  async (name, options) => {
    const long =
      'Reparar el alumbrado de la calle Batalla de Zacatecas entre Puerto Dunquerque y Puerto de Palos';
    const id = `guest-${name}`;
    const { commitments, unsubscribe } = await etapas.guest(id, [long, 'Abrir el taller'], {
      name: 'Eva Peña',
    });
    const page = await open(commitments, options);
    const check = async (what: string, title: string) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await expectSound(page, what, { selector: 'a, button, summary, textarea', least: 44 });
      await picture(page, `${what}-${name}`);
    };
    await check('list', 'Sus compromisos');
    await page.getByText('Agregar una nota').first().click();
    await page.locator('textarea:visible').fill('Quedó listo\ncon ayuda de los vecinos');
    await check('note', 'Sus compromisos');
    await page.getByRole('button', { name: 'Ya está cumplido' }).first().click();
    await check('receipt', 'Recibimos su respuesta');
    await page.goto(unsubscribe);
    await check('unsubscribe', 'Dejar de recibir correos');
    await page.getByRole('button').click();
    await check('unsubscribed', 'Ya no le escribiremos');
    await page.goto(`${etapas.url}/c/forged`);
    await check('refused', 'Este enlace no sirve');
  },
);
