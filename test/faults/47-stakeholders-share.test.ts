import { describe, expect, it } from 'vitest';
import { dayBounds } from '../../domain/mail-bounds.ts';
import { digests, person, promise, swept, sweptAndSent } from '../support/reminders.ts';
import { municipality } from '../support/settings.ts';
import { relayed } from '../support/stream.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, create, decide } from '../support/walk.ts';

const bounded = (mail: { dailyCap: number; stakeholderShare?: number }) =>
  testApp({ mail: { ...municipality().mail, ...mail } });

const toStaff = ({ mails }: TestApp) => mails.filter(({ to }) => to === ana.user || to === boss.user);

const ofDay = async (here: TestApp) => {
  const { body } = await here.call('GET', '/api/mail', undefined, boss);
  const { sentToday, staffCap, staffSentToday } = body;
  return { sentToday, staffCap, staffSentToday };
};

/** A locality is paused and taken up again, over and over: each time two members of staff are told. */
async function loop(here: TestApp, id: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect((await decide(here, id, { outcome: 'hold' }, ana)).status).toBe(201);
    await relayed(here, id);
    expect((await here.call('POST', `/api/localities/${id}/resume`, {}, ana)).status).toBe(202);
    await relayed(here, id);
  }
}

describe("47: stakeholders' mail is not starved", () => {
  it.each([
    [10, 0.5, 5],
    [9, 0.5, 5],
    [10, 0.3, 7],
    [1, 0.5, 1],
    [3, 1, 1],
    [4, 0, 4],
  ])('of %i mails a day, with a share of %f, %i may go to staff', (dailyCap, stakeholderShare, staff) => {
    const { mail } = municipality();
    expect(dayBounds({ mail: { ...mail, dailyCap, stakeholderShare } })).toEqual({ all: dailyCap, staff });
  });

  it('by a coordinator who pauses and takes up again in a loop', async () => {
    const here = await bounded({ dailyCap: 6 });
    await choose(here, 'at-once', ana, boss);
    const id = await begin(here);
    for (const name of ['rosa', 'jorge', 'luz']) {
      await person(here, name);
      await promise(here, id, name, '2026-01-13');
    }
    await loop(here, id, 5);
    expect(toStaff(here)).toHaveLength(3);
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(3);
    expect(await ofDay(here)).toEqual({ sentToday: 6, staffCap: 3, staffSentToday: 3 });
  });

  it('and what waits of staff goes out the next day, within the same bound, nothing twice', async () => {
    const here = await bounded({ dailyCap: 4 });
    await choose(here, 'at-once', ana, boss);
    for (const name of ['Anapra', 'Chaveña', 'Riberas'])
      await relayed(here, await create(here, undefined, name));
    expect(toStaff(here)).toHaveLength(2);
    for (let time = 0; time < 3; time += 1) await here.reconcile();
    expect(toStaff(here)).toHaveLength(2);
    for (const sent of [4, 6]) {
      here.pass(1);
      await here.reconcile();
      expect(toStaff(here)).toHaveLength(sent);
    }
    here.pass(1);
    await here.reconcile();
    expect(toStaff(here)).toHaveLength(6);
    expect(new Set(toStaff(here).map(({ outbox }) => outbox)).size).toBe(6);
  });

  it('by digests to staff that are sent before theirs', async () => {
    const here = await bounded({ dailyCap: 2 });
    const id = await begin(here);
    await person(here, 'rosa');
    await promise(here, id, 'rosa', '2026-01-13');
    await swept(here);
    await here.settle();
    await here.reconcile();
    expect(toStaff(here)).toHaveLength(1);
    expect(digests(here)).toHaveLength(1);
  });

  it('but may use all of the day where they are many', async () => {
    const here = await bounded({ dailyCap: 4 });
    await choose(here, 'none', ana, boss);
    const id = await begin(here);
    for (const name of ['rosa', 'jorge', 'luz', 'mar', 'sol']) {
      await person(here, name);
      await promise(here, id, name, '2026-01-13');
    }
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(4);
    expect(await ofDay(here)).toEqual({ sentToday: 4, staffCap: 2, staffSentToday: 0 });
  });

  it('and a mail that SES did not take gives its room back to whom it was for', async () => {
    const here = await bounded({ dailyCap: 2 });
    await choose(here, 'at-once', ana);
    await choose(here, 'none', boss);
    const { send } = here.mailer;
    here.mailer.send = async () => ({ outcome: 'deferred', error: 'Throttling' });
    const id = await create(here);
    await relayed(here, id);
    expect(await ofDay(here)).toMatchObject({ sentToday: 0, staffSentToday: 0 });
    here.mailer.send = send;
    await here.reconcile();
    expect(toStaff(here)).toHaveLength(1);
    expect(await ofDay(here)).toMatchObject({ sentToday: 1, staffSentToday: 1 });
  });
});
