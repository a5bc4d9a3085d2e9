import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { historyStore } from '../../store/history.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { readPdf } from '../support/pdf.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, vera } from '../support/walk.ts';

const path = '/api/privacy-requests';
const Made = z.looseObject({ id: z.string() });
const Listed = z.object({ items: z.array(z.looseObject({ id: z.string(), kind: z.string() })) });

let here: TestApp;
let place: string;
let rosa: string;

beforeEach(async () => {
  here = await testApp();
  place = await begin(here);
  rosa = (await stakeholderOf(here, place)).id;
});

const ask = (body: object = {}, who: Call = ana) =>
  here.call('POST', path, { kind: 'access', stakeholder: rosa, receivedOn: '2026-01-12', ...body }, who);
const byName = { stakeholder: undefined, name: 'Luz Marina Ortiz' };
const answer = (id: string, body: object = {}, who: Call = boss) =>
  here.call('POST', `${path}/${id}/answer`, { answer: 'Se entregó copia de sus datos.', ...body }, who);
const tasks = async (who: Call = boss) =>
  Listed.parse((await here.call('GET', '/api/tasks', undefined, who)).body).items.filter(
    ({ kind }) => kind === 'privacy-request',
  );

describe('a request of a person about their data', () => {
  it('is to be answered within twenty working days, holidays left out', async () => {
    const { status, body } = await ask();
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Rosa Pérez', dueOn: '2026-02-10', status: 'open' });
  });

  it.each([
    ['no day of the calendar', { receivedOn: '2026-02-30' }],
    ['a day to come', { receivedOn: '2026-01-13' }],
    ['a day long past', { receivedOn: '2024-12-31' }],
    ['neither person nor name', { stakeholder: undefined }],
    ['both', { name: 'Luz' }],
    ['a person who is none', { stakeholder: 'nobody' }],
    ['the key of a person in the note', { note: 'CURP PEGR800101MCHRRS05' }],
    ['a kind that there is not', { kind: 'portability' }],
  ])('is refused with %s', async (_what, body) => {
    expect(await ask(body)).toMatchObject({ status: 400 });
    expect(await tasks()).toEqual([]);
  });

  it('of somebody whom the caller may not see is refused as of nobody', async () => {
    const [unseen, unknown] = [await ask({}, luis), await ask({ stakeholder: 'nobody' }, luis)];
    expect(unseen.body).toEqual(unknown.body);
    expect(unseen.status).toBe(400);
  });

  it('is recorded once, however often it is sent under one key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const [first, again] = [await ask({}, { ...ana, headers }), await ask({}, { ...ana, headers })];
    expect(again.body).toEqual(first.body);
    const { body } = await here.call('GET', path, undefined, boss);
    expect(Listed.parse(body).items).toHaveLength(1);
  });

  it('is a task of the administrators until it is answered, and late after its day', async () => {
    const { id } = Made.parse((await ask(byName)).body);
    expect(await tasks()).toEqual([
      expect.objectContaining({
        since: '2026-01-12',
        dueOn: '2026-02-10',
        what: 'Luz Marina Ortiz presentó una solicitud de acceso a sus datos',
      }),
    ]);
    for (const who of [ana, luis, vera]) expect(await tasks(who)).toEqual([]);
    here.pass(40);
    expect(await tasks()).toMatchObject([{ dueOn: '2026-02-10' }]);
    expect(await answer(id)).toMatchObject({ status: 200, body: { answeredOn: '2026-02-21' } });
    expect(await tasks()).toEqual([]);
  });

  it('stands in the history of who is recorded, without what identifies them', async () => {
    const { id } = Made.parse((await ask({ note: 'Por escrito en ventanilla' })).body);
    await answer(id);
    const lines = await historyStore(here.table).all(`STAKEHOLDER#${rosa}`);
    expect(lines.slice(1).map(({ actor, action, detail }) => ({ actor, action, detail }))).toEqual([
      {
        actor: 'ana@juarez.example',
        action: 'privacy-request-received',
        detail: { request: id, kind: 'access', receivedOn: '2026-01-12', dueOn: '2026-02-10' },
      },
      {
        actor: 'direccion@juarez.example',
        action: 'privacy-request-answered',
        detail: { request: id, kind: 'access', answeredOn: '2026-01-12' },
      },
    ]);
  });

  it('is answered once, on a day between that it came in and today, by administrators alone', async () => {
    const { id } = Made.parse((await ask()).body);
    here.pass(3);
    for (const answeredOn of ['2026-01-11', '2026-01-16'])
      expect(await answer(id, { answeredOn })).toMatchObject({ status: 400 });
    for (const who of [ana, luis, vera]) expect(await answer(id, {}, who)).toMatchObject({ status: 403 });
    expect(await answer(id, { answeredOn: '2026-01-13' })).toMatchObject({ status: 200 });
    expect(await answer(id)).toMatchObject({ status: 409, body: { type: '/problems/already-answered' } });
    expect(await answer('nothing')).toMatchObject({ status: 404 });
  });

  it('to be cancelled leaves no name in the register once it is answered', async () => {
    const { id } = Made.parse((await ask({ ...byName, kind: 'cancellation' })).body);
    expect((await answer(id)).body).not.toHaveProperty('name');
    const erased = Made.parse((await ask({ kind: 'cancellation' })).body);
    await here.call('DELETE', `/api/stakeholders/${rosa}`, undefined, {
      ...boss,
      headers: { 'if-match': '"2"' },
    });
    expect(await answer(erased.id)).toMatchObject({ status: 200 });
    const { body } = await here.call('GET', path, undefined, boss);
    expect(JSON.stringify(body)).not.toMatch(/Rosa|Luz/);
  });

  it('is listed by pages, the newest first, to administrators alone', async () => {
    await ask();
    here.pass(1);
    await ask(byName);
    const first = await here.call('GET', `${path}?limit=1`, undefined, boss);
    expect(first.body).toMatchObject({ items: [{ name: 'Luz Marina Ortiz' }] });
    const next = `${path}?limit=1&cursor=${String(first.body.nextCursor)}`;
    expect((await here.call('GET', next, undefined, boss)).body).toMatchObject({
      items: [{ name: 'Rosa Pérez' }],
    });
    expect(await here.call('GET', path, undefined, ana)).toMatchObject({ status: 403 });
  });
});

describe('the printed answer', () => {
  const printed = async (id: string, language: string) => {
    const headers = { 'accept-language': language };
    const { status, bytes } = await here.call('GET', `${path}/${id}/answer.pdf`, undefined, {
      ...boss,
      headers,
    });
    expect(status).toBe(200);
    const { pages } = readPdf(bytes ?? Buffer.alloc(0));
    return pages
      .map(({ text }) => text)
      .join('\n')
      .replace(/\s+/g, ' ');
  };

  it('tells what was answered, and all that is held of the person', async () => {
    await commitmentOf(here, place, { action: 'Pintar la escuela', responsible: rosa });
    const { id } = Made.parse((await ask()).body);
    await answer(id);
    const text = await printed(id, 'es');
    for (const said of [
      'acceso a sus datos',
      'Se entregó copia de sus datos.',
      'Rosa Pérez',
      'rosa@example.org',
      'Pintar la escuela',
      'Anapra',
      '3 entradas',
    ])
      expect(text).toContain(said);
    expect(await printed(id, 'en')).toContain('Answer to a request under the ARCO rights');
  });

  it('of a name alone says that nothing is recorded', async () => {
    const { id } = Made.parse((await ask(byName)).body);
    const text = await printed(id, 'es');
    expect(text).toContain('Luz Marina Ortiz');
    expect(text).toContain('No hay en Etapas un registro de esta persona');
  });
});
