import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { enterStage } from '../../domain/locality.ts';
import { problemOf } from '../support/problems.ts';
import { convivirMejor } from '../support/programmes.ts';
import { seed, seedling } from '../support/seed.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, boss, luis } from '../support/walk.ts';

const Page = z.strictObject({
  items: z.array(z.looseObject({ id: z.string() })),
  nextCursor: z.string().optional(),
});

describe('the localities of a small municipality', () => {
  let here: TestApp;
  beforeAll(async () => {
    here = await testApp({}, '2026-02-05T18:00:00Z');
    // A first visit of 20 working days: opened on 12 January it is due on 10 February.
    await seed(here, [
      seedling('a', { name: 'Anapra', code: 'J-01' }),
      seedling('b', { name: 'Riberas del Bravo', openedOn: '2025-11-03' }),
      seedling('c', { name: 'Colonia Azteca', openedOn: '2026-02-04' }),
      enterStage(seedling('d', { name: 'Ampliación Fronteriza' }), convivirMejor, 'implementation'),
      seedling('e', { name: 'Ángeles', status: 'on-hold', coordinators: ['luis@juarez.example'] }),
      seedling('f', { name: 'Zaragoza', status: 'completed', position: undefined }),
    ]);
  });
  const ids = async (query: string, who = boss) =>
    Page.parse((await here.call('GET', `/api/localities?${query}`, undefined, who)).body)
      .items.map(({ id }) => id)
      .join('');

  it.each([
    ['', 'abcdef'],
    ['stage=capacity-building', 'abce'],
    ['stage=implementation', 'd'],
    ['stage=nowhere', ''],
    ['status=on-hold', 'e'],
    ['status=active', 'abcd'],
    ['status=completed', 'f'],
    ['health=overdue', 'b'],
    ['health=due-soon', 'a'],
    ['health=on-track', 'cdef'],
    ['health=due-soon&stage=implementation', ''],
    ['q=anapra', 'a'],
    ['q=ampliacion', 'd'],
    ['q=AMPLIACI%C3%93N', 'd'],
    ['q=angeles', 'e'],
    ['q=j-01', 'a'],
    ['q=del%20bravo', 'b'],
    ['q=%25', ''],
  ])('by "%s" are %s', async (query, found) => {
    expect(await ids(query)).toBe(found);
  });

  it('are a coordinator’s own for a coordinator', async () => {
    expect(await ids('', ana)).toBe('abcdf');
    expect(await ids('', luis)).toBe('e');
    expect(await ids('', { ...luis, localities: ['a', 'f'] })).toBe('aef');
  });

  it.each([
    ['status=paused', 'status'],
    ['health=well', 'health'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=many', 'limit'],
    ['cursor=%20', 'cursor'],
    ['colour=red', 'colour'],
  ])('are refused by the filter that makes no sense: %s', async (query, path) => {
    const answer = await here.call('GET', `/api/localities?${query}`, undefined, boss);
    expect(problemOf(answer)).toMatchObject({ status: 400, paths: [path] });
  });
});

describe('the localities of a large municipality', () => {
  let here: TestApp;
  const all = Array.from({ length: 450 }, (_, at) => `locality-${String(at).padStart(3, '0')}`);
  beforeAll(async () => {
    here = await testApp();
    await seed(
      here,
      all.map((id, at) => seedling(id, { status: at % 3 === 0 ? 'on-hold' : 'active' })),
    );
  });
  const page = async (query: string, who = boss) =>
    Page.parse((await here.call('GET', `/api/localities?${query}`, undefined, who)).body);

  async function pages(query: string): Promise<string[][]> {
    const seen: string[][] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined && seen.length < 20; ) {
      const { items, nextCursor }: z.infer<typeof Page> = await page(
        `${query}${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(items.map(({ id }) => id));
      cursor = nextCursor;
    }
    return seen;
  }

  it('come in pages of 200 at most, each locality once, oldest first', async () => {
    const seen = await pages('limit=200');
    expect(seen.map(({ length }) => length)).toEqual([200, 200, 50]);
    expect(seen.flat()).toEqual(all);
  });

  it('come 200 at a time where no limit is asked for', async () => {
    expect((await page('')).items).toHaveLength(200);
  });

  it('fill their pages with what the filter lets through', async () => {
    const seen = await pages('status=on-hold&limit=100');
    expect(seen.map(({ length }) => length)).toEqual([100, 50]);
    expect(seen.flat()).toEqual(all.filter((_, at) => at % 3 === 0));
  });

  it('are all there and none twice where the last page is full', async () => {
    expect((await pages('limit=150')).flat()).toEqual(all);
  });

  it('go on after a cursor whose locality is not the caller’s', async () => {
    expect((await page('cursor=locality-448&limit=5')).items.map(({ id }) => id)).toEqual(['locality-449']);
    expect(await page('cursor=locality-100&limit=5', luis)).toEqual({ items: [] });
  });
});
