import { beforeAll, describe, expect, it } from 'vitest';
import type { DeployedProgramme } from '../../domain/deployed.ts';
import { Sector } from '../../domain/stakeholder.ts';
import { catalogueOf } from '../../functions/runtime/programme-catalogue.ts';
import { taskItem } from '../../store/tasks.ts';
import { writeAll } from '../../store/transaction.ts';
import { items } from '../support/files.ts';
import { commitmentOf, stakeholderOf, taskOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { programmes } from '../support/programmes.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, luis, review, vera } from '../support/walk.ts';

/** The same programme, whose gates ask for commitments from every sector. */
const asking = ({ stages, ...programme }: DeployedProgramme): DeployedProgramme => ({
  ...programme,
  stages: stages.map((stage) =>
    stage.criteria
      ? { ...stage, criteria: [...stage.criteria, { type: 'commitments', minimum: 1, sectors: true }] }
      : stage,
  ),
});

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});
const list = (own: TestApp, who = ana) => items(own, '/api/tasks', who);
const kinds = async (own: TestApp) => (await list(own)).map(({ kind }) => kind);
const finish = (own: TestApp, id: unknown, who = ana) =>
  own.call('POST', `/api/tasks/${String(id)}/done`, { note: 'Hecho' }, who);

describe('the list of tasks', () => {
  it('names what is the matter and what clears it, in the language of whoever asks', async () => {
    const own = await testApp();
    const place = await begin(own);
    const { id } = await stakeholderOf(own, place);
    await commitmentOf(own, place, { responsible: id });
    const since = '2026-01-12T15:00:00.000Z';
    await writeAll(own.table, [
      taskItem(own.table, {
        kind: 'cannot',
        subject: '1',
        locality: place,
        since,
        dueOn: '2026-03-02',
        note: 'Sin pintura',
      }),
      taskItem(own.table, { kind: 'bounced', subject: id, locality: place, since }),
    ]);
    const [bounced, cannot] = await list(own);
    expect(bounced).toMatchObject({ kind: 'bounced', since: '2026-01-12', stakeholder: id });
    expect(bounced?.what).toContain('Rosa Pérez');
    expect(cannot).toMatchObject({
      kind: 'cannot',
      dueOn: '2026-03-02',
      commitment: `${place}.1`,
      localityName: 'Anapra',
    });
    expect(cannot?.what).toMatch(/Rosa Pérez.*Pintar la escuela.*Sin pintura/);
    const [, english] = await list(own, { ...ana, headers: { 'accept-language': 'en' } });
    expect(english?.what).toContain('cannot keep');
    expect(english?.action).not.toBe(cannot?.action);
    expect([await list(own, luis), (await list(own, vera)).length]).toEqual([[], 2]);
  });

  it('holds gates past their target until they are passed, and reviews until they are decided', async () => {
    const own = await testApp();
    const place = await begin(own);
    expect(await kinds(own)).toEqual([]);
    own.pass(60);
    expect(await list(own)).toMatchObject([{ kind: 'gate-overdue', locality: place, dueOn: '2026-02-10' }]);
    await complete(own, place);
    await review(own, place);
    expect((await kinds(own)).sort()).toEqual(['gate-overdue', 'review-waiting']);
    const [task] = await list(own);
    expect(problemOf(await finish(own, task?.id)).code).toBe('clears-itself');
    await decide(own, place, {});
    await own.settle();
    expect(await kinds(own)).toEqual([]);
  });

  it('holds an override from the day after it expires until somebody says that it is settled', async () => {
    const own = await testApp();
    const place = await begin(own);
    const override = { reason: 'Acta en camino', expiresOn: '2026-01-20' };
    const admin = { user: 'otra@juarez.example', role: 'administrator' } as const;
    await own.call('POST', `/api/localities/${place}/gate/reviews`, { override }, admin);
    expect((await decide(own, place, {}, boss)).status).toBe(201);
    await own.settle();
    own.pass(8);
    expect(await kinds(own)).toEqual([]);
    own.pass(1);
    const [task] = await list(own);
    expect(task).toMatchObject({ kind: 'override-expired', locality: place, dueOn: '2026-01-20' });
    expect((await finish(own, task?.id)).status).toBe(200);
    expect(await kinds(own)).toEqual([]);
  });

  it('holds the sectors that are missing where the gate asks for all of them', async () => {
    const own = await testApp();
    own.deploy(catalogueOf(programmes.all.map(asking)));
    const place = await begin(own);
    const [task] = await list(own);
    expect(task).toMatchObject({ kind: 'missing-sectors', locality: place });
    expect(task?.what).toContain('Religioso');
    for (const sector of Sector.options) {
      const { id } = await stakeholderOf(own, place, { sector });
      await commitmentOf(own, place, { responsible: id });
    }
    expect(await kinds(own)).toEqual([]);
  });
});

describe('a task that is done', () => {
  it('is gone, and in the history of its locality', async () => {
    const place = await begin(here);
    const id = await taskOf(here, place);
    expect((await finish(here, id)).body).toEqual({ id, done: true });
    expect((await finish(here, id)).status).toBe(404);
    const { body } = await here.call('GET', `/api/localities/${place}/history`, undefined, ana);
    expect(JSON.stringify(body)).toContain('task-done');
  });

  it.each(['x', '__', 'nowhere_cannot_1', 'a_b_c'])('that is none is not found: %s', async (id) => {
    expect((await finish(here, id)).status).toBe(404);
  });
});
