import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { Municipality } from '../../domain/municipality.ts';
import { person } from '../support/people.ts';
import { municipality } from '../support/settings.ts';
import { testApp } from '../support/test-app.ts';
import { pagesOf } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off' },
});

const own = {
  responsible: 'Municipio de Juárez <Chihuahua>',
  office: 'Unidad de Transparencia',
  address: 'Av. Francisco Villa 950 Norte',
  email: 'transparencia@juarez.example',
  telephone: '+52 (656) 737-0000',
  purposes: [{ es: 'Dar seguimiento a lo acordado', en: 'To follow up what was agreed' }],
  transfers: { es: 'A la Fiscalía, si lo pide', en: 'To the prosecutor, on request' },
  requests: { es: 'En ventanilla, de 8 a 15 h', en: 'At the counter, from 8 to 15' },
};

it('the notice of a municipality that says nothing of it is made from its name', async () => {
  const pages = pagesOf(await testApp());
  const { status, html, headers } = await pages.get('/privacy');
  expect(status).toBe(200);
  for (const said of [
    'Ayuntamiento de Ciudad Juárez, Chihuahua',
    'Unidad de Transparencia',
    '20 días hábiles',
  ])
    expect(html).toContain(said);
  expect(html).not.toMatch(/undefined|Domicilio|mailto:|tel:/);
  expect(headers['cache-control']).toBe('public, max-age=300');
  expect(headers).not.toHaveProperty('x-robots-tag');
});

it('what a municipality says itself stands in the place of the general words, as the characters it is', async () => {
  const pages = pagesOf(await testApp({ privacy: own }));
  const { html } = await pages.get('/privacy?lang=es');
  for (const said of [
    'Municipio de Juárez &lt;Chihuahua&gt;',
    'Av. Francisco Villa 950 Norte',
    'href="mailto:transparencia@juarez.example"',
    'href="tel:+526567370000"',
    'Dar seguimiento a lo acordado',
    'A la Fiscalía, si lo pide',
    'En ventanilla, de 8 a 15 h',
  ])
    expect(html).toContain(said);
  expect(html).not.toMatch(/Ayuntamiento|Rendir cuentas|no se transfieren/);
});

it('the notice is in the language of the address, or else of the browser', async () => {
  const pages = pagesOf(await testApp({ privacy: own }));
  for (const { html } of [
    await pages.get('/privacy?lang=en', { 'accept-language': 'es' }),
    await pages.get('/privacy', { 'accept-language': 'en-GB,es;q=0.3' }),
  ]) {
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('To the prosecutor, on request');
  }
});

it.each(['es', 'en'])(
  'the notice in %s is valid, accessible markup without scripts, and small',
  async (lang) => {
    for (const privacy of [undefined, own]) {
      const pages = pagesOf(await testApp(privacy && { privacy }));
      const { html } = await pages.get(`/privacy?lang=${lang}`);
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
      expect(html).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=/);
      expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    }
  },
);

it('every page without an account leads to the notice, in its own language', async () => {
  const here = await testApp({ publish: true });
  const rosa = await person(here, 'rosa');
  const pages = pagesOf(here);
  const addresses = [
    await pages.linkFor(rosa),
    await pages.linkFor(rosa, 'unsubscribe'),
    '/c/nobody',
    '/p/nowhere',
    '/v/nowhere/1/x',
  ];
  for (const address of addresses)
    expect((await pages.get(`${address}?lang=en`)).html).toContain('<a href="/privacy?lang=en">');
});

it('is answered to HEAD without its text, and to no form', async () => {
  const pages = pagesOf(await testApp());
  expect(await pages.head('/privacy')).toMatchObject({ status: 200, html: '' });
  expect(await pages.post('/privacy', {})).toMatchObject({ status: 403 });
});

it.each([
  ['an address that is none', { email: 'nobody' }],
  ['a telephone number that is none', { telephone: 'llame por la tarde' }],
  ['a field that there is not', { phone: '656' }],
  ['words in one language only', { transfers: { es: 'A nadie' } }],
])('settings with %s are refused', (_what, privacy) => {
  expect(Municipality.safeParse({ ...municipality(), privacy }).success).toBe(false);
});
