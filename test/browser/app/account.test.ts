import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { ana, type CoordinatorsApp, coordinatorsApp, isSound, phone } from './app.ts';

let app: CoordinatorsApp;
beforeAll(async () => {
  app = await coordinatorsApp();
});
const Me = z.looseObject({ mails: z.string(), language: z.string() });
const me = () => app.api.as(ana)(Me, 'GET', '/api/me');

it('the mails one is sent are chosen in one’s account, by the keyboard alone', async () => {
  const page = await app.open(ana, '/');
  const account = page.locator('.account summary');
  await account.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Correos que recibe' }).focus();
  await page.keyboard.press('Enter');
  // The title of the screen is read out, and the keyboard goes on from there.
  const title = page.getByRole('heading', { level: 1, name: 'Su cuenta' });
  await expect.poll(() => title.evaluate((one) => one.matches(':focus'))).toBe(true);
  const choices = page.getByRole('group', { name: '¿Qué quiere recibir?' });
  await expect.poll(() => choices.getByRole('radio', { name: 'Un resumen al día' }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await choices.getByRole('radio', { name: 'Un resumen a la semana' }).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Se guardó lo que eligió.').waitFor();
  expect(await me()).toMatchObject({ mails: 'weekly', language: 'es' });
  await page.reload();
  await expect
    .poll(() => choices.getByRole('radio', { name: 'Un resumen a la semana' }).isChecked())
    .toBe(true);
});

it('the account says in English what each choice means, and fits a phone', async () => {
  const page = await app.open(ana, '/account', { viewport: phone, locale: 'en-US' });
  const form = page.getByRole('form', { name: 'The mails you receive' });
  await form.getByText('not even reviews', { exact: false }).waitFor();
  await isSound(page, 'account');
  await form.getByRole('radio', { name: 'No mail' }).check();
  await form.getByLabel('Language of the mails').selectOption('English');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your choice was saved.').waitFor();
  await expect.poll(me).toMatchObject({ mails: 'none', language: 'en' });
});
