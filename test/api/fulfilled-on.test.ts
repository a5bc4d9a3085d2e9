import { beforeAll, describe, expect, it } from 'vitest';
import { commitmentItem } from '../../store/commitments.ts';
import { writeAll } from '../../store/transaction.ts';
import { pagesOf } from '../links/pages.ts';
import { audited } from '../support/audited.ts';
import { exported, imported, items } from '../support/files.ts';
import { historyOf } from '../support/history.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, seeing } from '../support/walk.ts';

/** The day it is in these tests. */
const today = '2026-01-12';

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
});
const read = async (id: string) => (await here.call('GET', `/api/commitments/${id}`, undefined, ana)).body;
const edit = async (id: string, body: object) =>
  here.call('PATCH', `/api/commitments/${id}`, body, seeing(ana, Number((await read(id)).version)));
const standing = async (id: string) => {
  const { status, progress, fulfilledOn, onTime } = await read(id);
  return { status, progress, fulfilledOn, onTime };
};

describe('the day a commitment was fulfilled', () => {
  it('is today, or the day that is said, and tells whether it was in time', async () => {
    const { id } = await commitmentOf(here, place, { dueOn: '2026-01-09' });
    expect((await edit(id, { status: 'fulfilled' })).status).toBe(200);
    expect(await standing(id)).toEqual({
      status: 'fulfilled',
      progress: 100,
      fulfilledOn: today,
      onTime: false,
    });
    await edit(id, { fulfilledOn: '2026-01-09' });
    expect(await standing(id)).toMatchObject({ fulfilledOn: '2026-01-09', onTime: true });
    // What else is changed leaves it, and so does to say once more that it is fulfilled.
    await edit(id, { note: 'Con la escuela', status: 'fulfilled' });
    expect(await standing(id)).toMatchObject({ fulfilledOn: '2026-01-09' });
    const { id: other } = await commitmentOf(here, place, {
      dueOn: '2026-01-09',
      status: 'fulfilled',
      fulfilledOn: '2026-01-08',
    });
    expect(await standing(other)).toMatchObject({ progress: 100, fulfilledOn: '2026-01-08', onTime: true });
    const { id: undated } = await commitmentOf(here, place, { dueOn: undefined, status: 'fulfilled' });
    expect(await standing(undated)).toMatchObject({ fulfilledOn: today, onTime: undefined });
    // What was promised for a Saturday is in time on Monday.
    const { id: saturday } = await commitmentOf(here, place, { dueOn: '2026-01-10', status: 'fulfilled' });
    expect(await standing(saturday)).toMatchObject({ fulfilledOn: today, onTime: true });
  });

  it('goes when it is taken up again, and is in the history with all that followed', async () => {
    const { id } = await commitmentOf(here, place, { progress: 40 });
    expect(await standing(id)).toMatchObject({ status: 'in-progress', progress: 40 });
    await edit(id, { status: 'fulfilled', fulfilledOn: '2026-01-08' });
    await edit(id, { status: 'in-progress' });
    expect(await standing(id)).toEqual({
      status: 'in-progress',
      progress: 0,
      fulfilledOn: undefined,
      onTime: undefined,
    });
    const edits = (await historyOf(here, place))
      .filter(({ action }) => action === 'commitment-edited')
      .slice(-2);
    expect(edits.map(({ detail }) => detail)).toMatchObject([
      { status: 'fulfilled', progress: 100, fulfilledOn: '2026-01-08' },
      { status: 'in-progress', progress: 0, fulfilledOn: null },
    ]);
  });

  it('is refused where it has not come, and of what is not fulfilled', async () => {
    const { id } = await commitmentOf(here, place);
    for (const [body, message] of [
      [{ status: 'fulfilled', fulfilledOn: '2026-01-13' }, /todavía no llega/],
      [{ fulfilledOn: '2026-01-08' }, /solo la lleva/],
      [{ status: 'cancelled', fulfilledOn: '2026-01-08' }, /solo la lleva/],
    ] as const) {
      const answer = await edit(id, body);
      expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid-request' });
      expect(answer.body.errors).toMatchObject([
        { path: 'fulfilledOn', message: expect.stringMatching(message) },
      ]);
      const made = await here.call(
        'POST',
        `/api/localities/${place}/commitments`,
        { action: 'Otra', ...body },
        ana,
      );
      expect(problemOf(made).code).toBe('invalid-request');
    }
    expect(await standing(id)).toMatchObject({ status: 'pending', fulfilledOn: undefined });
  });

  it('is not known of what was fulfilled before days were kept, and may be said or taken away', async () => {
    const { id } = await commitmentOf(here, place, { status: 'fulfilled' });
    await edit(id, { fulfilledOn: null });
    expect(await standing(id)).toEqual({
      status: 'fulfilled',
      progress: 100,
      fulfilledOn: undefined,
      onTime: undefined,
    });
    await edit(id, { note: 'De antes' });
    expect(await standing(id)).toMatchObject({ fulfilledOn: undefined });
    await edit(id, { fulfilledOn: '2025-11-30' });
    expect(await standing(id)).toMatchObject({ fulfilledOn: '2025-11-30', onTime: true });
  });

  it('is today or the day that is typed, when whoever promised it answers by their link', async () => {
    const own = await testApp();
    const there = await begin(own);
    const { id: rosa } = await stakeholderOf(own, there);
    const made = await commitmentOf(own, there, { responsible: rosa, dueOn: '2026-01-20' });
    const pages = pagesOf(own);
    const stakeholder = await own.api.stakeholders.get(rosa);
    const link = await pages.linkFor(stakeholder);
    const seen = async () => (await own.call('GET', `/api/commitments/${made.id}`, undefined, ana)).body;
    const answer = (form: object) => pages.post(link, { commitment: made.id, answer: 'fulfilled', ...form });
    expect((await pages.get(link)).html).toContain(`max="${today}"`);
    expect((await answer({ fulfilledOn: '2026-01-13' })).status).toBe(400);
    expect((await answer({ fulfilledOn: 'ayer' })).status).toBe(400);
    await answer({ fulfilledOn: '2026-01-09' });
    expect(await seen()).toMatchObject({ status: 'fulfilled', fulfilledOn: '2026-01-09', onTime: true });
    await answer({ note: 'Quedó bien' });
    expect(await seen()).toMatchObject({ fulfilledOn: '2026-01-09' });
    await pages.post(link, { commitment: made.id, answer: 'in-progress', fulfilledOn: '2026-01-09' });
    expect(await seen()).not.toHaveProperty('fulfilledOn');
    await answer({});
    expect(await seen()).toMatchObject({ fulfilledOn: today });
    expect((await audited(own)).findings).toEqual([]);
  });

  it('goes out and comes back in files, and is judged there as everywhere', async () => {
    const own = await testApp();
    const there = await begin(own);
    await commitmentOf(own, there, { status: 'fulfilled', fulfilledOn: '2026-01-08', dueOn: '2026-01-07' });
    const old = await commitmentOf(own, there, { action: 'De antes', status: 'fulfilled' });
    const before = await own.api.commitments.get({ locality: there, number: 2 });
    await writeAll(own.table, [
      commitmentItem(own.table, { ...before, fulfilledOn: undefined, writes: before.writes + 1 }),
    ]);
    await commitmentOf(own, there, { action: 'Abierto' });
    const csv = await exported(own, 'commitments.csv', boss);
    expect(String(csv)).toMatch(/fulfilled,100,2026-01-08,false/);
    const other = await testApp();
    await imported(other, 'localities', await exported(own, 'localities.csv'));
    expect(await imported(other, 'commitments', csv)).toMatchObject({ accepted: 3, rejected: [] });
    const days = (await items(other, `/api/localities/${there}/commitments`)).map(
      ({ fulfilledOn }) => fulfilledOn,
    );
    expect(days).toEqual(['2026-01-08', undefined, undefined]);

    const rows = (...lines: string[]) => `id,action,estado,avance,cumplido el\n${lines.join('\n')}\n`;
    const update = (file: string) => imported(own, 'commitments', file, { ...ana, query: '?mode=update' });
    const refused = await update(
      rows(`${old.id},De antes,Cumplido,,13/01/2026`, `${there}.3,Abierto,,,2026-01-08`),
    );
    expect(refused.rejected.map(({ row, column }) => [row, column])).toEqual([
      [2, 'fulfilledOn'],
      [3, 'fulfilledOn'],
    ]);
    const { differences } = await update(
      rows(`${old.id},De antes,En proceso,50,`, `${there}.3,Abierto,Cumplido,,08/01/2026`),
    );
    expect(differences?.map(({ row, field, before: was, after }) => [row, field, was, after])).toEqual([
      [2, 'status', 'fulfilled', 'in-progress'],
      [2, 'progress', '100', '50'],
      [3, 'status', 'pending', 'fulfilled'],
      [3, 'progress', '0', '100'],
      [3, 'fulfilledOn', null, '2026-01-08'],
    ]);
    // What people write that goes by no rule of ours is taken as it is meant, and says the same when it comes again.
    const loose = 'locality,action,estado,avance\nAnapra,Nueva,Pendiente,30%\nAnapra,Hecha,Cumplido,80%\n';
    expect(await imported(own, 'commitments', loose, ana)).toMatchObject({ accepted: 2, unchanged: 0 });
    expect(await imported(own, 'commitments', loose, ana)).toMatchObject({ accepted: 2, unchanged: 2 });
    expect((await items(own, `/api/localities/${there}/commitments`)).slice(3)).toMatchObject([
      { status: 'in-progress', progress: 30 },
      { status: 'fulfilled', progress: 100, fulfilledOn: today },
    ]);
  });
});
