import { beforeAll, describe, expect, it } from 'vitest';
import { audited } from '../support/audited.ts';
import { items } from '../support/files.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { entryOf, lineAt, lineOf, sessionOf } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, decide, seeing, vera } from '../support/walk.ts';

let here: TestApp;
let place: string;
let guest: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  guest = (await stakeholderOf(here, place)).id;
});

const post = (id: string, step: 'convocation' | 'held' | 'cancellation', body: object, who: Call = ana) =>
  here.call('POST', `/api/sessions/${id}/${step}`, body, who);
const read = async (id: string, who: Call = ana) =>
  (await here.call('GET', `/api/sessions/${id}`, undefined, who)).body;
const attendance = { total: 20, bySex: { female: 12, male: 8 }, byAge: { '0-17': 5, '18+': 15 } };

describe('a session', () => {
  it('is planned, changed, convened and held, and then stays as it is', async () => {
    const planned = await sessionOf(here, place, { on: '2026-01-12', agenda: ['Alumbrado'] });
    expect(planned).toMatchObject({ status: 'planned', locality: place, agenda: ['Alumbrado'] });
    expect(problemOf(await post(planned.id, 'convocation', {})).paths).toEqual(['convened']);
    const edit = (body: object, seen: number) =>
      here.call('PATCH', `/api/sessions/${planned.id}`, body, seeing(ana, seen));
    const edited = await edit({ convened: [guest], at: '17:30', place: 'Escuela 12' }, planned.version);
    expect(edited.body).toMatchObject({ convened: [guest], at: '17:30', place: 'Escuela 12' });
    expect(problemOf(await edit({ at: null }, planned.version)).code).toBe('stale-version');
    expect((await post(planned.id, 'convocation', {})).body).toMatchObject({ status: 'convened' });
    expect(problemOf(await post(planned.id, 'convocation', {})).code).toBe('session-state');
    const held = await post(planned.id, 'held', { attendance, minutes: 'Se habló del alumbrado' });
    expect(held.body).toMatchObject({
      status: 'held',
      held: { attendance, minutes: 'Se habló del alumbrado' },
    });
    expect(await read(planned.id)).toEqual(held.body);
    expect(problemOf(await post(planned.id, 'held', { attendance })).code).toBe('session-state');
    expect(problemOf(await post(planned.id, 'cancellation', { reason: 'x' })).code).toBe('session-state');
    expect(problemOf(await edit({ at: null }, Number(held.body.version))).code).toBe('session-state');
  });

  it('makes entries and commitments when it is held, all of them or nothing', async () => {
    const { id: line } = await lineOf(here, place);
    const { id } = await sessionOf(here, place);
    const matrix = `/api/localities/${place}/commitments`;
    const known = (await items(here, matrix)).length;
    const record = {
      attendance,
      agreements: [
        { action: 'Reparar luminarias', responsible: guest, dueOn: '2026-03-02' },
        { action: 'Buscar fondos', responsible: guest },
      ],
      counts: [
        { line, quantity: 20, cells: { kind: 'legal' } },
        { line, quantity: 2, cells: { kind: 'psicológica' } },
      ],
    };
    const wrong = { ...record, counts: [...record.counts, { line, quantity: -1 }] };
    expect(problemOf(await post(id, 'held', wrong)).paths).toEqual(['counts.2.quantity']);
    expect([(await lineAt(here, line)).done, (await items(here, matrix)).length]).toEqual([0, known]);
    const { body } = await post(id, 'held', record);
    const commitment = `${place}.${known + 1}`;
    expect(body).toMatchObject({
      status: 'held',
      held: {
        agreements: [{ action: 'Reparar luminarias', commitment }, { action: 'Buscar fondos' }],
        entries: [`${line}.20260109-1`, `${line}.20260109-2`],
      },
    });
    expect(await lineAt(here, line)).toMatchObject({ done: 22, sums: { month: { '2026-01': 22 } } });
    const made = await here.call('GET', `/api/commitments/${commitment}`, undefined, ana);
    expect(made.body).toMatchObject({
      action: 'Reparar luminarias',
      responsible: guest,
      dueOn: '2026-03-02',
      sector: 'school',
      status: 'pending',
    });
    expect(await items(here, matrix)).toHaveLength(known + 1);
  });

  it.each([
    ['of women and men', { total: 20, bySex: { female: 12, male: 9 } }, 'attendance.bySex'],
    ['by age', { total: 20, byAge: { '0-17': 5 } }, 'attendance.byAge'],
    ['by sector', { total: 20, bySector: { school: 21 } }, 'attendance.bySector'],
    ['of those who are named', { total: 0, named: ['somebody'] }, 'attendance.named'],
  ])('is not held with heads %s that do not add up', async (_, heads, path) => {
    const { id } = await sessionOf(here, place);
    expect(problemOf(await post(id, 'held', { attendance: heads })).paths).toEqual([path]);
    expect(await read(id)).toMatchObject({ status: 'planned' });
  });

  it('is not held before its day, and may be cancelled with a reason', async () => {
    const { id } = await sessionOf(here, place, { on: '2026-01-13' });
    expect(problemOf(await post(id, 'held', { attendance })).paths).toEqual(['on']);
    expect(problemOf(await post(id, 'cancellation', {})).paths).toEqual(['reason']);
    expect((await post(id, 'cancellation', { reason: 'Lluvia' })).body).toMatchObject({
      status: 'cancelled',
      reason: 'Lluvia',
    });
    expect(problemOf(await post(id, 'held', { attendance })).code).toBe('session-state');
  });

  it('that two hold at once is held once', async () => {
    const { id: line } = await lineOf(here, place);
    const { id } = await sessionOf(here, place);
    const record = { attendance, counts: [{ line, quantity: 5 }] };
    const answers = await Promise.all([post(id, 'held', record), post(id, 'held', record, boss)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await lineAt(here, line)).done).toBe(5);
  });

  it('of the municipality is an administrator’s to change, counts for lines of localities too, and keeps its agreements', async () => {
    const { id: line } = await lineOf(here, place);
    const { id: own } = await lineOf(here);
    expect(
      (await here.call('POST', '/api/sessions', { kind: 'council', on: '2026-01-09' }, ana)).status,
    ).toBe(403);
    const session = await sessionOf(here, undefined, { kind: 'council' });
    expect(await read(session.id, vera)).toEqual(session);
    const counts = [line, own].map((id) => ({ line: id, quantity: 3 }));
    const agreements = [{ action: 'Publicar', responsible: guest, dueOn: '2026-03-02' }];
    const { body } = await post(session.id, 'held', { attendance, counts, agreements }, boss);
    expect(body).toMatchObject({ status: 'held', held: { agreements } });
    expect([(await lineAt(here, line)).done, (await lineAt(here, own)).done]).toEqual([3, 3]);
  });

  it('is listed, the last one planned first, page by page', async () => {
    const other = await begin(here);
    const ids = [];
    for (let at = 0; at < 3; at += 1) {
      ids.unshift((await sessionOf(here, other)).id);
      if (at === 1) await entryOf(here, (await lineOf(here, other)).id);
    }
    const path = `/api/sessions?locality=${other}&limit=2`;
    const { body } = await here.call('GET', path, undefined, ana);
    const rest = await here.call('GET', `${path}&cursor=${body.nextCursor}`, undefined, ana);
    expect(body).toMatchObject({ items: [{ id: ids[0] }, { id: ids[1] }] });
    expect(rest.body).toMatchObject({ items: [{ id: ids[2] }] });
    await decide(here, other, { outcome: 'close', reason: 'x' }, ana);
    const late = { locality: other, kind: 'meeting', on: '2026-01-09' };
    expect(problemOf(await here.call('POST', '/api/sessions', late, ana)).code).toBe('not-active');
  });

  it('leaves records that are whole', async () => {
    expect((await audited(here)).findings).toEqual([]);
  });
});
