import { describe, expect, it } from 'vitest';
import { listOf } from '../../functions/api/representations.ts';
import { LoggedMail } from '../../store/mail-log.ts';
import { person, promise, sweptAndSent } from '../support/reminders.ts';
import { municipality } from '../support/settings.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose } from '../support/walk.ts';

const mails = async (here: TestApp, query = '') =>
  listOf(LoggedMail).parse((await here.call('GET', `/api/mails${query}`, undefined, boss)).body).items;

describe('the log of mails', () => {
  it('tells whom a mail was for, what of and what became of it, the newest first, and no address', async () => {
    const here = await testApp({}, '2026-01-12T15:00:00Z');
    await choose(here, 'at-once', ana, boss);
    const place = await begin(here);
    await choose(here, 'none', ana, boss);
    await person(here, 'rosa');
    await promise(here, place, 'rosa', '2026-01-13');
    here.pass(1);
    await sweptAndSent(here);
    expect(await mails(here)).toEqual([
      expect.objectContaining({ to: 'stakeholder:rosa', message: 'digest', state: 'sent', attempts: 1 }),
    ]);
    expect(await mails(here, '?on=2026-01-12')).toContainEqual(
      expect.objectContaining({ to: ana.user, message: 'stage-opened', locality: place, state: 'sent' }),
    );
    expect(JSON.stringify(await mails(here))).not.toContain('rosa@');
  });

  it('tells of what the sandbox kept, and of what SES refused', async () => {
    const kept = await testApp({ mail: { ...municipality().mail, sandbox: true, allowed: [] } });
    await choose(kept, 'at-once', ana, boss);
    await begin(kept);
    expect(new Set((await mails(kept)).map(({ state }) => state))).toEqual(new Set(['kept']));
    const refused = await testApp();
    refused.mailer.send = async () => ({ outcome: 'rejected', error: 'MessageRejected' });
    await choose(refused, 'at-once', ana, boss);
    await begin(refused);
    expect(await mails(refused)).toMatchObject([
      { state: 'failed', error: 'MessageRejected' },
      { state: 'failed', error: 'MessageRejected' },
    ]);
  });

  it('comes page by page', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    for (const name of ['Uno', 'Dos', 'Tres']) await begin(here, 'convivir-mejor', name);
    const all = await mails(here);
    const first = await here.call('GET', '/api/mails?limit=4', undefined, boss);
    const rest = await mails(here, `?limit=4&cursor=${encodeURIComponent(String(first.body.nextCursor))}`);
    expect(rest).toEqual(all.slice(4));
    expect(rest.length).toBeGreaterThan(0);
  });
});
