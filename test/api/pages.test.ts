import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { taskItem } from '../../store/tasks.ts';
import { writeAll } from '../../store/transaction.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { seed, seedling } from '../support/seed.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

const Page = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  nextCursor: z.string().optional(),
});

/** The ids of a whole list, asked for page by page. */
async function idsOf(here: TestApp, path: string, limit: number, who: Call = boss): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const query = `${path.includes('?') ? '&' : '?'}limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const page = Page.parse((await here.call('GET', `${path}${query}`, undefined, who)).body);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== undefined && ids.length < 1_000);
  return ids;
}

describe('a list that is read where it is asked', () => {
  let here: TestApp;
  beforeAll(async () => {
    here = await testApp({}, '2026-02-05T18:00:00Z');
    const opened = ['2025-11-03', '2026-01-12', '2026-02-04'];
    await seed(
      here,
      Array.from({ length: 40 }, (_, at) =>
        seedling(`place-${String(at).padStart(2, '0')}`, {
          name: `Colonia Colón ${at}`,
          openedOn: opened[at % 3] ?? '',
          status: at % 4 === 0 ? 'on-hold' : 'active',
          coordinators: [at % 2 === 0 ? 'ana@juarez.example' : 'luis@juarez.example'],
        }),
      ),
    );
    const since = '2026-01-12T15:00:00.000Z';
    await writeAll(
      here.table,
      Array.from({ length: 30 }, (_, at) =>
        taskItem(here.table, {
          kind: 'bounced',
          subject: `person-${at}`,
          locality: `place-${String(at % 7).padStart(2, '0')}`,
          since,
          dueOn: `2026-0${1 + (at % 5)}-11`,
        }),
      ),
    );
  });

  it.each([
    ['/api/localities', 40],
    ['/api/localities?status=active', 30],
    ['/api/localities?status=on-hold', 10],
    ['/api/localities?stage=capacity-building', 40],
    ['/api/localities?stage=capacity-building&status=on-hold', 10],
    ['/api/localities?health=overdue', 10],
    ['/api/localities?health=due-soon', 10],
    ['/api/localities?health=on-track', 20],
    ['/api/localities?health=overdue&status=active', 10],
    ['/api/localities?q=colo', 40],
    ['/api/localities?q=colonia%20col', 40],
    ['/api/localities?q=col%203', 11],
    ['/api/localities?q=colonia&status=on-hold', 10],
    ['/api/localities?q=olonia', 0],
  ])('%s gives each of its %d localities once, whatever the page holds', async (path, count) => {
    const whole = await idsOf(here, path, 200);
    expect(whole).toHaveLength(count);
    expect(new Set(whole).size).toBe(count);
    for (const limit of [1, 7, 10]) expect(await idsOf(here, path, limit)).toEqual(whole);
    const own = await idsOf(here, path, 3, ana);
    expect(own.sort()).toEqual(whole.filter((id) => Number(id.slice(-2)) % 2 === 0).sort());
  });

  it('gives tasks soonest first, each once, to whoever sees all and to a coordinator', async () => {
    for (const who of [boss, ana, luis, { ...luis, localities: ['place-00'] }]) {
      const whole = await idsOf(here, '/api/tasks', 200, who);
      expect(new Set(whole).size).toBe(whole.length);
      for (const limit of [1, 4, 9]) {
        const paged = await idsOf(here, '/api/tasks', limit, who);
        expect(paged.sort()).toEqual([...whole].sort());
      }
    }
    expect(await idsOf(here, '/api/tasks', 200)).toHaveLength(40);
    const { body } = await here.call('GET', '/api/tasks?limit=12', undefined, boss);
    const dues = z
      .array(z.looseObject({ dueOn: z.string() }))
      .parse(body.items)
      .map(({ dueOn }) => dueOn);
    expect(dues).toEqual([...dues].sort());
  });

  it.each(['x', '2026-02-10#a', '2026-02-10#a gate', "2026-02-10#a' or true 1"])(
    'refuses a cursor of tasks that is none: %s',
    async (cursor) => {
      const answer = await here.call(
        'GET',
        `/api/tasks?cursor=${encodeURIComponent(cursor)}`,
        undefined,
        boss,
      );
      expect(problemOf(answer)).toMatchObject({ status: 400, paths: ['cursor'] });
    },
  );
});

describe('what is found by key', () => {
  it('follows a locality to another coordinator and another name', async () => {
    const here = await testApp();
    const place = await begin(here);
    const edit = { name: 'Nueva Esperanza', coordinators: ['luis@juarez.example'] };
    const { body } = await here.call('GET', `/api/localities/${place}`, undefined, boss);
    await here.call('PATCH', `/api/localities/${place}`, edit, {
      ...boss,
      headers: { 'if-match': `"${body.version}"` },
    });
    expect(await idsOf(here, '/api/localities', 5, ana)).toEqual([]);
    expect(await idsOf(here, '/api/localities', 5, luis)).toEqual([place]);
    expect(await idsOf(here, '/api/localities?q=anapra', 5)).toEqual([]);
    expect(await idsOf(here, '/api/localities?q=espe%20nueva', 5)).toEqual([place]);
  });

  it('finds people of as many localities as there may be, of names as long as they may be, in each of them', async () => {
    const here = await testApp();
    const places = Array.from({ length: 200 }, (_, at) => `place-${String(at).padStart(3, '0')}`);
    await seed(
      here,
      places.map((id) => seedling(id)),
    );
    const words = (letters: string) =>
      Array.from({ length: 66 }, (_, at) => `${letters}${at % 10}`)
        .join(' ')
        .slice(0, 190);
    const person = { name: words('a'), organization: words('b'), sector: 'school', localities: places };
    const { body } = await here.call('POST', '/api/stakeholders', person, boss);
    const of = (place: string) => idsOf(here, `/api/stakeholders?locality=${place}`, 5);
    expect([await of('place-000'), await of('place-199')]).toEqual([[body.id], [body.id]]);
    for (const localities of [places.slice(0, 16), places.slice(100, 116), places, []]) {
      const { body: now } = await here.call('GET', `/api/stakeholders/${body.id}`, undefined, boss);
      const change = { localities, name: `${words('c')} ${localities.length}`, organization: words('d') };
      const changed = await here.call('PATCH', `/api/stakeholders/${body.id}`, change, {
        ...boss,
        headers: { 'if-match': `"${now.version}"` },
      });
      expect(changed.status).toBe(200);
      expect(await of('place-110')).toEqual(localities.includes('place-110') ? [body.id] : []);
    }
  });

  it('finds people by their words, and not by those that they lost', async () => {
    const here = await testApp();
    const place = await begin(here);
    const rosa = await stakeholderOf(here, place, { name: 'Rosa Ávila', organization: 'Escuela Benito' });
    const luz = await stakeholderOf(here, place, { name: 'Luz Rosas' });
    const found = (q: string, who = boss) =>
      idsOf(here, `/api/stakeholders?q=${encodeURIComponent(q)}`, 1, who);
    expect((await found('ROS')).sort()).toEqual([rosa.id, luz.id].sort());
    expect(await found('avila escuela')).toEqual([rosa.id]);
    expect(await found('avila', ana)).toEqual([rosa.id]);
    expect(await found('avila', luis)).toEqual([]);
    const change = { name: 'Rosa Mora', organization: null };
    const changed = await here.call('PATCH', `/api/stakeholders/${rosa.id}`, change, {
      ...ana,
      headers: { 'if-match': `"${rosa.version}"` },
    });
    expect(await found('avila')).toEqual([]);
    expect(await found('mora')).toEqual([rosa.id]);
    await here.call('DELETE', `/api/stakeholders/${rosa.id}`, undefined, {
      ...ana,
      headers: { 'if-match': `"${changed.body.version}"` },
    });
    expect(await found('mora')).toEqual([]);
    const dump = JSON.stringify(await wholeTable(here.table)).toLowerCase();
    for (const trace of ['mora#', 'avila', 'ávila', 'benito']) expect(dump).not.toContain(trace);
  });
});
