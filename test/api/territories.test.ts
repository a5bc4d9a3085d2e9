import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { geometryItem } from '../../store/localities.ts';
import { writeAll } from '../../store/transaction.ts';
import { problemOf } from '../support/problems.ts';
import { seed, seedling } from '../support/seed.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, boss, luis } from '../support/walk.ts';

const Page = z.strictObject({
  items: z.array(z.strictObject({ locality: z.string(), outline: z.looseObject({ type: z.string() }) })),
  nextCursor: z.string().optional(),
});

const square = (x: number): [number, number][] => [
  [x, 31.7],
  [x + 0.01, 31.7],
  [x + 0.01, 31.71],
  [x, 31.7],
];
const territory = (x: number) => ({ type: 'Polygon' as const, coordinates: [square(x)] });

describe('the territories of a municipality', () => {
  let here: TestApp;
  beforeAll(async () => {
    here = await testApp();
    await seed(here, [
      seedling('a'),
      seedling('b'),
      seedling('c', { coordinators: ['luis@juarez.example'] }),
      seedling('d'),
    ]);
    await writeAll(
      here.table,
      ['a', 'c', 'd'].map((id, at) => geometryItem(here.table, id, territory(-106 - at))),
    );
  });
  const page = async (query: string, who = boss) =>
    Page.parse((await here.call('GET', `/api/territories?${query}`, undefined, who)).body);

  it('are the outlines of those that have one', async () => {
    const { items, nextCursor } = await page('');
    expect(items).toEqual([
      { locality: 'a', outline: territory(-106) },
      { locality: 'c', outline: territory(-107) },
      { locality: 'd', outline: territory(-108) },
    ]);
    expect(nextCursor).toBeUndefined();
  });

  it('come page by page; a page may hold fewer than it was asked for, and others still follow', async () => {
    const seen: string[][] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const { items, nextCursor } = await page(`limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(items.map(({ locality }) => locality));
      cursor = nextCursor;
    }
    expect(seen.slice(0, 2)).toEqual([['a'], ['c', 'd']]);
    expect(seen.slice(2).flat()).toEqual([]);
  });

  it('are a coordinator’s own for a coordinator', async () => {
    const of = async (who: typeof ana) => (await page('', who)).items.map(({ locality }) => locality);
    expect(await of(ana)).toEqual(['a', 'd']);
    expect(await of(luis)).toEqual(['c']);
  });

  it('begin nowhere after something that is no locality', async () => {
    const refused = await here.call('GET', '/api/territories?cursor=%2F', undefined, boss);
    expect(problemOf(refused)).toMatchObject({ code: 'invalid-request', paths: ['cursor'] });
  });
});
