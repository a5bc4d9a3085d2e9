import { decodeQR } from 'qr/decode.js';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Conflict } from '../../domain/errors.ts';
import { readFacts } from '../../functions/dossier/facts.ts';
import { historyOf } from '../support/history.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { type Pdf, readPdf } from '../support/pdf.ts';
import { person, promise } from '../support/people.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import {
  ana,
  begin,
  boss,
  complete,
  decide,
  evidence,
  locality,
  pass,
  rankingOf,
  review,
  seeing,
  survey,
  vera,
} from '../support/walk.ts';

async function dossier(
  here: TestApp,
  id: string,
  who: Call = boss,
  language = 'es',
): Promise<Pdf & { bytes: Buffer }> {
  const headers = { 'accept-language': language };
  const answer = await here.call('GET', `/api/localities/${id}/dossier.pdf`, undefined, { ...who, headers });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
  const bytes = answer.bytes ?? Buffer.alloc(0);
  return { bytes, ...readPdf(bytes) };
}

/** All that it says, its lines joined: where a line breaks is not what matters. */
const said = ({ pages }: Pdf) =>
  pages
    .map(({ text }) => text)
    .join('\n')
    .replace(/\s+/g, ' ');

/** What the code on a page says, read from what is drawn there as a camera sees it. */
function codeIn(page: Pdf['pages'][number] | undefined): string {
  const perPoint = 5;
  const [width, height] = [612 * perPoint, 792 * perPoint];
  const data = new Uint8Array(width * height * 4).fill(255);
  // Modules of the code are lower than anything else that is drawn as a rectangle.
  for (const [x, y, wide, high] of (page?.boxes ?? []).filter(([, , , high]) => high < 3))
    for (let row = Math.round(y * perPoint); row < Math.round((y + high) * perPoint); row += 1) {
      const start = row * width + Math.round(x * perPoint);
      for (let at = start; at < start + Math.round(wide * perPoint); at += 1)
        data.set([0, 0, 0, 255], at * 4);
    }
  return decodeQR({ width, height, data });
}

/** A locality that was returned once and passed once by override, with people, promises and surveys. */
async function told(here: TestApp): Promise<string> {
  const id = await begin(here, 'convivir-mejor', 'Riberas del Bravo');
  const activity = `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;
  await here.call(
    'PUT',
    activity,
    { status: 'done', note: 'Faltó la segunda sesión', evidence, figures: { peopleTrained: 32 } },
    seeing(ana, (await locality(here, id)).version),
  );
  await pass(here, id);
  await complete(here, id);
  await review(here, id);
  await decide(here, id, { outcome: 'return', reason: 'La ponderación no se explica' });
  await here.settle();
  await pass(here, id);
  await pass(here, id);
  const rosa = await stakeholderOf(here, id, { name: 'Rosa Pérez', organization: 'Escuela 12' });
  const luz = await stakeholderOf(here, id, { name: 'Luz Ibáñez', sector: 'community' });
  await commitmentOf(here, id, {
    action: 'Abrir la escuela los sábados',
    responsible: rosa.id,
    coResponsible: [luz.id],
    status: 'in-progress',
    progress: 40,
    budget: { amount: 125_000, currency: 'MXN' },
  });
  await commitmentOf(here, id, { action: 'Recorridos de vecinos', responsible: luz.id });
  const override = { reason: 'La asamblea se pospuso', expiresOn: '2030-09-30' };
  await here.call('POST', `/api/localities/${id}/gate/reviews`, { override }, boss);
  await decide(here, id, { outcome: 'advance', reason: 'Por una sola vez' }, ana);
  await here.settle();
  await survey(here, id, 'follow-up');
  return id;
}

let here: TestApp;
let id: string;
let spanish: string;
beforeAll(async () => {
  here = await testApp();
  id = await told(here);
  spanish = said(await dossier(here, id));
});

describe('the record of a locality in print', () => {
  it('says whose it is, and where it stands', () => {
    for (const text of [
      'Expediente de localidad',
      'Riberas del Bravo',
      'Ciudad Juárez, Chihuahua',
      'Convivir Mejor (versión 1)',
      'Etapa actual',
      'Implementación',
      'ana@juarez.example',
      '12 de enero de 2026',
    ])
      expect(spanish).toContain(text);
  });

  it('has every stage with its plan, and every visit with what was done and what shows it', () => {
    for (const text of [
      '1. Fortalecimiento de capacidades',
      '6. Evaluación de la estrategia',
      'Visita 2: abierta el',
      'Capacitación de autoridades estatales y locales (32 personas capacitadas)',
      'Faltó la segunda sesión',
      'Evidencia: Acta',
      'Sin completar: Coordinación interinstitucional',
    ])
      expect(spanish).toContain(text);
  });

  it('has every decision: who asked, who decided and why; and marks what was passed by override', () => {
    for (const text of [
      'Regresa Pidió la revisión ana@juarez.example',
      'Decidió direccion@juarez.example el 12 de enero de 2026. Motivo: La ponderación no se explica',
      'Con excepción: se pasó sin cumplir todos los criterios',
      'Excepción de direccion@juarez.example, vigente hasta el 30 de septiembre de 2030',
      'Motivo: La asamblea se pospuso',
      'Lo que faltaba: Completar las actividades obligatorias',
      'Motivo: Por una sola vez',
    ])
      expect(spanish).toContain(text);
  });

  it('has the matrix, the sectors that are missing from it, and its sums by status', () => {
    for (const text of [
      'Abrir la escuela los sábados',
      'Rosa Pérez, Escuela 12',
      'Con: Luz Ibáñez',
      '$125,000 MXN',
      'Avance: 40%',
      'Sectores sin compromiso vigente: social, gubernamental, empresarial y religioso.',
      'Total sin cancelados 2 $125,000 MXN',
    ])
      expect(spanish).toContain(text);
  });

  it('has the surveys, and of every indicator both figures, their intervals and the verdict in words', async () => {
    expect(spanish).toContain('40 personas; cuestionario convivencia v1');
    const { body } = await here.call('GET', `/api/localities/${id}/evaluation`, undefined, vera);
    const rows = z.object({ items: z.array(z.object({ verdict: z.string() })) }).parse(body).items;
    const words = { improved: 'mejoró', 'no-detectable-change': 'sin cambio detectable' };
    for (const [verdict, word] of Object.entries(words)) {
      const legend = 1;
      const times = rows.filter((row) => row.verdict === verdict).length + legend;
      expect(spanish.split(word)).toHaveLength(times + 1);
    }
    expect(spanish).toMatch(
      /Percepción de inseguridad: en el presente [\d.]+% de [\d.]+% a [\d.]+% 40 respuestas/,
    );
  });

  it('has the ranking by which the locality was chosen', () => {
    for (const text of [
      'Lugar de esta localidad 1 de 2',
      'Más casos atendidos',
      'Casos 100% Es lo que se registra',
    ])
      expect(spanish).toContain(text);
  });

  it('ends with the number and the hash of the last entry of the history, which are on every page, too', async () => {
    const entries = await historyOf(here, id);
    const last = entries.at(-1);
    const { pages } = await dossier(here, id);
    expect(spanish).toContain(`en su entrada número ${entries.length}.`);
    for (const [at, { text }] of pages.entries()) {
      expect(text).toContain(`Página ${at + 1} de ${pages.length}`);
      expect(text).toContain(`Huella ${last?.hash}`);
    }
  });

  it('has a code that leads to where its head is checked, beside that address in letters, and says so to who hears it', async () => {
    const last = (await historyOf(here, id)).at(-1);
    const { pages, outline } = await dossier(here, id);
    const address = `https://etapas.juarez.example/v/${id}/${last?.seq}/${last?.hash}`;
    const at = pages.findIndex(({ text }) => text.includes('Historial y autenticidad'));
    expect(pages[at]?.text.replace(/\s+/g, '')).toContain(address);
    const short = last?.hash.slice(0, 16).match(/.{4}/g)?.join(' ');
    expect(pages[at]?.text).toContain(`Entrada ${last?.seq} · ${short}`);
    expect(codeIn(pages[at])).toBe(address);
    const alt = `Código QR que lleva a la página donde se comprueba la entrada ${last?.seq}, de huella ${short}.`;
    expect(Buffer.from(outline, 'latin1').toString('latin1')).toContain(
      Buffer.from(alt, 'utf16le').swap16().toString('latin1'),
    );
  });

  it('is in the language of the caller', async () => {
    const english = await dossier(here, id, vera, 'en-GB,es;q=0.5');
    for (const text of [
      'Record of a locality',
      'Territorial targeting',
      'Page 1 of',
      'By override',
      'no detectable change',
    ])
      expect(said(english)).toContain(text);
    expect(english.outline).toContain('/Lang (en)');
  });
});

describe('whom it names', () => {
  it('persons in the copy of who may write to them; in any other their organization, or else their sector', async () => {
    const theirs = said(await dossier(here, id, ana));
    const viewers = said(await dossier(here, id, vera));
    for (const name of ['Rosa Pérez', 'Luz Ibáñez']) {
      expect(theirs).toContain(name);
      expect(viewers).not.toContain(name);
    }
    expect(viewers).toContain('Escuela 12');
    expect(viewers).toContain('Con: Sector comunitario');
    for (const copy of [theirs, viewers]) expect(copy).not.toContain('rosa@example.org');
  });

  it('nobody of whom a coordinator may know no more than the sector', async () => {
    const other = await begin(here, 'convivir-mejor', 'Anapra');
    const eva = await person(here, 'eva', { name: 'Eva Ruiz', sector: 'religious' });
    await promise(here, other, { action: 'Prestar el salón', responsible: eva.id });
    const luis: Call = { user: 'luis@juarez.example', role: 'coordinator', localities: [other] };
    expect(said(await dossier(here, other, luis))).toContain('Prestar el salón Sector religioso');
    expect(said(await dossier(here, other, luis))).not.toContain('Eva Ruiz');
    expect(said(await dossier(here, other, boss))).toContain('Eva Ruiz');
  });
});

describe('as a document', () => {
  it('has a title, a language and a structure for those who hear it, and nothing outside of it', async () => {
    const { outline, pages } = await dossier(here, id);
    for (const part of ['/Marked true', '/Lang (es-MX)', '/DisplayDocTitle true', '/StructTreeRoot'])
      expect(outline).toContain(part);
    for (const kind of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'LI', 'Figure'])
      expect(outline).toContain(`/S /${kind}\n`);
    expect(outline).toMatch(/\/Scope \/Column/);
    expect(pages.map(({ untagged }) => untagged)).toEqual(pages.map(() => 0));
  });

  it('holds its fonts, and no other is needed', async () => {
    const { outline } = await dossier(here, id);
    const fonts = [...outline.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name);
    expect(new Set(fonts)).toEqual(new Set(['SourceSans3-Regular', 'SourceSans3-SemiBold']));
    expect(outline.match(/\/FontFile2/g)?.length).toBe(new Set(outline.match(/\/FontName \/\S+/g)).size);
  });

  it('keeps the letters of Latin alphabets; any other sign is a question mark', async () => {
    const place = await begin(here, 'convivir-mejor', 'Łódź Ñandú 👩‍🏫 Кир');
    expect(said(await dossier(here, place))).toContain('Łódź Ñandú ? ???');
  });

  it('goes on over as many pages as it takes', async () => {
    const place = await begin(here, 'convivir-mejor', 'Colonia larga');
    const words = 'Reparar el alumbrado de la calle Batalla de Zacatecas entre Dunquerque y Palos. ';
    for (let number = 1; number <= 40; number += 1)
      await promise(here, place, { action: `${number}) ${words.repeat(number % 10 === 0 ? 6 : 1)}`.trim() });
    const { pages, bytes, ...rest } = await dossier(here, place);
    expect(bytes.length).toBeLessThan(300_000);
    const text = said({ pages, ...rest });
    for (let number = 1; number <= 40; number += 1) expect(text).toContain(`${number}) Reparar`);
    expect(pages.length).toBeGreaterThan(3);
    const matrix = pages.filter(({ text }) => /\d+\) Reparar/.test(text));
    for (const page of matrix) expect(page.text).toContain('Acción');
  });

  it('loses no line of a promise, a note, a rationale or a reason that is longer than a page', async () => {
    const place = await begin(here, 'convivir-mejor', 'Colonia alta');
    const lines = Array.from({ length: 90 }, (_, at) => `r${at}`);
    await promise(here, place, { action: lines.join('\n') });
    const many = (letter: string) => Array.from({ length: 120 }, (_, at) => `${letter}${at}`);
    const change = { status: 'done', note: many('n').join('\n'), evidence };
    const path = `/api/localities/${place}/stages/capacity-building/activities/state-and-local`;
    await here.call('PUT', path, change, seeing(ana, (await locality(here, place)).version));
    await pass(here, place);
    const ranking = { ...rankingOf(place), rationale: many('m').join('\n') };
    expect((await here.call('POST', '/api/targeting/rankings', ranking, ana)).status).toBe(201);
    await decide(here, place, { outcome: 'hold', reason: many('h').join('\n') }, ana);
    await here.settle();
    const text = said(await dossier(here, place));
    for (const line of [...lines, ...many('n'), ...many('m'), ...many('h')])
      expect(text).toMatch(new RegExp(`\\b${line}\\b`));
  });
});

it('is of one and the same revision: what changes while it is read makes it be read again', async () => {
  const caller = { user: 'ana@juarez.example', roles: ['coordinator' as const], localities: [] };
  const visits = {
    ...here.api.visits,
    ofLocality: async (of: string) => {
      const read = await here.api.visits.ofLocality(of);
      await promise(here, of, { action: 'Mientras tanto' });
      return read;
    },
  };
  await expect(readFacts({ ...here.api, visits }, id, caller)).rejects.toThrow(Conflict);
  const facts = await readFacts(here.api, id, caller);
  expect(facts.matrix.some(({ action }) => action === 'Mientras tanto')).toBe(true);
});
