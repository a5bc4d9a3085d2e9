import { describe, expect, it } from 'vitest';
import { dispatcher } from '../../functions/events/dispatch.ts';
import type { Mailer } from '../../functions/events/mailer.ts';
import { relay } from '../../functions/events/relay.ts';
import { historyOf } from '../support/history.ts';
import { itemsOf } from '../support/items.ts';
import { mailEvent, told } from '../support/reminders.ts';
import { municipality } from '../support/settings.ts';
import { batchOf, relayed } from '../support/stream.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, complete, create, decide, locality, review } from '../support/walk.ts';

const hour = 1 / 24;

/** Answers mails to these people so, once each; all others are sent. */
function answering(here: TestApp, answers: Record<string, Awaited<ReturnType<Mailer>>>): void {
  const { send } = here.mailer;
  here.mailer.send = async (to, ...rest) => {
    const answer = answers[to];
    delete answers[to];
    return answer ?? send(to, ...rest);
  };
}

/** What the history tells of mails: how, to whom, and how often each was given to SES. */
const mailsTold = async (here: TestApp, id: string) =>
  (await historyOf(here, id))
    .filter(({ action }) => action.startsWith('mail-'))
    .map(({ action, detail: { to, attempts } }) => [action, to, attempts]);

const entriesOf = async (here: TestApp, id: string) =>
  (await itemsOf(here.table, id, 'OUTBOX#')).map(({ state }) => state);

const [toAna, toBoss] = [ana.user ?? '', boss.user ?? ''];

describe('the mails of one change', () => {
  it('are each told of by what became of them: refused, and put off until SES takes it', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    answering(here, {
      [toAna]: { outcome: 'rejected', error: 'MessageRejected' },
      [toBoss]: { outcome: 'deferred', error: 'Throttling' },
    });
    const id = await create(here);
    await relayed(here, id);
    expect(await mailsTold(here, id)).toEqual([['mail-failed', toAna, 1]]);
    expect(await entriesOf(here, id)).toEqual(['waiting']);
    await here.reconcile();
    expect(await mailsTold(here, id)).toEqual([
      ['mail-failed', toAna, 1],
      ['mail-sent', toBoss, 1],
    ]);
    expect(await entriesOf(here, id)).toEqual(['done']);
  });

  it('of which the day has room for one: one goes out, the other the next day, and neither twice', async () => {
    const here = await testApp({ mail: { ...municipality().mail, dailyCap: 1 } });
    await choose(here, 'at-once', ana, boss);
    const id = await begin(here);
    expect((await mailsTold(here, id)).length).toBe(1);
    for (let time = 0; time < 3; time += 1) await here.reconcile();
    expect(here.mails).toHaveLength(1);
    here.pass(1);
    await here.reconcile();
    await here.reconcile();
    expect(here.mails.map(({ to }) => to).sort()).toEqual([toAna, toBoss].sort());
    expect((await mailsTold(here, id)).map(([how, , attempts]) => [how, attempts])).toEqual([
      ['mail-sent', 1],
      ['mail-sent', 1],
    ]);
  });

  it('of which one is uncertain: the other is told of at once, and that one by its own tag', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    answering(here, { [toAna]: { outcome: 'unknown', error: 'TimeoutError' } });
    const id = await begin(here);
    expect(await mailsTold(here, id)).toEqual([['mail-sent', toBoss, 1]]);
    const [entry] = await itemsOf(here.table, id, 'OUTBOX#');
    await told(here, mailEvent('Send', `locality_${id}_${entry?.sk.slice('OUTBOX#'.length)}_0`));
    expect(await mailsTold(here, id)).toEqual([
      ['mail-sent', toBoss, 1],
      ['mail-sent', toAna, 1],
    ]);
    here.pass(2 * hour);
    await here.reconcile();
    expect(here.mails.map(({ to }) => to)).toEqual([toBoss]);
    expect(await entriesOf(here, id)).toEqual(['done']);
    const { body } = await here.call('GET', '/api/mails', undefined, boss);
    expect(body.items).toHaveLength(2);
  });

  it('of which one is uncertain and one put off: told nothing, both go out when the hour is over, counted rightly', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    answering(here, {
      [toAna]: { outcome: 'unknown', error: 'TimeoutError' },
      [toBoss]: { outcome: 'deferred', error: 'Throttling' },
    });
    const id = await begin(here);
    await here.reconcile();
    expect(await mailsTold(here, id)).toEqual([]);
    here.pass(1.1 * hour);
    await here.reconcile();
    expect(await mailsTold(here, id)).toEqual([
      ['mail-sent', toAna, 2],
      ['mail-sent', toBoss, 1],
    ]);
  });

  it('are finalised one by one when the sender was killed between them', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    const { send } = here.mailer;
    const killed = Promise.withResolvers<never>();
    here.mailer.send = async (to, ...rest) => (to === toAna ? send(to, ...rest) : killed.promise);
    const id = await create(here);
    await here.dispatch.workflows.start(id, {
      kind: 'start-execution',
      programme: { id: 'convivir-mejor', version: 1 },
      generation: 1,
      stage: 'capacity-building',
    });
    await here.engine.idle();
    // Never ends, as a process that was killed.
    void relay(dispatcher(here.dispatch))(batchOf(await itemsOf(here.table, id, 'OUTBOX#')));
    await expect.poll(() => here.mails.length).toBe(1);
    here.mailer.send = send;
    const entry = (await itemsOf(here.table, id, 'OUTBOX#')).find(({ state }) => state === 'leased');
    await told(here, mailEvent('Send', `locality_${id}_${entry?.sk.slice('OUTBOX#'.length)}_0`));
    here.pass(hour / 10);
    await here.reconcile();
    expect(await mailsTold(here, id)).toEqual([['mail-sent', toAna, 1]]);
    here.pass(1.1 * hour);
    await here.reconcile();
    expect(await mailsTold(here, id)).toEqual([
      ['mail-sent', toAna, 1],
      ['mail-sent', toBoss, 2],
    ]);
  });
});

describe('the relay', () => {
  it('is not held up by an owner whose mail is slow', async () => {
    const here = await testApp();
    const [slow, quick] = [await begin(here), await begin(here, 'convivir-mejor', 'Riberas')];
    for (const id of [slow, quick]) {
      await complete(here, id);
      await review(here, id);
    }
    const { send } = here.mailer;
    const held = Promise.withResolvers<void>();
    here.mailer.send = async (to, email, tag) => {
      if (tag.startsWith(`locality_${slow}`)) await held.promise;
      return send(to, email, tag);
    };
    const before = here.mails.length;
    const entries = [...(await itemsOf(here.table, slow)), ...(await itemsOf(here.table, quick))];
    const running = relay(dispatcher(here.dispatch))(batchOf(entries));
    await expect.poll(async () => (await mailsTold(here, quick)).length).toBe(1);
    expect(here.mails).toHaveLength(before + 1);
    held.resolve();
    expect(await running).toEqual({ batchItemFailures: [] });
    expect(await mailsTold(here, slow)).toHaveLength(1);
  });

  it('answers a workflow before the mail of earlier changes of the same locality', async () => {
    const here = await testApp();
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await decide(here, id, {});
    const { send } = here.mailer;
    const held = Promise.withResolvers<void>();
    here.mailer.send = async (...mail) => {
      await held.promise;
      return send(...mail);
    };
    const running = relay(dispatcher(here.dispatch))(batchOf(await itemsOf(here.table, id)));
    await expect
      .poll(async () => (await locality(here, id)).current[0])
      .toMatchObject({ stage: 'territorial-targeting', gate: 'open' });
    held.resolve();
    await running;
    await relayed(here, id);
    expect(await mailsTold(here, id)).toHaveLength(2);
  });
});
