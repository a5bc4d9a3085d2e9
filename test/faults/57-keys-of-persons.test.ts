import { beforeAll, describe, expect, it } from 'vitest';
import { contactsIn, identifierIn } from '../../domain/personal-text.ts';
import { pagesOf } from '../links/pages.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, locality, rankingOf, seeing } from '../support/walk.ts';

const keys = {
  'holds-curp': [
    'Acordado con GOPE800101MCHMRL09',
    'curp: gope800101hchmrl09, vecina',
    'GOPE-800101-MCH-MRL-09',
    'la CURP es GOPE 800101 M CH MRL 0 9.',
    'ＧＯＰＥ８００１０１ＭＣＨＭＲＬ０９',
    'GOPE8001\u200b01MCHMRL09',
    'ÑOÑE000229HDFXXXA1',
  ],
  'holds-rfc': [
    'RFC GOPE800101AB1',
    'facturar a gope800101ab1',
    'GOPE-800101-AB1',
    'la empresa ABC010203XY9',
    'Ñ&C010203XY9',
  ],
  'holds-nss': [
    'NSS 72795608040',
    'seguro social: 72-79-56-0804-0',
    '72 79 56 0804 0',
    '72795608040.',
    '(72795608040)',
  ],
};
const cases = Object.entries(keys).flatMap(([message, texts]) => texts.map((text) => ({ message, text })));

const harmless = [
  'Pintar 12 bancas antes del 15/01/2026',
  'Oficio ACT-260115-003 del municipio',
  'Acta 260115 de la mesa de vecinos',
  'Clave INEGI 080370001, AGEB 0803700010123',
  'Presupuesto de 1,234,567.89 pesos; folio 2026-000123',
  'Ver https://juarez.example/actas/72795608040',
  'Teléfono +19155551234',
  'Teléfono 656 123 4567',
  'Del 2024 al 2027: 700 agentes en 200 capacitaciones',
  'XXXX800101',
];

const contacts = {
  'names-telephone': [
    'Teléfono +19155551234',
    'Teléfono 656 123 4567',
    'Llamar al 6561234567.',
    'cel. (656) 123-45-67',
    'recados: 55 1234 5678',
    '044 656 123 4567, por la tarde',
    '+52 (656) 123 4567',
    '65 61 23 45 67',
    'whatsapp:６５６１２３４５６７',
  ],
  'names-email': ['escribir a oficina@juarez.example', 'maria.perez+vecinos@gmail.com', 'MARÍA@peña.mx'],
};
const asked = Object.entries(contacts).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));

const asksNothing = [
  'Pintar 12 bancas antes del 15/01/2026, de 10:00 a 12:30',
  'Entrega del 2026-12-05 al 2027-01-31',
  'Clave INEGI 080370001, AGEB 0803700010123',
  'Presupuesto de 1,234,567.89 pesos; folio 2026-000123',
  'Ver https://juarez.example/actas/7279560804',
  'Punto 31.6904567, -106.4245678',
  'Cuenta 012345678901234567 del municipio',
  'Del 2024 al 2027: 700 agentes en 200 capacitaciones',
  'Av. 16 de Septiembre 1200 @ Centro',
];

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

describe('57: the key of a person', () => {
  it.each(cases)('is found: $text', ({ message, text }) => {
    expect(identifierIn(text)).toBe(message);
  });

  it.each(harmless)('is not seen in what is none: %s', (text) => {
    expect(identifierIn(text)).toBeUndefined();
  });
});

describe('57: in free text it is refused by its field, with the reason', () => {
  let id: string;
  let commitment: { id: string; version: number };
  beforeAll(async () => {
    id = await begin(here);
    commitment = await commitmentOf(here, id);
  });
  const titled = (title: string) => [{ title, url: 'https://juarez.example/acta.pdf' }];
  const activity = () => `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;

  /** Every field of free text, and a request that has the text in it. */
  const fields: Record<string, (text: string) => [string, string, object, string]> = {
    'the note of an activity': (text) => ['PUT', activity(), { status: 'open', note: text }, 'note'],
    'the title of evidence': (text) => [
      'PUT',
      activity(),
      { status: 'open', evidence: titled(text) },
      'evidence.0.title',
    ],
    'what is promised': (text) => ['POST', `/api/localities/${id}/commitments`, { action: text }, 'action'],
    'the note of a commitment': (text) => [
      'POST',
      `/api/localities/${id}/commitments`,
      { action: 'Podar', note: text },
      'note',
    ],
    'the title of a proof': (text) => [
      'POST',
      `/api/localities/${id}/commitments`,
      { action: 'Podar', evidence: titled(text) },
      'evidence.0.title',
    ],
    'a promise that is changed': (text) => [
      'PATCH',
      `/api/commitments/${commitment.id}`,
      { action: text },
      'action',
    ],
    'the note with a review': (text) => [
      'POST',
      `/api/localities/${id}/gate/reviews`,
      { note: text },
      'note',
    ],
    'the reason of an override': (text) => [
      'POST',
      `/api/localities/${id}/gate/reviews`,
      { override: { reason: text, expiresOn: '2026-06-01' } },
      'override.reason',
    ],
    'the reason of a decision': (text) => [
      'POST',
      `/api/localities/${id}/gate/decisions`,
      { outcome: 'hold', reason: text },
      'reason',
    ],
    'the note of a task': (text) => ['POST', `/api/tasks/${id}_cannot_1/done`, { note: text }, 'note'],
    'the rationale of a ranking': (text) => [
      'POST',
      '/api/targeting/rankings',
      { ...rankingOf(id), rationale: text },
      'rationale',
    ],
    'the reason of a weight': (text) => {
      const { weights, ...ranking } = rankingOf(id);
      const told = weights.map((weight) => ({ ...weight, reason: text }));
      return ['POST', '/api/targeting/rankings', { ...ranking, weights: told }, 'weights.0.reason'];
    },
  };

  it.each(Object.entries(fields))('%s', async (_, request) => {
    for (const { message, text } of cases) {
      const [method, path, body, field] = request(text);
      const { version } = await locality(here, id);
      const answer = await here.call(method, path, body, seeing(boss, version));
      const { code, errors } = problemOf(answer);
      expect([text, code]).toEqual([text, 'invalid-request']);
      const what = { 'holds-curp': 'una CURP', 'holds-rfc': 'un RFC', 'holds-nss': '11 dígitos' }[message];
      const reason = 'no se escriben claves que identifiquen a una persona';
      expect(errors).toEqual([
        { path: field, message: expect.stringMatching(new RegExp(`lleva ${what}.*${reason}`)) },
      ]);
    }
    expect((await locality(here, id)).status).toBe('active');
  });

  it('in a file, by row and column', async () => {
    const sent = { ...ana, headers: { 'content-type': 'text/csv' } };
    const rows = [
      `${id},Podar con GOPE800101MCHMRL09,`,
      `${id},Podar,NSS 72795608040`,
      `${id},Barrer,Todo bien`,
    ];
    const file = `locality,action,note\n${rows.join('\n')}\n`;
    const { body } = await here.call('POST', '/api/imports/commitments', Buffer.from(file), sent);
    expect(body).toMatchObject({
      accepted: 0,
      rejected: [
        { row: 2, column: 'action', message: expect.stringContaining('CURP') },
        { row: 3, column: 'note', message: expect.stringContaining('11 dígitos') },
      ],
    });
  });

  it('in the note of a link, on its page', async () => {
    const pages = pagesOf(here);
    const { id: person } = await stakeholderOf(here, id);
    const { id: promised } = await commitmentOf(here, id, { responsible: person });
    const link = await pages.linkFor({ id: person, linkVersion: 1 });
    for (const note of ['GOPE800101MCHMRL09', 'RFC GOPE800101AB1', 'NSS 72795608040']) {
      const { status, html } = await pages.post(link, { commitment: promised, answer: 'cannot', note });
      expect(status).toBe(400);
      expect(html).toContain('sin CURP, RFC ni número de seguridad social');
    }
    const kept = await here.call('GET', `/api/commitments/${promised}`, undefined, ana);
    expect(kept.body.answer).toBeUndefined();
  });

  it('is told in English to who reads English', async () => {
    const english = { ...ana, headers: { 'accept-language': 'en' } };
    const body = { action: 'GOPE800101MCHMRL09' };
    const { errors } = problemOf(await here.call('POST', `/api/localities/${id}/commitments`, body, english));
    expect(errors?.[0]?.message).toMatch(/^holds a CURP: keys that identify a person are not written here/);
  });

  it('what is harmless is taken, telephones too', async () => {
    for (const note of harmless) {
      const made = await here.call('POST', `/api/localities/${id}/commitments`, { action: note, note }, ana);
      expect([note, made.status]).toEqual([note, 201]);
    }
  });
});

describe('57: telephones and addresses in free text are asked about', () => {
  it.each(asked)('$kind in: $text', ({ kind, text }) => {
    expect(contactsIn(text)).toEqual([kind]);
  });

  it.each(asksNothing)('nothing is asked about: %s', (text) => {
    expect(contactsIn(text)).toEqual([]);
  });

  it('what was sent is written down, and each field is asked about by name', async () => {
    const id = await begin(here);
    const made = await here.call(
      'POST',
      `/api/localities/${id}/commitments`,
      {
        action: 'Llamar al 656 123 4567',
        note: 'o a oficina@juarez.example',
        evidence: [{ title: 'Acta de 55 1234 5678', url: 'https://juarez.example/acta.pdf' }],
      },
      ana,
    );
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      action: 'Llamar al 656 123 4567',
      warnings: [
        { path: 'action', message: expect.stringContaining('lleva un teléfono') },
        { path: 'note', message: expect.stringContaining('lleva un correo electrónico') },
        { path: 'evidence.0.title', message: expect.stringContaining('lleva un teléfono') },
      ],
    });
    const kept = await here.call('GET', `/api/commitments/${made.body.id}`, undefined, ana);
    expect(kept.body).not.toHaveProperty('warnings');
  });

  it('a reason, a note of an activity and one with a review too, in the language that is read', async () => {
    const id = await begin(here);
    const english = async () =>
      seeing({ ...boss, headers: { 'accept-language': 'en' } }, (await locality(here, id)).version);
    const noted = await here.call(
      'PUT',
      `/api/localities/${id}/stages/capacity-building/activities/state-and-local`,
      { status: 'open', note: 'ask 656 123 4567' },
      await english(),
    );
    const held = await here.call(
      'POST',
      `/api/localities/${id}/gate/decisions`,
      { outcome: 'hold', reason: 'ask a@b.mx' },
      await english(),
    );
    expect([noted.status, held.status]).toEqual([200, 201]);
    expect([noted.body.warnings, held.body.warnings]).toEqual([
      [{ path: 'note', message: expect.stringContaining('holds a telephone number') }],
      [{ path: 'reason', message: expect.stringContaining('holds an e-mail address') }],
    ]);
  });

  it('nothing is said of text that holds none', async () => {
    const id = await begin(here);
    const plain = await here.call('POST', `/api/localities/${id}/commitments`, { action: 'Podar' }, ana);
    expect(plain.body).not.toHaveProperty('warnings');
  });
});
