import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { brokenAt, HistoryEntry } from '../../store/history.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, pass, registrar } from '../support/walk.ts';

const Page = z.object({ items: z.array(HistoryEntry), nextCursor: z.string().optional() });
let here: TestApp;
let id: string;
beforeAll(async () => {
  here = await testApp();
  await choose(here, 'at-once', ana, boss);
  id = await begin(here);
  await pass(here, id);
});
const ask = (query = '') => here.call('GET', `/api/localities/${id}/history${query}`, undefined, ana);
const page = async (query = '') => Page.parse((await ask(query)).body);

describe('the history of a locality', () => {
  it('tells everything that happened, oldest first, mails included', async () => {
    const { items } = await page();
    const told = items.map(({ action, actor }) => `${action} by ${actor}`);
    const mails = told.filter((line) => line === 'mail-sent by etapas');
    expect(told.filter((line) => !line.startsWith('mail'))).toEqual([
      `locality-created by ${registrar.user}`,
      'stage-opened by etapas',
      `activity-recorded by ${ana.user}`,
      `activity-recorded by ${ana.user}`,
      `review-requested by ${ana.user}`,
      `gate-decided by ${boss.user}`,
      'stage-opened by etapas',
    ]);
    // To the coordinator and the approver of the first stage; to who did not do it, of one review and one decision.
    expect(mails).toHaveLength(4);
    expect(mails).toHaveLength(here.mails.length);
  });

  it('is a chain that holds', async () => {
    const { items } = await page();
    expect(brokenAt(items)).toBeUndefined();
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, at) => at + 1));
  });

  it('comes page by page', async () => {
    const seen: number[] = [];
    for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
      const { items, nextCursor }: z.infer<typeof Page> = await page(`?limit=4&cursor=${cursor}`);
      expect(items.length).toBeLessThanOrEqual(4);
      seen.push(...items.map(({ seq }) => seq));
      cursor = nextCursor;
    }
    expect(seen).toEqual((await page()).items.map(({ seq }) => seq));
  });

  it('is told the other way round when the newest is wanted first, page by page too', async () => {
    const all = (await page()).items.map(({ seq }) => seq);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const more: string = cursor === undefined ? '' : `&cursor=${cursor}`;
      const { items, nextCursor } = await page(`?newestFirst=true&limit=4${more}`);
      seen.push(...items.map(({ seq }) => seq));
      cursor = nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.toReversed());
  });

  it.each(['?cursor=first', '?cursor=-1', '?cursor=1.5'])(
    'refuses %s, which is no cursor of it',
    async (query) => {
      expect(problemOf(await ask(query))).toMatchObject({ status: 400, paths: ['cursor'] });
    },
  );

  it('holds no task token of the workflow', async () => {
    expect(JSON.stringify(await page())).not.toContain('token');
  });
});

describe('the stages of a locality', () => {
  it('show every visit with its decision, and hold no task token either', async () => {
    const { body } = await here.call('GET', `/api/localities/${id}/stages`, undefined, ana);
    expect(body.items).toMatchObject([
      {
        stage: 'capacity-building',
        state: 'behind',
        visits: [{ visit: 1, decisions: [{ outcome: 'advance' }] }],
      },
      { stage: 'territorial-targeting', state: 'current', visits: [{ visit: 1, decisions: [] }] },
      ...Array.from({ length: 4 }, () => ({ state: 'ahead', visits: [] })),
    ]);
    expect(JSON.stringify(body)).not.toContain('token');
  });
});
