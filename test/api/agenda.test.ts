import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AgendaItem } from '../../functions/api/agenda-view.ts';
import { audited } from '../support/audited.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { enter, lineOf, sessionOf } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing, vera } from '../support/walk.ts';

const Page = z.object({ items: z.array(AgendaItem), nextCursor: z.string().optional() });
let here: TestApp;
let place: string;
let guest: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  guest = (await stakeholderOf(here, place)).id;
});

const read = async (query: string, who: Call = ana) =>
  Page.parse((await here.call('GET', `/api/agenda?${query}`, undefined, who)).body);
const kindsOf = ({ items }: z.infer<typeof Page>) => items.map(({ on, kind }) => `${on} ${kind}`);

describe('the agenda', () => {
  it('holds sessions, gates, due commitments and ends of line periods in the order of days', async () => {
    const [month, year] = ['month', 'year'];
    await lineOf(here, place, { from: '2026-03-10', to: '2026-05-20', rhythm: month, name: 'Talleres' });
    const { id: line } = await lineOf(here, place, { rhythm: year, name: 'Servicios' });
    await enter(here, line, { on: '2026-01-05', quantity: 7 });
    await sessionOf(here, place, { on: '2026-04-14', at: '17:30', agenda: ['Alumbrado'] });
    await commitmentOf(here, place, { action: 'Podar', dueOn: '2026-04-14', responsible: guest });
    await commitmentOf(here, place, { action: 'Barrer', dueOn: '2026-06-01', responsible: undefined });
    const page = await read(`from=2026-03-01&to=2026-12-31&locality=${place}`);
    expect(kindsOf(page).filter((one) => !one.includes('gate'))).toEqual([
      '2026-03-31 line-period',
      '2026-04-14 session',
      '2026-04-14 commitment',
      '2026-04-30 line-period',
      '2026-05-20 line-period',
      '2026-06-01 commitment',
      '2026-12-31 line-period',
    ]);
    expect(page.items.find(({ kind }) => kind === 'session')).toMatchObject({
      what: 'Reunión',
      at: '17:30',
      agenda: ['Alumbrado'],
      locality: place,
      status: 'planned',
    });
    expect(page.items.at(-1)).toMatchObject({ what: 'Servicios', from: '2026-01-01', done: 7 });
    const targets = await read(`from=2026-01-01&to=2026-12-31&locality=${place}`);
    expect(targets.items.filter(({ kind }) => kind === 'gate')).toHaveLength(1);
    expect((await audited(here)).findings).toEqual([]);
  });

  it('follows what changes: a moved session, a kept commitment, a closed line', async () => {
    const spot = await begin(here);
    const moved = await sessionOf(here, spot, { on: '2026-07-01' });
    await here.call('PATCH', `/api/sessions/${moved.id}`, { on: '2026-07-09' }, seeing(ana, moved.version));
    const { id, version } = await commitmentOf(here, spot, { action: 'Pintar', dueOn: '2026-07-03' });
    const line = await lineOf(here, spot, { from: '2026-07-01', to: '2026-07-20', rhythm: 'once' });
    const asked = `from=2026-07-01&to=2026-07-31&locality=${spot}`;
    expect(kindsOf(await read(asked))).toEqual([
      '2026-07-03 commitment',
      '2026-07-09 session',
      '2026-07-20 line-period',
    ]);
    await here.call('PATCH', `/api/commitments/${id}`, { status: 'fulfilled' }, seeing(ana, version));
    await here.call('PATCH', `/api/plan/lines/${line.id}`, { status: 'closed' }, seeing(ana, line.version));
    expect(kindsOf(await read(asked))).toEqual(['2026-07-09 session']);
  });

  it('shows to each what they may see, and the municipality’s own to everybody', async () => {
    const spot = await begin(here);
    const { id } = await sessionOf(here, spot, { on: '2026-09-02' });
    const { id: own } = await sessionOf(here, undefined, { on: '2026-09-03' });
    const seen = async (who: Call, more = '') =>
      (await read(`from=2026-09-01&to=2026-09-30${more}`, who)).items.flatMap((one) =>
        one.kind === 'session' ? one.session : [],
      );
    expect(await seen(ana)).toEqual([id, own]);
    expect(await seen(boss)).toEqual([id, own]);
    expect(await seen(luis)).toEqual([own]);
    expect(await seen(vera)).toEqual([id, own]);
    expect(await seen(boss, '&locality=municipality')).toEqual([own]);
    const refused = await here.call(
      'GET',
      `/api/agenda?from=2026-09-01&to=2026-09-30&locality=${spot}`,
      undefined,
      luis,
    );
    expect(problemOf(refused).code).toBe('not-found');
  });

  it('comes in pages that together hold everything once', async () => {
    const spot = await begin(here);
    for (const on of ['2026-10-05', '2026-10-05', '2026-10-06', '2026-10-07'])
      await sessionOf(here, spot, { on });
    await lineOf(here, spot, { from: '2026-09-01', to: '2026-11-30' });
    const asked = `from=2026-10-01&to=2026-11-30&locality=${spot}`;
    const all = await read(asked);
    const inPages: string[] = [];
    let cursor = '';
    do {
      const page = await read(`${asked}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      inPages.push(...kindsOf(page));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(inPages).toEqual(kindsOf(all));
    expect(inPages).toHaveLength(6);
  });

  it.each([
    ['a range that is too long', 'from=2026-01-01&to=2027-02-05', ['to']],
    ['an end before the beginning', 'from=2026-02-01&to=2026-01-31', ['to']],
    ['no end', 'from=2026-02-01', ['to']],
    ['a day that is none', 'from=2026-02-30&to=2026-03-31', ['from']],
    ['a cursor of its own making', 'from=2026-02-01&to=2026-03-31&cursor=x', ['cursor']],
  ])('refuses %s by its field', async (_, query, paths) => {
    expect(problemOf(await here.call('GET', `/api/agenda?${query}`, undefined, ana)).paths).toEqual(paths);
  });
});
