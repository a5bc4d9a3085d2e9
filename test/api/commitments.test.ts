import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Sector } from '../../domain/stakeholder.ts';
import { imported, items } from '../support/files.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing } from '../support/walk.ts';

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
});
const matrix = (id: string) => `/api/localities/${id}/commitments`;

describe('a commitment', () => {
  it('names people who are there, and takes its sector from whoever is responsible', async () => {
    const { id } = await stakeholderOf(here, place, { sector: 'religious' });
    const ask = (body: object) => here.call('POST', matrix(place), { action: 'Pintar', ...body }, ana);
    const refused = await ask({ responsible: 'nobody', coResponsible: [id, 'none'] });
    expect(problemOf(refused).paths).toEqual(['responsible', 'coResponsible.1']);
    expect((await ask({ responsible: id, coResponsible: [id] })).body).toMatchObject({
      locality: place,
      sector: 'religious',
      status: 'pending',
      progress: 0,
    });
  });

  it('keeps the sector its responsible had when they were named, until they are named again', async () => {
    const { id, version } = await stakeholderOf(here, place, { sector: 'religious' });
    const made = await commitmentOf(here, place, { responsible: id });
    const change = (path: string, body: object, seen: number) =>
      here.call('PATCH', path, body, seeing(ana, seen));
    await change(`/api/stakeholders/${id}`, { sector: 'business' }, version);
    const noted = await change(`/api/commitments/${made.id}`, { note: 'Sigue igual' }, made.version);
    expect(noted.body).toMatchObject({ responsible: id, sector: 'religious' });
    const seen = z.number().parse(noted.body.version);
    const named = await change(`/api/commitments/${made.id}`, { responsible: id }, seen);
    expect(named.body).toMatchObject({ responsible: id, sector: 'business' });
  });

  it('is edited at the version that was seen, whatever else of the locality has changed', async () => {
    const [one, other] = [await commitmentOf(here, place), await commitmentOf(here, place)];
    const edit = (id: string, body: object, seen: number) =>
      here.call('PATCH', `/api/commitments/${id}`, body, seeing(ana, seen));
    const done = await edit(one.id, { status: 'fulfilled' }, other.version);
    expect(done.body).toMatchObject({ id: one.id, status: 'fulfilled', progress: 100 });
    expect(problemOf(await edit(one.id, { progress: 10 }, one.version)).code).toBe('stale-version');
    expect((await edit(other.id, { progress: 10 }, other.version)).status).toBe(200);
    const { body } = await here.call('GET', `/api/commitments/${one.id}`, undefined, ana);
    expect(body).toEqual(done.body);
  });

  it('loses what is taken away, and keeps what is not spoken of', async () => {
    const { id: responsible } = await stakeholderOf(here, place);
    const { id, version } = await commitmentOf(here, place, {
      responsible,
      dueOn: '2026-12-05',
      note: 'Con la escuela',
      policyArea: 'health',
      budget: { amount: 800 },
      supportingProgramme: 'habitat',
    });
    const away = { responsible: null, dueOn: null, budget: null, note: null, supportingProgramme: null };
    const { status, body } = await here.call('PATCH', `/api/commitments/${id}`, away, seeing(ana, version));
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, policyArea: 'health' });
    for (const field of [...Object.keys(away), 'sector', 'remindOn']) expect(body).not.toHaveProperty(field);
    const { body: kept } = await here.call('GET', `/api/commitments/${id}`, undefined, ana);
    expect(kept).toEqual(body);
  });

  it('is in the history of its locality', async () => {
    const { id } = await commitmentOf(here, place, { action: 'Plantar árboles' });
    const { body } = await here.call('GET', `/api/localities/${place}/history`, undefined, ana);
    expect(JSON.stringify(body)).toContain('Plantar árboles');
    expect(id.startsWith(`${place}.`)).toBe(true);
  });

  it('is not added to a locality that is over', async () => {
    const over = await begin(here);
    await here.call('POST', `/api/localities/${over}/gate/decisions`, { outcome: 'close', reason: 'x' }, ana);
    expect(problemOf(await here.call('POST', matrix(over), { action: 'x' }, ana)).code).toBe('not-active');
  });
});

describe('the matrix', () => {
  it('comes page by page, by status or sector, and says which sectors are missing', async () => {
    const own = await begin(here);
    const { id: school } = await stakeholderOf(here, own);
    const { id: social } = await stakeholderOf(here, own, { sector: 'social' });
    for (const responsible of [school, social, undefined]) await commitmentOf(here, own, { responsible });
    await commitmentOf(here, own, { responsible: social, status: 'cancelled' });
    const page = z.looseObject({
      items: z.array(z.looseObject({ id: z.string() })),
      nextCursor: z.string().optional(),
    });
    const first = page.parse((await here.call('GET', `${matrix(own)}?limit=3`, undefined, ana)).body);
    expect(first.missingSectors).toEqual(
      Sector.options.filter((one) => one !== 'school' && one !== 'social'),
    );
    const rest = page.parse(
      (await here.call('GET', `${matrix(own)}?limit=3&cursor=${first.nextCursor}`, undefined, ana)).body,
    );
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
      [1, 2, 3, 4].map((n) => `${own}.${n}`),
    );
    expect(rest.nextCursor).toBeUndefined();
    expect(await items(here, `${matrix(own)}?sector=social&status=pending`)).toHaveLength(1);
  });

  it('of the 160 actions of Todos Somos Juárez adds up to 3,300.7 million pesos, by policy area', async () => {
    const areas: [string, number, number][] = [
      ['security', 12, 870],
      ['economic-development', 11, 140],
      ['employment', 5, 84.7],
      ['health', 40, 706],
      ['education-culture-sports', 72, 800],
      ['social-development', 20, 700],
    ];
    const own = await testApp();
    await begin(own);
    const rows = areas.flatMap(([area, actions, millions]) =>
      Array.from({ length: actions }, (_, at) => {
        // Not every budget divides: the last action takes what is left, to the cent.
        const share = Math.floor((millions * 1e8) / actions);
        const cents = at === 0 ? Math.round(millions * 1e8) - share * (actions - 1) : share;
        return `Anapra,${area} ${at + 1},${area},${cents / 100}`;
      }),
    );
    const file = `locality,action,policyArea,budgetAmount\n${rows.join('\n')}\n`;
    expect(await imported(own, 'commitments', file, ana)).toMatchObject({ accepted: 160, rejected: [] });
    const { body } = await own.call('GET', '/api/commitments/roll-up', undefined, boss);
    expect(body).toMatchObject({
      policyAreas: areas.map(([policyArea, actions, millions]) => ({
        policyArea,
        actions,
        budget: { MXN: millions * 1e6 },
      })),
      without: { actions: 0, budget: {} },
      total: { actions: 160, budget: { MXN: 3_300_700_000 } },
    });
    const { body: portfolio } = await own.call('GET', '/api/portfolio', undefined, ana);
    expect(portfolio.commitments).toEqual({
      total: 160,
      status: { pending: 160, 'in-progress': 0, fulfilled: 0, cancelled: 0 },
    });
    const { body: none } = await own.call('GET', '/api/commitments/roll-up', undefined, luis);
    expect(none.total).toEqual({ actions: 0, budget: {} });
  });

  it('is counted by status in the portfolio as it moves', async () => {
    const own = await testApp();
    const { id, version } = await commitmentOf(own, await begin(own));
    await own.call('PATCH', `/api/commitments/${id}`, { status: 'in-progress' }, seeing(ana, version));
    const { body } = await own.call('GET', '/api/portfolio', undefined, ana);
    expect(body.commitments).toMatchObject({ total: 1, status: { pending: 0, 'in-progress': 1 } });
  });
});

it('the catalogue names 20 programmes, 3 of them anchors, six policy areas and six sectors', async () => {
  const { body } = await here.call('GET', '/api/catalogue', undefined, ana);
  const Catalogue = z.looseObject({
    supportingProgrammes: z.array(z.looseObject({ anchor: z.boolean() })).length(20),
    policyAreas: z.array(z.looseObject({})).length(6),
    sectors: z.array(z.looseObject({})).length(6),
  });
  expect(Catalogue.parse(body).supportingProgrammes.filter(({ anchor }) => anchor)).toHaveLength(3);
});
