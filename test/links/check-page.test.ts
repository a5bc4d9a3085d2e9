import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPath } from '../../domain/history-head.ts';
import { historyKey, historyStore } from '../../store/history.ts';
import { localityKey } from '../../store/localities.ts';
import { restored } from '../support/backup.ts';
import { historyOf } from '../support/history.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, boss, complete, decide, review, seeing } from '../support/walk.ts';
import { type Pages, pagesOf } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'long-title': 'off', 'no-raw-characters': 'off' },
});

let here: TestApp;
let pages: Pages;
let id: string;
beforeAll(async () => {
  here = await testApp();
  pages = pagesOf(here);
  id = await begin(here, 'convivir-mejor', 'Riberas del Bravo');
  const rosa = await stakeholderOf(here, id, { name: 'Rosa Pérez' });
  await commitmentOf(here, id, { action: 'Abrir los sábados', responsible: rosa.id });
  await complete(here, id);
  await review(here, id);
  await decide(here, id, { outcome: 'return', reason: 'Motivo que nadie más lee' });
  await here.settle();
  await here.call('DELETE', `/api/stakeholders/${rosa.id}`, undefined, seeing(boss, 1));
  await here.settle();
});

const plain = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const pathOf = (entry: { seq: number; hash: string } | undefined, locality = id) =>
  checkPath({ locality, seq: entry?.seq ?? 0, hash: entry?.hash ?? '' });

/** The pages over a copy of the table in which one item is another. */
async function altered(change: (copy: TestApp['table']) => Promise<unknown>): Promise<Pages> {
  const table = await restored(here.table);
  await change(table);
  return pagesOf({ ...here, table });
}

describe('a head that a printed record bears', () => {
  it('stands, whichever entry it is of: since when, what it was about, and how many came after it', async () => {
    const entries = await historyOf(here, id);
    expect(entries.length).toBeGreaterThan(5);
    for (const entry of entries) {
      const { status, html } = await pages.get(pathOf(entry));
      const text = plain(html);
      expect(status).toBe(200);
      expect(text).toContain('La huella está en el historial');
      expect(text).toContain(`Entrada ${entry.seq} `);
      expect(text).toContain(`Huella completa (SHA-256) ${entry.hash}`);
      expect(text).toContain('Está en el historial desde el 12 de enero de 2026');
      const following = entries.length - entry.seq;
      expect(text).toContain(
        `Entradas posteriores ${following === 1 ? '1 entrada ' : `${following} entradas`}`,
      );
    }
    const decided = entries.find(({ action }) => action === 'gate-decided');
    const english = plain((await pages.get(`${pathOf(decided)}?lang=en`)).html);
    expect(english).toContain('What was recorded Decision on a stage Stage Capacity building');
    const created = plain((await pages.get(pathOf(entries[0]))).html);
    expect(created).toContain('Qué se registró Alta de la localidad Entradas posteriores');
  });

  it('tells nothing of persons and nothing that anybody wrote, the name of an unpublished place among it', async () => {
    const published = pagesOf({ ...here, municipality: { ...here.municipality, publish: true } });
    for (const entry of await historyOf(here, id)) {
      const { html } = await pages.get(pathOf(entry));
      for (const kept of ['ana@', 'direccion@', 'Rosa', 'Abrir', 'Motivo que', 'Acta', 'Riberas'])
        expect(html).not.toContain(kept);
      expect((await published.get(pathOf(entry))).html).toContain('<dd>Riberas del Bravo</dd>');
    }
  });

  it('is found however its letters were typed, and answered to HEAD; nothing can be sent to it', async () => {
    const last = (await historyOf(here, id)).at(-1);
    const typed = `/v/${id}/${last?.seq}/${last?.hash.toUpperCase()}`;
    expect(plain((await pages.get(typed)).html)).toContain('La huella está en el historial');
    expect(await pages.head(typed)).toMatchObject({ status: 200, html: '' });
    expect((await pages.post(typed, {})).status).toBe(403);
  });

  it('is neither kept nor found by searching, is small, valid markup, and runs no script', async () => {
    const last = (await historyOf(here, id)).at(-1);
    for (const lang of ['es', 'en'])
      for (const path of [pathOf(last), `/v/${id}/${last?.seq}/${'0'.repeat(64)}`, '/v/nowhere/1/0']) {
        const { html, headers } = await pages.get(`${path}?lang=${lang}`);
        const { results } = await validator.validateString(html);
        expect(results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId}: ${m.message}`))).toEqual(
          [],
        );
        expect(Buffer.byteLength(html)).toBeLessThan(30_000);
        expect(html).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=|https?:/);
        expect(html).not.toContain('solo para usted');
        expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
      }
  });
});

describe('a head that does not stand', () => {
  it.each([
    [
      'another hash',
      (entry: { seq: number; hash: string }) => ({ ...entry, hash: `${entry.hash.slice(1)}0` }),
    ],
    [
      'the hash of another entry',
      (entry: { seq: number; hash: string }) => ({ ...entry, seq: entry.seq - 1 }),
    ],
  ])('is told plainly, with what to do: %s', async (_, change) => {
    const last = (await historyOf(here, id)).at(-1);
    const asked = change(last ?? { seq: 0, hash: '' });
    const published = pagesOf({ ...here, municipality: { ...here.municipality, publish: true } });
    const { status, html } = await published.get(pathOf(asked));
    expect(status).toBe(200);
    const text = plain(html);
    expect(text).toContain('La huella no está en el historial');
    expect(text).toContain(
      `La entrada número ${asked.seq} del historial de esta localidad no tiene la huella`,
    );
    expect(text).toContain('Qué puede hacer');
    // Who does not hold the paper is told no name, published or not.
    expect(html).not.toContain('Riberas');
  });

  it('is one beyond the end of the history, as after its last entries were cut off', async () => {
    const entries = await historyOf(here, id);
    const [before, last] = entries.slice(-2);
    const cut = await altered(async ({ client, name: TableName }) => {
      const locality = await here.api.localities.get(id);
      const Item = { ...localityKey(id), entity: 'locality', ...locality, asRead: undefined };
      await client.send(
        new PutCommand({ TableName, Item: { ...Item, revision: before?.seq, headHash: before?.hash } }),
      );
    });
    expect(plain((await cut.get(pathOf(last))).html)).toContain(
      `El historial de esta localidad no llega a la entrada número ${last?.seq}.`,
    );
  });

  it('is one whose entry says another thing under the same hash, or is followed on by none', async () => {
    const entries = await historyStore(here.table).all(`LOCALITY#${id}`);
    const asked = entries.find(({ action }) => action === 'gate-decided');
    const next = entries[asked?.seq ?? 0];
    for (const other of [
      { ...asked, actor: 'otra@juarez.example' },
      { ...asked, detail: { ...asked?.detail, outcome: 'advance' } },
      { ...next, previousHash: 'f'.repeat(64) },
    ]) {
      const over = await altered(({ client, name: TableName }) =>
        client.send(
          new PutCommand({
            TableName,
            Item: { ...historyKey(`LOCALITY#${id}`, other.seq ?? 0), entity: 'history', ...other },
          }),
        ),
      );
      expect(plain((await over.get(pathOf(asked))).html)).toContain('La huella no está en el historial');
    }
  });

  it('is not found where there is no such locality, or no such address', async () => {
    const hash = 'a'.repeat(64);
    const nowhere = await pages.get(`/v/nowhere/1/${hash}`);
    expect(nowhere.status).toBe(404);
    expect(plain(nowhere.html)).toContain('No encontramos lo que se consulta');
    for (const path of [
      `/v/${id}/0/${hash}`,
      `/v/${id}/1/abc`,
      `/v/${id}/1e3/${hash}`,
      `/v/..%2F../1/${hash}`,
    ])
      expect(await pages.get(path)).toEqual(nowhere);
  });
});
