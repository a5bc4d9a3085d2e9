import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogueOf } from '../../functions/runtime/programme-catalogue.ts';
import { audited } from '../support/audited.ts';
import { items } from '../support/files.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { enter, entryOf, line, lineAt, lineOf } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { programmes } from '../support/programmes.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing, vera } from '../support/walk.ts';

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
});

const Plan = z.object({
  objectives: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  lines: z.array(z.looseObject({ id: z.string(), name: z.string(), done: z.number() })),
});
const plan = async (locality?: string, who: Call = ana) =>
  Plan.parse(
    (await here.call('GET', `/api/plan${locality ? `?locality=${locality}` : ''}`, undefined, who)).body,
  );
const add = (body: object, who: Call = ana) => here.call('POST', '/api/plan/lines', body, who);

describe('a plan', () => {
  it('holds objectives and lines of a locality, with keys made of their names', async () => {
    const own = await begin(here);
    const made = await here.call(
      'POST',
      '/api/plan/objectives',
      { locality: own, name: 'Prevenir la violencia' },
      ana,
    );
    expect(made).toMatchObject({ status: 201, body: { key: 'prevenir-la-violencia', locality: own } });
    const first = await lineOf(here, own, { objective: 'prevenir-la-violencia' });
    const second = await lineOf(here, own, { objective: made.body.id });
    expect(first).toMatchObject({ key: 'atencion-a-victimas', objective: made.body.id, done: 0, percent: 0 });
    expect(second).toMatchObject({
      key: 'atencion-a-victimas-2',
      objective: made.body.id,
      bound: 'at-least',
    });
    const { objectives, lines } = await plan(own);
    expect([objectives.length, lines.map(({ id }) => id)]).toEqual([1, [first.id, second.id]]);
    expect(problemOf(await add(line({ locality: own, key: first.key }))).paths).toEqual(['key']);
    expect(problemOf(await add(line({ locality: own, objective: 'otro' }))).paths).toEqual(['objective']);
  });

  it('flags what is blank, and invents nothing', async () => {
    const blank = await lineOf(here, place, { target: undefined });
    expect(blank.blanks).toEqual(['objective', 'target', 'responsible', 'budget']);
    expect(blank).not.toHaveProperty('percent');
    const { id } = await stakeholderOf(here, place);
    const budget = { authorised: 150_000, source: 'Ramo 33' };
    const filled = await lineOf(here, place, { responsible: id, budget, stage: 'capacity-building' });
    expect(filled.blanks).toEqual(['objective', 'budget.committed', 'budget.spent']);
    expect(filled.budget).toEqual({ ...budget, currency: 'MXN' });
    expect(await lineOf(here, place, { responsible: 'Luis@Juarez.example' })).toMatchObject({
      responsible: 'luis@juarez.example',
    });
  });

  it('of the municipality has a history of its own, page by page', async () => {
    const before = (await here.call('GET', '/api/plan/history?newestFirst=true&limit=1', undefined, vera))
      .body;
    await lineOf(here, undefined, { name: 'Ferias' });
    const Page = z.object({
      items: z.array(z.looseObject({ seq: z.int(), action: z.string() })),
      nextCursor: z.string().optional(),
    });
    const page = async (query: string) =>
      Page.parse((await here.call('GET', `/api/plan/history?${query}`, undefined, vera)).body);
    const [newest] = (await page('newestFirst=true&limit=1')).items;
    expect(newest).toMatchObject({ action: 'line-created', detail: { name: 'Ferias' } });
    expect(newest?.seq).toBe((Page.parse(before).items[0]?.seq ?? 0) + 1);
    const { items: first, nextCursor } = await page('limit=1');
    expect([first[0]?.seq, nextCursor !== undefined || newest?.seq === 1]).toEqual([1, true]);
    expect((await here.call('GET', '/api/plan/history?cursor=x', undefined, vera)).status).toBe(400);
  });

  it('names only what is there', async () => {
    expect(problemOf(await add(line({ locality: place, responsible: 'nobody' }))).paths).toEqual([
      'responsible',
    ]);
    expect(problemOf(await add(line({ locality: place, stage: 'none' }))).paths).toEqual(['stage']);
    expect(
      problemOf(await add(line({ locality: place, stage: 'capacity-building', track: 'x' }))).paths,
    ).toEqual(['track']);
    expect(problemOf(await add(line({ stage: 'capacity-building' }), boss)).paths).toEqual(['stage']);
    expect(problemOf(await add(line({ locality: place, to: '2024-01-01' }))).paths).toEqual(['to']);
    expect(problemOf(await add({ locality: place, ...line(), done: 4 })).paths).toEqual(['done']);
    expect(problemOf(await add(line({ locality: 'nowhere' }))).status).toBe(404);
  });

  it('of the municipality is edited by administrators, and read by everybody', async () => {
    expect((await add(line(), ana)).status).toBe(403);
    const own = await lineOf(here);
    expect(own).not.toHaveProperty('locality');
    for (const who of [boss, ana, luis, vera])
      expect((await plan(undefined, who)).lines.map(({ id }) => id)).toContain(own.id);
    const edit = { name: 'Otra' };
    expect(
      (await here.call('PATCH', `/api/plan/lines/${own.id}`, edit, seeing(ana, own.version))).status,
    ).toBe(403);
    expect((await enter(here, own.id, { on: '2026-01-05', quantity: 1 }, ana)).status).toBe(403);
    expect(
      (await here.call('PATCH', `/api/plan/lines/${own.id}`, edit, seeing(boss, own.version))).body,
    ).toMatchObject(edit);
    expect(await entryOf(here, own.id, {}, boss)).toMatchObject({ quantity: 3 });
    expect((await lineAt(here, own.id)).done).toBe(3);
  });

  it('takes another target with a reason, which stays in the history', async () => {
    const { id, version } = await lineOf(here, place);
    const edit = (body: object, seen = version) =>
      here.call('PATCH', `/api/plan/lines/${id}`, body, seeing(ana, seen));
    expect(problemOf(await edit({ target: 50 })).paths).toEqual(['reason']);
    const changed = await edit({ target: 50, reason: 'Se redujo el presupuesto' });
    expect(changed).toMatchObject({ status: 200, body: { target: 50 } });
    expect(problemOf(await edit({ name: 'Tarde' })).code).toBe('stale-version');
    const away = await edit({ target: null, reason: 'No hay meta' }, Number(changed.body.version));
    expect(away.body).not.toHaveProperty('target');
    const { body } = await here.call(
      'GET',
      `/api/localities/${place}/history?newestFirst=true`,
      undefined,
      ana,
    );
    expect(JSON.stringify(body)).toContain('Se redujo el presupuesto');
  });
});

describe('entries', () => {
  it('add up by month, quarter, year and breakdown', async () => {
    const { id } = await lineOf(here, place);
    const female = { kind: 'legal', sex: 'female' };
    await entryOf(here, id, { on: '2025-11-30', quantity: 4, cells: female });
    await entryOf(here, id, { on: '2025-12-01', quantity: 5, cells: { kind: 'psicológica' } });
    await entryOf(here, id, { on: '2026-01-02', quantity: 6, cells: female });
    await entryOf(here, id, { on: '2026-01-05', quantity: 7, cells: { sex: 'female', kind: 'legal' } });
    const { done, percent, sums, byCell } = await lineAt(here, id);
    expect([done, percent]).toEqual([22, 22]);
    expect(sums).toEqual({
      month: { '2025-11': 4, '2025-12': 5, '2026-01': 13 },
      quarter: { '2025-Q4': 9, '2026-Q1': 13 },
      year: { '2025': 9, '2026': 13 },
    });
    expect(byCell).toEqual([
      { month: '2025-11', cells: female, quantity: 4 },
      { month: '2025-12', cells: { kind: 'psicológica' }, quantity: 5 },
      { month: '2026-01', cells: female, quantity: 13 },
    ]);
    const path = `/api/plan/lines/${id}/entries`;
    expect(await items(here, path)).toHaveLength(4);
    expect(await items(here, `${path}?from=2025-12-01&to=2026-01-02`)).toHaveLength(2);
    const Page = z.object({
      items: z.array(z.object({ on: z.string() })),
      nextCursor: z.string().optional(),
    });
    const first = Page.parse((await here.call('GET', `${path}?limit=3`, undefined, ana)).body);
    const rest = Page.parse(
      (await here.call('GET', `${path}?limit=3&cursor=${first.nextCursor}`, undefined, ana)).body,
    );
    expect([...first.items, ...rest.items].map(({ on }) => on)).toEqual([
      '2025-11-30',
      '2025-12-01',
      '2026-01-02',
      '2026-01-05',
    ]);
  });

  it('are refused by the field that is wrong', async () => {
    const { id, version } = await lineOf(here, place);
    const paths = async (some: object) =>
      problemOf(await enter(here, id, { on: '2026-01-05', quantity: 1, ...some })).paths;
    expect(await paths({ on: '2024-12-31' })).toEqual(['on']);
    expect(await paths({ on: '2026-01-13' })).toEqual(['on']);
    expect(await paths({ on: '2027-01-13' })).toEqual(['on', 'on']);
    expect(await paths({ quantity: -1 })).toEqual(['quantity']);
    expect(await paths({ quantity: 1.5 })).toEqual(['quantity']);
    expect(await paths({ cells: { kind: 'médica', age: 'x' } })).toEqual(['cells.kind', 'cells.age']);
    expect(await paths({ corrects: `${id}.20260105-9` })).toEqual(['corrects']);
    expect(await paths({ note: 'La CURP es GOMC800101MCHXXX09' })).toEqual(['note']);
    const roads = await lineOf(here, place, { unit: 'km', breakdown: [] });
    expect((await entryOf(here, roads.id, { quantity: 1.25 })).quantity).toBe(1.25);
    expect(problemOf(await enter(here, roads.id, { on: '2026-01-05', quantity: 0.125 })).paths).toEqual([
      'quantity',
    ]);
    const closed = await here.call(
      'PATCH',
      `/api/plan/lines/${id}`,
      { status: 'closed' },
      seeing(ana, version),
    );
    expect(closed.status).toBe(200);
    expect(await paths({})).toEqual(['line']);
    expect((await enter(here, `${place}.none`, { on: '2026-01-05', quantity: 1 })).status).toBe(404);
  });

  it('that correct another stand in its place in every sum, the last one of them', async () => {
    const { id } = await lineOf(here, place);
    const cells = { kind: 'legal' };
    const wrong = await entryOf(here, id, { on: '2025-12-05', quantity: 30, cells });
    const right = await entryOf(here, id, { on: '2026-01-05', quantity: 3, cells, corrects: wrong.id });
    expect(await lineAt(here, id)).toMatchObject({
      done: 3,
      sums: { month: { '2026-01': 3 } },
      byCell: [{ month: '2026-01', cells, quantity: 3 }],
    });
    const again = { on: '2026-01-05', quantity: 1 };
    expect(problemOf(await enter(here, id, { ...again, corrects: right.id })).paths).toEqual(['corrects']);
    await entryOf(here, id, { on: '2026-01-06', quantity: 4, cells: { sex: 'male' }, corrects: wrong.id });
    expect(await lineAt(here, id)).toMatchObject({
      done: 4,
      byCell: [{ cells: { sex: 'male' }, quantity: 4 }],
    });
    const other = await lineOf(here, place);
    expect(problemOf(await enter(here, other.id, { ...again, corrects: wrong.id })).paths).toEqual([
      'corrects',
    ]);
  });

  it('of a sheet are entered all or not at all, once however often it is sent', async () => {
    const [one, two] = [await lineOf(here, place), await lineOf(here)];
    const sheet = (...quantities: number[]) => ({
      entries: quantities.map((quantity, at) => ({
        line: at % 2 ? two.id : one.id,
        on: '2026-01-05',
        quantity,
      })),
    });
    const send = (body: object, query = '', headers = {}) =>
      here.call('POST', `/api/plan/entries${query}`, body, { ...boss, headers });
    expect(problemOf(await send(sheet(1, 2, -3))).paths).toEqual(['entries.2.quantity']);
    const dry = await send(sheet(1, 2, 3), '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { accepted: 3, lines: [{ done: 4 }, { done: 2 }] } });
    expect([(await lineAt(here, one.id)).done, (await lineAt(here, two.id)).done]).toEqual([0, 0]);
    const key = { 'idempotency-key': 'hoja-1' };
    const [first, again] = [await send(sheet(1, 2, 3), '', key), await send(sheet(1, 2, 3), '', key)];
    expect(first.status).toBe(201);
    expect(again).toEqual(first);
    expect([(await lineAt(here, one.id)).done, (await lineAt(here, two.id)).done]).toEqual([4, 2]);
    const sixty = sheet(...Array.from({ length: 60 }, () => 1));
    expect((await send(sixty)).body).toMatchObject({ accepted: 60 });
    const monthly = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}-01`);
    const apart = ['legal', 'psicológica'].flatMap((kind) =>
      monthly.flatMap((on) =>
        [one, two].map(({ id: of }) => ({ line: of, on, quantity: 1, cells: { kind } })),
      ),
    );
    expect((await send({ entries: apart })).body).toMatchObject({ accepted: 48 });
    const corrections = (await items(here, `/api/plan/lines/${one.id}/entries?to=2025-12-31`)).map(
      (made) => ({
        line: one.id,
        on: '2026-01-01',
        quantity: 1,
        corrects: made.id,
      }),
    );
    const more = [...corrections, ...apart.slice(0, 30)];
    expect(problemOf(await send({ entries: more })).paths).toEqual(['entries']);
    const unseen = { entries: [{ line: one.id, on: '2026-01-05', quantity: 1 }] };
    const unknown = { entries: [{ line: 'nowhere.none', on: '2026-01-05', quantity: 1 }] };
    const [hers, none] = [
      await here.call('POST', '/api/plan/entries', unseen, luis),
      await here.call('POST', '/api/plan/entries', unknown, luis),
    ];
    expect(hers).toEqual(none);
  });

  it('made at once all count', async () => {
    const { id } = await lineOf(here, place);
    const all = await Promise.all(
      Array.from({ length: 12 }, () =>
        enter(here, id, { on: '2026-01-05', quantity: 2, cells: { kind: 'legal' } }),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 201));
    expect(await lineAt(here, id)).toMatchObject({ done: 24, byCell: [{ quantity: 24 }] });
  });

  it('keep what a line is broken down by, and its period', async () => {
    const { id, version } = await lineOf(here, place);
    await entryOf(here, id, { on: '2025-06-05', cells: { kind: 'legal' } });
    const edit = async (body: object) =>
      here.call('PATCH', `/api/plan/lines/${id}`, body, seeing(ana, version));
    expect(problemOf(await edit({ breakdown: [] })).paths).toEqual(['breakdown']);
    expect(problemOf(await edit({ from: '2025-07-01' })).paths).toEqual(['from']);
    const more = [...line().breakdown, { key: 'age', values: ['0-17', '18+'] }];
    expect((await edit({ breakdown: more, from: '2025-06-05' })).status).toBe(200);
  });

  it('let a gate pass that asks for a line, and only while they add up to enough', async () => {
    const own = await testApp();
    const asking = programmes.all.map((programme) => ({
      ...programme,
      stages: programme.stages.map((stage, at) =>
        at === 0 && 'criteria' in stage
          ? { ...stage, criteria: [{ type: 'line-reached' as const, line: 'podas', minimumPercent: 80 }] }
          : stage,
      ),
    }));
    own.deploy(catalogueOf(asking));
    const id = await begin(own);
    const gate = async () => (await own.call('GET', `/api/localities/${id}/gate`, undefined, ana)).body;
    expect(await gate()).toMatchObject({ ready: false, missing: [{ criterion: 'line-reached' }] });
    const podas = await lineOf(own, id, { key: 'podas', name: 'Podas', target: 10, breakdown: [] });
    const wrong = await entryOf(own, podas.id, { quantity: 8 });
    expect(await gate()).toMatchObject({ ready: true, criteria: [{ met: true }] });
    const review = await own.call('POST', `/api/localities/${id}/gate/reviews`, {}, ana);
    expect(review.status).toBe(202);
    await entryOf(own, podas.id, { quantity: 7, corrects: wrong.id });
    const decided = await own.call(
      'POST',
      `/api/localities/${id}/gate/decisions`,
      { outcome: 'advance', reason: 'Listo' },
      boss,
    );
    expect(decided).toMatchObject({ status: 409, body: { type: '/problems/criteria-unmet' } });
  });

  it('leave records that are whole', async () => {
    expect((await audited(here)).findings).toEqual([]);
  });
});
