import { describe, expect, it } from 'vitest';
import { mailReleaseItem } from '../../store/mail-release.ts';
import { writeAll } from '../../store/transaction.ts';
import { digests, fulfilled, person, promise, promised, swept, sweptAndSent } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const friday = '2026-03-06T15:00:00Z';
const weekend = 2;

/** What keeps mail back on Friday, and lets it go again. */
const reasons: Record<string, (here: TestApp) => () => Promise<unknown>> = {
  'the daily cap': (here) => {
    Object.assign(here.municipality.mail, { dailyCap: 1 });
    return async () => Object.assign(here.municipality.mail, { dailyCap: 1_000 });
  },
  'a pause of the account': (here) => {
    const { send } = here.mailer;
    here.mailer.send = async () => ({ outcome: 'deferred', error: 'AccountSendingPausedException' });
    return async () => {
      here.mailer.send = send;
    };
  },
  'a network that is down': (here) => {
    const { send } = here.mailer;
    here.mailer.send = async () => ({ outcome: 'deferred', error: 'TimeoutError' });
    return async () => {
      here.mailer.send = send;
    };
  },
};

/** Rosa has promised two things: one is told of on Friday, the other on Monday. */
async function scene() {
  const here = await testApp({}, friday);
  const place = await begin(here);
  await person(here, 'rosa');
  const first = await promise(here, place, 'rosa', '2026-03-13');
  const second = await promise(here, place, 'rosa', '2026-03-16');
  return { here, place, first, second };
}

/** The reconciler comes every hour, through the weekend, until Monday at eight. */
async function untilMonday(here: TestApp) {
  const during: number[] = [];
  for (let hour = 0; hour < (weekend + 1) * 24; hour += 1) {
    here.pass(1 / 24);
    await here.reconcile();
    during.push(digests(here).length);
  }
  return during;
}

describe('37: mail that was kept back is merged into the next digest', () => {
  it.each(Object.entries(reasons))('by %s over a weekend: Monday at the hour, once', async (_, keep) => {
    const { here } = await scene();
    const release = keep(here);
    await swept(here);
    await here.settle();
    expect(digests(here)).toEqual([]);
    // It may go out again from Saturday on, and does not before Monday.
    here.pass(0.7);
    await here.reconcile();
    await release();
    const during = await untilMonday(here);
    expect(during.every((sent) => sent === 0)).toBe(true);
    here.pass(-0.7);
    await sweptAndSent(here);
    await here.reconcile();
    const [digest, ...more] = digests(here);
    expect(more).toEqual([]);
    // Both in one: the rung of Friday that was never told, and that of Monday.
    expect(digest?.text).toContain('13 de marzo');
    expect(digest?.text).toContain('16 de marzo');
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
  });

  it('and nobody hears twice of one rung', async () => {
    const { here, first } = await scene();
    const release = reasons['the daily cap']?.(here);
    await swept(here);
    await here.settle();
    await release?.();
    here.pass(3);
    await here.reconcile();
    await sweptAndSent(here);
    here.pass(1);
    await here.reconcile();
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
    // The rung of the day before Friday the 13th is the next.
    expect(await promised(here, first)).toMatchObject({ remindedOn: '2026-03-09', remindOn: '2026-03-12' });
  });

  it('the last rung of all is told before the coordinator takes over', async () => {
    const here = await testApp({}, friday);
    Object.assign(here.municipality.reminders, { ladder: [0], weekly: 0 });
    const place = await begin(here);
    await person(here, 'rosa');
    const id = await promise(here, place, 'rosa', '2026-03-06');
    const release = reasons['a pause of the account']?.(here);
    await sweptAndSent(here);
    here.pass(4);
    await release?.();
    await here.reconcile();
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
    expect(await promised(here, id)).toMatchObject({ remindedOn: '2026-03-10' });
  });

  it('what was kept meanwhile is not told of', async () => {
    const { here, first, second } = await scene();
    const release = reasons['a pause of the account']?.(here);
    await swept(here);
    await here.settle();
    await fulfilled(here, first);
    await fulfilled(here, second);
    await release?.();
    here.pass(3);
    await here.reconcile();
    await sweptAndSent(here);
    expect(digests(here)).toEqual([]);
  });

  it('on its own day it goes out as soon as it may', async () => {
    const { here } = await scene();
    const release = reasons['a network that is down']?.(here);
    await swept(here);
    await here.settle();
    await release?.();
    here.pass(2 / 24);
    await here.reconcile();
    expect(digests(here)).toHaveLength(1);
  });

  it('after a restore: released on a Saturday, told on Monday', async () => {
    const { here } = await scene();
    await writeAll(here.table, [
      mailReleaseItem({ ...here.table, name: 'another' }, 'x', here.clock()),
    ]).catch(() => undefined);
    const { send } = here.mailer;
    here.mailer.send = async () => ({ outcome: 'deferred', error: 'Throttling' });
    await swept(here);
    await here.settle();
    here.pass(1);
    here.mailer.send = send;
    await here.reconcile();
    await swept(here);
    await here.reconcile();
    expect(digests(here)).toEqual([]);
    here.pass(2);
    await sweptAndSent(here);
    expect(digests(here)).toHaveLength(1);
  });
});
