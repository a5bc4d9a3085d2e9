import { describe, expect, it } from 'vitest';
import { DaysOff } from '../../domain/days-off.ts';
import { sweep, sweepDependencies } from '../../functions/events/sweep.ts';
import { programmes } from '../support/programmes.ts';
import { digests, person, promise, promised, sweptAndSent, tasks } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

/** Rosa has promised something for Friday 20 March; it is Monday 2 March, and the sweep has run. */
async function scene(dueOn = '2026-03-20') {
  const here = await testApp({}, '2026-03-02T15:00:00Z');
  const place = await begin(here);
  await person(here, 'rosa');
  const id = await promise(here, place, 'rosa', dueOn);
  await sweptAndSent(here);
  return { here, place, id };
}

/** The next deployment has other settings. */
function deployed(here: TestApp, reminders: object, calendar?: object): void {
  here.municipality.reminders = { ...here.municipality.reminders, ...reminders };
  if (calendar) here.municipality.calendar = DaysOff.parse(calendar);
}

const rehearsed = (here: TestApp, on: string) =>
  sweep(sweepDependencies(here.table, here.municipality, programmes, here.clock))(on, { dryRun: true });

describe('38: settings that change with commitments open count from the next sweep on', () => {
  it.each([
    ['a longer ladder', { ladder: [-17, -1] }, undefined, '2026-03-03', '2026-03-03', '2026-03-19'],
    ['a rung that is today', { ladder: [-17, 0] }, undefined, '2026-03-03', '2026-03-03', '2026-03-20'],
    ['a shorter ladder', { ladder: [0] }, undefined, '2026-03-03', undefined, '2026-03-20'],
    ['only after the date', { ladder: [3], weekly: 0 }, undefined, '2026-03-03', undefined, '2026-03-23'],
    [
      'a day off',
      {},
      { holidays: [{ on: '2026-03-06', name: 'Aniversario' }] },
      '2026-03-03',
      undefined,
      '2026-03-05',
    ],
    [
      'a recess that begins tomorrow',
      {},
      { recess: [{ from: '2026-03-04', to: '2026-03-12', name: 'Receso' }] },
      '2026-03-03',
      '2026-03-03',
      '2026-03-13',
    ],
  ])('%s', async (_, reminders, calendar, on, remindedOn, remindOn) => {
    const { here, id } = await scene();
    expect(await promised(here, id)).toMatchObject({ remindOn: '2026-03-06' });
    deployed(here, reminders, calendar);
    here.pass(1);
    const before = digests(here).length;
    expect((await rehearsed(here, on)).digests).toBe(remindedOn ? 1 : 0);
    expect(await promised(here, id)).toMatchObject({ remindOn: '2026-03-06' });
    await sweptAndSent(here);
    expect(digests(here).length - before).toBe(remindedOn ? 1 : 0);
    const now = await promised(here, id);
    expect([now.remindedOn, now.remindOn]).toEqual([remindedOn, remindOn]);
  });

  it('what was told by the old ladder is not told again by the new one', async () => {
    const { here, id } = await scene('2026-03-09');
    expect(await promised(here, id)).toMatchObject({ remindedOn: '2026-03-02' });
    deployed(here, { ladder: [-8, -7, -1] });
    here.pass(1);
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
    expect(await promised(here, id)).toMatchObject({ remindedOn: '2026-03-02', remindOn: '2026-03-06' });
  });

  it('a ladder that is over by now hands to the coordinator', async () => {
    const { here, place } = await scene('2026-02-23');
    deployed(here, { ladder: [-1, 0], weekly: 0 });
    here.pass(1);
    await sweptAndSent(here);
    expect(await tasks(here)).toContainEqual(['escalated', '1', place]);
  });

  it('once: the sweeps that follow read only what is due, and change nothing', async () => {
    const { here } = await scene();
    deployed(here, { ladder: [-3, 0] });
    here.pass(1);
    await sweptAndSent(here);
    const after = await wholeTable(here.table);
    await sweptAndSent(here);
    expect(await wholeTable(here.table)).toEqual(after);
  });

  it('another hour alone changes nothing that waits', async () => {
    const { here, id } = await scene();
    const { writes } = await promised(here, id);
    deployed(here, { hour: 17 });
    await sweptAndSent(here);
    expect((await promised(here, id)).writes).toBe(writes);
  });
});
