import { describe, expect, it } from 'vitest';
import { deeds, historyOf } from '../support/history.ts';
import { digests, dueDigest, mailEvent, told } from '../support/reminders.ts';
import type { TestApp } from '../support/test-app.ts';

const hour = 1 / 24;
const tag = 'stakeholder_rosa_digest_2026-01-12';

/** A digest that SES took, while its sender met a time-out or crashed before it wrote that down. */
async function accepted(how: 'time-out' | 'crash') {
  const { here, place } = await dueDigest();
  const { send } = here.mailer;
  here.mailer.send = async (...mail) => {
    await send(...mail);
    here.mailer.send = send;
    if (how === 'crash') throw new Error('the process ended');
    return { outcome: 'unknown', error: 'TimeoutError' };
  };
  await here.settle().catch(() => undefined);
  return { here, place };
}

const sentBy = async (here: TestApp, place: string) =>
  (await historyOf(here, place))
    .filter(({ action, detail }) => action === 'mail-sent' && detail.message === 'digest')
    .map(({ detail }) => detail);

describe('3: a crash or time-out after SES accepted, before we recorded it', () => {
  it.each(['time-out', 'crash'] as const)('%s: held, and settled by the tagged event', async (how) => {
    const { here, place } = await accepted(how);
    // A crashed sender's lease runs out first.
    here.pass(3 / 1_440);
    await here.reconcile();
    expect(digests(here)).toHaveLength(1);
    expect(await sentBy(here, place)).toEqual([]);
    await told(here, mailEvent('Send', tag));
    await told(here, mailEvent('Delivery', tag));
    expect(await sentBy(here, place)).toMatchObject([
      { to: 'stakeholder:rosa', attempts: 1, messageId: 'ses-told', commitments: [1] },
    ]);
    here.pass(1);
    await here.reconcile();
    expect(digests(here)).toHaveLength(1);
  });

  it.each(['time-out', 'crash'] as const)('%s: told of while its lease runs, too', async (how) => {
    const { here, place } = await accepted(how);
    await told(here, mailEvent('Send', tag));
    here.pass(hour * 3);
    await here.reconcile();
    await here.reconcile();
    expect(digests(here)).toHaveLength(1);
    expect(await sentBy(here, place)).toMatchObject([{ attempts: 1 }]);
  });

  it.each(['time-out', 'crash'] as const)(
    '%s: told nothing for an hour, it is sent once more, and counted',
    async (how) => {
      const { here, place } = await accepted(how);
      here.pass(3 / 1_440);
      for (let time = 0; time < 3; time += 1) await here.reconcile();
      expect(digests(here)).toHaveLength(1);
      here.pass(hour * 1.1);
      await here.reconcile();
      await here.reconcile();
      expect(digests(here)).toHaveLength(2);
      expect(new Set(digests(here).map(({ outbox }) => outbox))).toEqual(new Set([tag]));
      expect(await sentBy(here, place)).toMatchObject([{ attempts: 2 }]);
      // The event of the first attempt, late.
      await told(here, mailEvent('Send', tag));
      expect(await deeds(here, place)).toMatchObject({ 'mail-sent': 3 });
    },
  );

  it('rejected or bounced: it is told of as failed', async () => {
    for (const [type, more] of [
      ['Reject', {}],
      ['Bounce', { bounce: { bounceType: 'Permanent', bouncedRecipients: [] } }],
    ] as const) {
      const { here, place } = await accepted('time-out');
      await told(here, mailEvent(type, tag, more));
      expect((await historyOf(here, place)).at(-1)).toMatchObject({
        action: 'mail-failed',
        detail: { error: type },
      });
    }
  });
});
