import { beforeAll, describe, expect, it } from 'vitest';
import { SummaryView } from '../../functions/api/summary-asked.ts';
import { readGrids } from '../../functions/tabular/read-file.ts';
import { commitmentOf } from '../support/matrix.ts';
import { type Pdf, readPdf } from '../support/pdf.ts';
import { entryOf, lineAt, lineOf } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing, vera } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp({}, '2026-11-12T15:00:00Z');
});

const ask = (query: string, who: Call = ana) => here.call('GET', `/api/summary?${query}`, undefined, who);
const summary = async (query: string, who: Call = ana) => SummaryView.parse((await ask(query, who)).body);

/** A locality with a line of an objective that has money, and commitments of two policy areas. */
async function worked(name = 'Anapra') {
  const id = await begin(here, 'convivir-mejor', name);
  const objective = { locality: id, name: 'Prevenir la violencia', plan: 'Plan Municipal 2024-2027' };
  await here.call('POST', '/api/plan/objectives', objective, ana);
  const services = await lineOf(here, id, {
    objective: 'prevenir-la-violencia',
    target: 80,
    budget: { authorised: 150_000.1, committed: 90_000.2, source: 'Ramo 33' },
  });
  for (const [on, quantity, cells] of [
    ['2025-12-30', 7, {}],
    ['2026-02-02', 3, { sex: 'female' }],
    ['2026-03-31', 20, { sex: 'male', kind: 'legal' }],
    ['2026-04-01', 9, { sex: 'female', kind: 'legal' }],
    ['2026-11-03', 5, { kind: 'legal' }],
  ] as const)
    await entryOf(here, services.id, { on, quantity, cells });
  const talks = await lineOf(here, id, {
    name: 'Pláticas',
    target: undefined,
    budget: { authorised: 10, spent: 2.5, currency: 'USD' },
  });
  const budget = { amount: 1_250.5 };
  await commitmentOf(here, id, { policyArea: 'health', budget });
  await commitmentOf(here, id, { policyArea: 'health', budget, action: 'Otra' });
  await commitmentOf(here, id);
  return { id, services, talks };
}

describe('a summary', () => {
  it('tells target, done, so far and per cent by quarter, from the sums', async () => {
    const { id, services, talks } = await worked();
    const told = await summary(`locality=${id}&from=2026-02-15&to=2026-10-01`);
    expect(told).toMatchObject({
      from: '2026-01-01',
      to: '2026-12-31',
      quarters: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
      localities: [{ id, name: 'Anapra', programme: 'convivir-mejor' }],
      objectives: [{ name: 'Prevenir la violencia', plan: 'Plan Municipal 2024-2027' }],
    });
    expect(told.lines.find((line) => line.id === services.id)).toMatchObject({
      objective: `${id}.prevenir-la-violencia`,
      target: 80,
      quarters: [
        { done: 23, soFar: 30, percent: 37.5 },
        { done: 9, soFar: 39, percent: 48.8 },
        { done: 0, soFar: 39, percent: 48.8 },
        { done: 5, soFar: 44, percent: 55 },
      ],
    });
    expect(told.lines.find((line) => line.id === talks.id)?.quarters[0]).toEqual({ done: 0, soFar: 0 });
  });

  it('adds money up by line, currency and source, and actions by policy area', async () => {
    const { id, services } = await worked();
    const more = { budget: { authorised: 0.2, spent: 1, source: 'Ramo 33', currency: 'MXN' } };
    await lineOf(here, id, more);
    const told = await summary(`locality=${id}`);
    expect(told.lines.find((line) => line.id === services.id)?.budget).toEqual({
      authorised: 150_000.1,
      committed: 90_000.2,
      source: 'Ramo 33',
      currency: 'MXN',
    });
    expect(told.money).toEqual({
      total: [
        { currency: 'MXN', lines: 2, authorised: 150_000.3, committed: 90_000.2, spent: 1 },
        { currency: 'USD', lines: 1, authorised: 10, committed: 0, spent: 2.5 },
      ],
      bySource: [
        {
          source: 'Ramo 33',
          currency: 'MXN',
          lines: 2,
          authorised: 150_000.3,
          committed: 90_000.2,
          spent: 1,
        },
        { currency: 'USD', lines: 1, authorised: 10, committed: 0, spent: 2.5 },
      ],
    });
    expect(told.policyAreas).toMatchObject([
      { policyArea: 'health', actions: 2, budget: { MXN: 2_501 } },
      { actions: 1, budget: {} },
    ]);
  });

  it('follows what is committed and spent as it is changed, each time with a line of history', async () => {
    const { id, services } = await worked();
    for (const spent of [100, 250.75]) {
      const { version } = await lineAt(here, services.id);
      const edit = { budget: { authorised: 150_000, committed: 90_000, spent, source: 'FORTAMUN' } };
      const path = `/api/plan/lines/${services.id}`;
      expect((await here.call('PATCH', path, edit, seeing(ana, version))).status).toBe(200);
    }
    const { money } = await summary(`locality=${id}`);
    expect(money.bySource[0]).toMatchObject({ source: 'FORTAMUN', committed: 90_000, spent: 250.75 });
    const history = await here.call('GET', `/api/localities/${id}/history`, undefined, ana);
    expect(JSON.stringify(history.body)).toMatch(/line-edited.*"spent":100\b.*"spent":250.75/);
  });

  it('goes page by page through all that the caller may see, and through no more', async () => {
    const app = await testApp({}, '2026-11-12T15:00:00Z');
    const own = [];
    for (const name of ['Anapra', 'Zaragoza', 'Riberas']) own.push(await begin(app, 'convivir-mejor', name));
    own.sort();
    for (const id of own) await lineOf(app, id);
    const municipal = await lineOf(app);
    const pageOf = async (who: Call, cursor?: string) =>
      SummaryView.parse(
        (await app.call('GET', `/api/summary?limit=2${cursor ? `&cursor=${cursor}` : ''}`, undefined, who))
          .body,
      );
    for (const who of [boss, ana, vera]) {
      const first = await pageOf(who);
      expect(first.lines.map(({ locality }) => locality)).toEqual([undefined, own[0], own[1]]);
      const second = await pageOf(who, first.nextCursor);
      expect(second.lines.map(({ locality }) => locality)).toEqual([own[2]]);
    }
    const others = await pageOf(luis);
    expect(others.lines.map(({ id }) => id)).toEqual([municipal.id]);
    expect(others.localities).toEqual([]);
    const assigned = { ...vera, localities: [own[1] ?? ''] };
    expect((await pageOf(assigned)).localities.map(({ id }) => id)).toEqual([own[1]]);
    const hidden = await app.call('GET', `/api/summary?locality=${own[0]}`, undefined, assigned);
    expect(hidden.status).toBe(404);
  });

  it('is of one programme, or of the municipality alone, where that is asked for', async () => {
    const { id } = await worked();
    const other = await begin(here, 'red-conectate', 'Otra');
    await lineOf(here, other);
    await lineOf(here);
    const told = await summary('programme=red-conectate', boss);
    expect(told.localities.map(({ programme }) => programme)).toEqual(['red-conectate']);
    expect(told.lines.map(({ locality }) => locality)).toEqual([other]);
    expect((await summary(`locality=${id}&programme=red-conectate`)).lines).toEqual([]);
    const own = await summary('locality=municipality');
    expect([own.localities, own.lines.map(({ locality }) => locality)]).toEqual([[], [undefined]]);
  });

  it('refuses a period that ends before it begins, or is longer than five years', async () => {
    expect(problemOf(await ask('from=2026-05-01&to=2026-04-01')).paths).toEqual(['to']);
    expect(problemOf(await ask('from=2020-01-01&to=2026-04-01')).paths).toEqual(['to']);
    expect(problemOf(await ask('from=hoy')).paths).toEqual(['from']);
  });
});

describe('a breakdown', () => {
  const bySex = async (id: string, who: Call) => {
    const { lines } = await summary(`locality=${id}&breakdown=true`, who);
    return lines[0]?.breakdown?.find(({ key }) => key === 'sex')?.values.map(({ quarters }) => quarters);
  };

  it('is told whole to staff, and to viewers without small cells and their complements', async () => {
    const { id, services } = await worked();
    expect(await bySex(id, ana)).toEqual([
      [3, 9, 0, 0],
      [20, 0, 0, 0],
      [0, 0, 0, 5],
    ]);
    // Of the first quarter 23 is known: 20 and 3 are not.
    expect(await bySex(id, vera)).toEqual([
      [null, 9, 0, 0],
      [null, 0, 0, 0],
      [null, 0, 0, 5],
    ]);
    const read = async (who: Call) =>
      (await here.call('GET', `/api/plan/lines/${services.id}`, undefined, who)).body;
    expect(await read(ana)).toHaveProperty('byCell');
    expect(await read(vera)).not.toHaveProperty('byCell');
    expect(JSON.stringify((await read(vera)).byQuarter)).toContain('null');
    const entries = await here.call('GET', `/api/plan/lines/${services.id}/entries`, undefined, vera);
    expect(JSON.stringify(entries.body)).not.toMatch(/female|legal/);
  });
});

/** Every figure of a document in the order in which it says them, thousands not parted. */
const said = ({ pages }: Pdf) =>
  pages
    .map(({ text }) => text)
    .join('\n')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\s+/g, ' ');

describe('on paper and as a workbook', () => {
  it('a summary says the same figures', async () => {
    const { id } = await worked('Riberas del Bravo');
    const told = await summary(`locality=${id}`);
    const file = async (kind: string) =>
      (await here.call('GET', `/api/summary.${kind}?locality=${id}`, undefined, ana)).bytes ??
      Buffer.alloc(0);
    const pdf = said(readPdf(await file('pdf')));
    const grids = await readGrids(await file('xlsx'));
    const cells = grids.map(({ rows }) => rows.map((row) => row.cells));
    const [lines = [], sources = [], areas = []] = cells;
    for (const line of told.lines) {
      const row = lines.find((one) => one.includes(line.name)) ?? [];
      const figures = line.quarters.flatMap(({ done, soFar, percent }) => [done, soFar, percent]);
      expect(row.slice(5, 17)).toEqual(figures.map((figure) => figure?.toString() ?? ''));
      for (const { done, soFar, percent } of line.quarters)
        expect(pdf).toContain(`${done} Acum. ${soFar}${percent === undefined ? '' : ` ${percent}`}`);
    }
    for (const { source = 'Sin fuente anotada', authorised, spent } of told.money.bySource) {
      expect(sources).toContainEqual(expect.arrayContaining([source, `${authorised}`, `${spent}`]));
      expect(pdf).toContain(source);
      expect(pdf).toContain(`$${Number.isInteger(authorised) ? authorised : authorised.toFixed(2)}`);
    }
    for (const { name, actions, budget } of told.policyAreas) {
      expect(areas).toContainEqual(expect.arrayContaining([name?.es ?? 'Sin área', `${actions}`]));
      expect(pdf).toContain(`${name?.es ?? 'Sin área'} ${actions} ${budget.MXN ? `$${budget.MXN}` : '—'}`);
    }
    expect(pdf).toContain('Plan Municipal 2024-2027');
  });
});
