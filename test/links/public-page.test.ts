import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { promise } from '../support/people.ts';
import { entryOf, lineOf } from '../support/plans.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, complete, decide, pass, review, survey } from '../support/walk.ts';
import { type Pages, pagesOf } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off' },
});

let here: TestApp;
let pages: Pages;
let id: string;

/** A locality with two surveys, some promises, and a stage that was returned with words of its own. */
beforeAll(async () => {
  here = await testApp({ publish: true });
  pages = pagesOf(here);
  id = await begin(here, 'convivir-mejor', 'Riberas del Bravo');
  await complete(here, id);
  await review(here, id);
  await decide(here, id, { outcome: 'return', reason: 'Motivo que nadie más lee' });
  await here.settle();
  await pass(here, id);
  here.pass(10);
  await pass(here, id);
  const rosa = await stakeholderOf(here, id, { name: 'Rosa Pérez', organization: 'Escuela Doce' });
  for (const status of ['fulfilled', 'pending', 'pending'])
    await commitmentOf(here, id, { action: 'Abrir los sábados', responsible: rosa.id, status });
  await promise(here, id, { action: 'De nadie' });
  await survey(here, id, 'baseline');
  await survey(here, id, 'follow-up');
});

const plain = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the public page of a locality', () => {
  it('says where it stands: stages with their days, commitments by sector, indicators with a verdict in words', async () => {
    const { status, html } = await pages.get(`/p/${id}`);
    expect(status).toBe(200);
    const text = plain(html);
    for (const said of [
      'Riberas del Bravo',
      'Convivir Mejor · En curso',
      'Situación al 22 de enero de 2026',
      'Fortalecimiento de capacidades Concluida · del 12 de enero de 2026 al 12 de enero de 2026',
      'Involucramiento comunitario En curso · desde el 22 de enero de 2026',
      'Evaluación de la estrategia Por venir · prevista del',
      'Escolar Pendiente: 2 · Cumplido: 1',
      'Sin responsable Pendiente: 1',
      'Todos los sectores Pendiente: 3 · Cumplido: 1',
      'Antes 37.5%, después 37.5% · sin cambio detectable',
      'mejoró',
    ])
      expect(text).toContain(said);
  });

  it('tells what was done of the lines that are published, without small cells and without notes', async () => {
    const app = await testApp({ publish: true });
    const at = await begin(app, 'convivir-mejor', 'Anapra');
    const shown = await lineOf(app, at, { name: 'Atención legal', published: true, target: 80 });
    for (const [quantity, cells] of [
      [30, { sex: 'female', kind: 'legal' }],
      [12, { sex: 'male' }],
      [3, { kind: 'psicológica' }],
    ] as const)
      await entryOf(app, shown.id, { on: '2025-11-05', quantity, cells, note: 'Nota que nadie lee' });
    const few = await lineOf(app, at, { name: 'Refugios', published: true, target: undefined });
    await entryOf(app, few.id, { quantity: 2 });
    await lineOf(app, at, { name: 'Línea interna' });
    const { html } = await pagesOf(app).get(`/p/${at}`);
    const text = plain(html);
    expect(text).toContain('Lo que se ha hecho');
    expect(text).toContain('Atención legal 45 de 80 servicios (56.3 % de la meta)');
    expect(text).toContain('Refugios Menos de 5 servicios');
    // Of 45, 3 named no sex: neither is shown, nor the smallest of the others.
    expect(text).toContain('4.º trimestre de 2025: female: 30');
    for (const hidden of ['male: 12', 'psicológica', 'Nota', 'interna', 'ana@'])
      expect(text).not.toContain(hidden);
    expect(validator.validateStringSync(html).results).toEqual([]);
  });

  it('holds nothing of persons, and nothing that anybody wrote but its name', async () => {
    for (const lang of ['es', 'en']) {
      const { html } = await pages.get(`/p/${id}?language=${lang}`);
      for (const kept of [
        'ana@',
        'direccion@',
        'Rosa',
        'Escuela Doce',
        'Abrir',
        'De nadie',
        'Motivo que',
        'Acta',
      ])
        expect(html).not.toContain(kept);
    }
  });

  it('is in the language of the address, or else of the browser', async () => {
    const asked = await pages.get(`/p/${id}?language=en`, { 'accept-language': 'es' });
    expect(asked.html).toContain('<html lang="en">');
    expect(plain(asked.html)).toContain('Community involvement Under way · since');
    const browsers = await pages.get(`/p/${id}`, { 'accept-language': 'en-GB,es;q=0.3' });
    expect(browsers.html).toContain('Commitments by sector');
    expect(browsers.headers).toMatchObject({ vary: 'accept-language', 'content-language': 'en' });
  });

  it('is kept by caches for five minutes, may be found, and is held to the policy of every page', async () => {
    const { headers, html } = await pages.get(`/p/${id}`);
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(headers).not.toHaveProperty('x-robots-tag');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(html).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=|https?:/);
    expect(html).not.toContain('solo para usted');
  });

  it.each(['es', 'en'])('is valid, accessible markup in %s, and small', async (lang) => {
    for (const address of [`/p/${id}?lang=${lang}`, `/p/nowhere?lang=${lang}`]) {
      const { html } = await pages.get(address);
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual([]);
      expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    }
  });

  it('is answered to HEAD without its text, and to no other request', async () => {
    const head = await pages.head(`/p/${id}`);
    expect(head).toMatchObject({ status: 200, html: '' });
    const post = await pages.post(`/p/${id}`, {});
    expect(post.status).toBe(403);
  });

  it('shows a name as it is, whatever is in it', async () => {
    const other = await begin(here, 'convivir-mejor', '<script>alert("lugar")</script>');
    const { html } = await pages.get(`/p/${other}`);
    expect(html).toContain('<h1>&lt;script&gt;alert(&quot;lugar&quot;)&lt;/script&gt;</h1>');
    expect(html).toContain('Todavía no hay compromisos registrados.');
    expect(html).toContain('Todavía no hay dos encuestas que se puedan comparar.');
  });

  it('tells where a locality was closed', async () => {
    const other = await begin(here, 'convivir-mejor', 'Anapra');
    await decide(here, other, { outcome: 'close', reason: 'Sin recursos' }, ana);
    const text = plain((await pages.get(`/p/${other}`)).html);
    expect(text).toContain('Convivir Mejor · Cerrada');
    expect(text).not.toContain('Sin recursos');
  });
});

describe('what is not published', () => {
  it('is answered as what there is not, and is not kept', async () => {
    const silent = pagesOf({ ...here, municipality: { ...here.municipality, publish: false } });
    const theirs = await silent.get(`/p/${id}`);
    expect(theirs.status).toBe(404);
    expect(theirs.headers['cache-control']).toBe('no-store');
    for (const address of ['/p/nowhere', '/p/..%2F..', `/p/${'a'.repeat(100)}`])
      for (const one of [silent, pages]) expect(await one.get(address)).toEqual(theirs);
  });

  it('is every locality of a municipality that does not say otherwise', async () => {
    const { municipality } = await testApp();
    expect(municipality.publish).toBe(false);
  });
});
