import { describe, expect, it } from 'vitest';
import { workStore } from '../../store/work.ts';
import { audited } from '../support/audited.ts';
import { items } from '../support/files.ts';
import { enter, lineOf } from '../support/plans.ts';
import { digests, person, promise, swept, sweptAndSent, tasks } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing } from '../support/walk.ts';

const workshops = { breakdown: [], unit: 'talleres', name: 'Talleres de crianza', from: '2026-01-01' };

/** Rosa answers for a line by month that begins in January; the second of February 2026 is a day off. */
async function scene(some: object = {}, at = '2026-02-03T15:00:00Z') {
  const here = await testApp({}, at);
  const place = await begin(here);
  await person(here, 'rosa', { name: 'Rosa Luz', localities: [place] });
  const own = 'locality' in some ? undefined : place;
  const line = await lineOf(here, own, { ...workshops, responsible: 'rosa', ...some });
  await here.settle();
  return { here, place, line };
}
const texts = (here: TestApp) => digests(here).map(({ text }) => text.replace(/\s+/g, ' '));
const lineOfRosa = async ({ table }: TestApp) => (await workStore(table).linesOf('rosa'))[0];

describe('the numbers of a line whose period is over', () => {
  it('are asked for by the digest of the next working day, with the link, and once more a week later', async () => {
    const { here } = await scene();
    expect(await sweptAndSent(here)).toMatchObject({ digests: 1, asked: 1, reminded: 0 });
    const [text = ''] = texts(here);
    for (const part of [
      'Números que faltan',
      'Talleres de crianza',
      'del 1 de enero de 2026 al 31 de enero de 2026',
      '/c/',
    ])
      expect(text).toContain(part);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, asked: 0 });
    for (let day = 1; day < 14; day += 1) {
      here.pass(1);
      await sweptAndSent(here);
    }
    expect(texts(here)).toHaveLength(2);
    expect((await audited(here)).findings).toEqual([]);
    // Nobody told January; February is asked for all the same.
    here.pass(15);
    expect(await sweptAndSent(here)).toMatchObject({ asked: 1 });
    expect(texts(here).at(-1)).toContain('al 28 de febrero de 2026');
  });

  it.each([
    { when: 'they were entered', entry: { on: '2026-01-20', quantity: 4 } },
    { when: 'a nought was', entry: { on: '2026-01-31', quantity: 0 } },
  ])('are not asked for once $when', async ({ entry }) => {
    const { here, line } = await scene();
    await enter(here, line.id, entry);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, asked: 0 });
    expect((await lineOfRosa(here))?.reportOn).toBe('2026-03-01');
  });

  it.each([
    { whose: 'of a line that ends later and is reported once', some: { rhythm: 'once' } },
    { whose: 'of a line that has only begun', some: { from: '2026-02-01' } },
  ])('are not asked of stakeholders where they are $whose', async ({ some }) => {
    const { here } = await scene(some);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, asked: 0 });
  });

  it('are asked for together with what is due that day, in one mail', async () => {
    const { here, place } = await scene();
    await promise(here, place, 'rosa', '2026-02-04');
    expect(await sweptAndSent(here)).toMatchObject({ digests: 1, asked: 1, reminded: 1 });
    const [text = ''] = texts(here);
    for (const part of ['Cumplir el 2026-02-04', 'Números que faltan', 'Talleres de crianza'])
      expect(text).toContain(part);
    expect(texts(here)).toHaveLength(1);
  });

  it('are no longer asked of who gave the line away, and are asked of who took it', async () => {
    const { here, place, line } = await scene();
    await person(here, 'beto', { localities: [place] });
    await swept(here);
    const edit = { responsible: 'beto' };
    await here.call('PATCH', `/api/plan/lines/${line.id}`, edit, seeing(ana, line.version));
    await here.settle();
    expect(digests(here)).toEqual([]);
    here.pass(1);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 1, asked: 1 });
    expect(digests(here).map(({ to }) => to)).toEqual(['beto@ejemplo.example']);
  });

  it('are asked for again where the mail was kept back beyond its day', async () => {
    const { here } = await scene();
    Object.assign(here.municipality.mail, { dailyCap: 0 });
    await swept(here);
    await here.settle();
    expect(digests(here)).toEqual([]);
    here.pass(1);
    Object.assign(here.municipality.mail, { dailyCap: 1_000 });
    await here.reconcile();
    await here.settle();
    expect(await sweptAndSent(here)).toMatchObject({ asked: 1 });
    expect(texts(here)).toHaveLength(1);
  });

  it('are a task of the coordinators a week after they were asked for twice, until they are entered', async () => {
    const { here, line } = await scene();
    await sweptAndSent(here);
    for (let day = 1; day < 14; day += 1) {
      here.pass(1);
      await sweptAndSent(here);
    }
    expect(await tasks(here)).toEqual([]);
    here.pass(1);
    expect(await sweptAndSent(here)).toMatchObject({ asked: 0, unreported: 1 });
    const [task] = (await items(here, '/api/tasks', ana)).filter(({ kind }) => kind === 'report-missing');
    expect(task).toMatchObject({
      what: 'Faltan los números de «Talleres de crianza»: su periodo terminó y nadie los registró',
    });
    expect(await sweptAndSent(here)).toMatchObject({ unreported: 0 });
    await enter(here, line.id, { on: '2026-02-03', quantity: 1 });
    expect(await tasks(here)).toHaveLength(1);
    await enter(here, line.id, { on: '2026-01-31', quantity: 0 });
    expect(await tasks(here)).toEqual([]);
    expect((await audited(here)).findings).toEqual([]);
  });

  it.each([
    { whose: 'a member of staff answers for', some: { responsible: luis.user } },
    { whose: 'nobody answers for', some: { responsible: undefined } },
  ])('are a task at once of a line that $whose', async ({ some }) => {
    const { here, line } = await scene(some);
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, unreported: 1 });
    expect(await tasks(here)).toEqual([['report-missing', line.key, line.locality]]);
  });

  it('are a task at once where whoever answers cannot be written to', async () => {
    const { here, line, place } = await scene();
    await person(here, 'sin-correo', { email: undefined, localities: [place] });
    const edit = { responsible: 'sin-correo' };
    await here.call('PATCH', `/api/plan/lines/${line.id}`, edit, seeing(ana, line.version));
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0, unreported: 1 });
    expect(await tasks(here)).toEqual([['report-missing', line.key, place]]);
    here.pass(1);
    expect(await sweptAndSent(here)).toMatchObject({ unreported: 0 });
  });

  it('of the municipality’s own lines are no task, since it has no coordinators', async () => {
    const { here, line } = await scene({ locality: undefined });
    expect(line.locality).toBeUndefined();
    for (let day = 0; day < 20; day += 1) {
      await sweptAndSent(here);
      here.pass(1);
    }
    expect(texts(here)).toHaveLength(2);
    expect(await tasks(here)).toEqual([]);
  });

  it('wait while the locality is on hold, and end with it', async () => {
    const { here, place, line } = await scene();
    const decision = { outcome: 'hold', reason: 'Elecciones' };
    await here.call('POST', `/api/localities/${place}/gate/decisions`, decision, boss);
    await here.settle();
    expect(await sweptAndSent(here)).toMatchObject({ asked: 0 });
    await here.call('POST', `/api/localities/${place}/resume`, {}, boss);
    await here.settle();
    here.pass(1);
    expect(await sweptAndSent(here)).toMatchObject({ asked: 1 });
    await here.call(
      'POST',
      `/api/localities/${place}/gate/decisions`,
      { outcome: 'close', reason: 'Se acabó' },
      boss,
    );
    here.pass(7);
    expect(await sweptAndSent(here)).toMatchObject({ asked: 0 });
    expect((await workStore(here.table).line({ board: place, key: line.key })).reportOn).toBeUndefined();
  });

  it('are asked for once, whoever sweeps at the same moment', async () => {
    const { here } = await scene();
    const all = await Promise.all([swept(here), swept(here), swept(here)]);
    await here.settle();
    expect(all.reduce((sum, { asked }) => sum + asked, 0)).toBe(1);
    expect(digests(here)).toHaveLength(1);
    expect((await lineOfRosa(here))?.asked).toEqual({ to: '2026-01-31', on: '2026-02-03', times: 1 });
  });
});
