import {
  AccountSendingPausedException,
  GetSendQuotaCommand,
  MessageRejected,
  SESClient,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { openLanes } from '../../functions/events/lanes.ts';
import { type Mailer, mailerOn } from '../../functions/events/mailer.ts';
import { deeds, historyOf } from '../support/history.ts';
import { digests, person, promise, swept, sweptAndSent } from '../support/reminders.ts';
import { municipality } from '../support/settings.ts';
import { relayed } from '../support/stream.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { named } from '../support/trouble.ts';
import { ana, begin, boss, choose, create } from '../support/walk.ts';

const metadata = { $metadata: {}, message: 'no' };
const now = new Date('2026-01-12T15:00:00Z');
const options = {
  municipality: municipality(),
  configurationSet: 'etapas-juarez',
  clock: () => now,
  lanes: openLanes(),
};
const mail = { subject: 'Etapa abierta · Anapra', html: '<p>Sí</p>', text: 'Sí' };

/** SES in an account that may send a thousand mails a second. */
function ses() {
  const client = mockClient(SESClient);
  client.on(GetSendQuotaCommand).resolves({ MaxSendRate: 1_000 });
  return client;
}

/** What comes of a mail when SES answers with an error. */
async function resultOf(error: Error) {
  const client = ses();
  client.on(SendRawEmailCommand).rejects(error);
  const outcome = await mailerOn(new SESClient(), options)('ana@juarez.example', mail, 'a_tag');
  client.restore();
  return outcome;
}

describe('15: what SES answers', () => {
  it.each([new MessageRejected(metadata), named('InvalidParameterValue')()])(
    'decides a mail for good where it is refused: $name',
    async (error) => {
      expect(await resultOf(error)).toEqual({ outcome: 'rejected', error: error.name });
    },
  );

  it.each([
    named('Throttling')(),
    named('ThrottlingException')(),
    named('TooManyRequestsException')(),
    new AccountSendingPausedException(metadata),
  ])('puts a mail off where nothing was sent: $name', async (error) => {
    expect(await resultOf(error)).toEqual({ outcome: 'deferred', error: error.name });
  });

  it.each([named('TimeoutError')(), named('InternalFailure')(), named('ECONNRESET')()])(
    'leaves it unknown whether a mail was sent: $name',
    async (error) => {
      expect(await resultOf(error)).toEqual({ outcome: 'unknown', error: error.name });
    },
  );

  it('is given with the number of the mail, which goes by the configuration set, tagged with its entry', async () => {
    const client = ses();
    client.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
    const send = mailerOn(new SESClient(), options);
    const email = { ...mail, unsubscribeUrl: 'https://etapas.example/u/x', calendar: 'BEGIN:VCALENDAR' };
    expect(await send('rosa@ejemplo.example', email, 'stakeholder_rosa_digest_2026-01-12')).toEqual({
      outcome: 'sent',
      messageId: 'ses-1',
    });
    const { input } = client.commandCalls(SendRawEmailCommand)[0]?.args[0] ?? {};
    expect(input).toMatchObject({
      Destinations: ['rosa@ejemplo.example'],
      ConfigurationSetName: 'etapas-juarez',
      Tags: [{ Name: 'outbox', Value: 'stakeholder_rosa_digest_2026-01-12' }],
    });
    const raw = Buffer.from(input?.RawMessage?.Data ?? []);
    expect(raw.toString()).toMatch(/^From: =\?UTF-8\?/m);
    expect(raw.toString()).toMatch(/^List-Unsubscribe: <https:\/\/etapas\.example\/u\/x>\r\n/m);
    expect(raw.toString()).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n/m);
    const parsed = await simpleParser(raw);
    expect(parsed.from?.value).toEqual([
      { name: 'Etapas · Ciudad Juárez', address: 'etapas@juarez.example' },
    ]);
    expect([parsed.subject, parsed.headers.get('auto-submitted'), parsed.date]).toEqual([
      mail.subject,
      'auto-generated',
      now,
    ]);
    expect(parsed.attachments).toMatchObject([{ filename: 'etapas.ics', contentType: 'text/calendar' }]);
    client.restore();
  });

  it('lets no line of a subject or address become a header', async () => {
    const client = ses();
    client.on(SendRawEmailCommand).resolves({ MessageId: 'ses-1' });
    const subject = 'Hola\r\nBcc: otra@ejemplo.example';
    await mailerOn(new SESClient(), options)('rosa@ejemplo.example', { ...mail, subject }, 'x');
    const { input } = client.commandCalls(SendRawEmailCommand)[0]?.args[0] ?? {};
    const parsed = await simpleParser(Buffer.from(input?.RawMessage?.Data ?? []));
    expect(parsed.bcc).toBeUndefined();
    expect(input?.Destinations).toEqual(['rosa@ejemplo.example']);
    client.restore();
  });
});

/** Answers each mail to Ana in turn; once they are used up, and to everybody else, mails are sent. */
function answering(here: TestApp, ...answers: Awaited<ReturnType<Mailer>>[]): void {
  const { send } = here.mailer;
  here.mailer.send = async (to, ...rest) => (to === ana.user && answers.shift()) || send(to, ...rest);
}
const toAna = (here: TestApp) => here.mails.filter(({ to }) => to === ana.user).length;

describe('15: a mail about a locality', () => {
  it('that SES refuses is told of in the history, and not tried again', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    answering(here, { outcome: 'rejected', error: 'MessageRejected' });
    const id = await begin(here);
    const failed = (await historyOf(here, id)).find(({ action }) => action === 'mail-failed');
    expect(failed?.detail).toMatchObject({
      to: ana.user,
      message: 'stage-opened',
      attempts: 1,
      error: 'MessageRejected',
    });
    here.pass(1);
    await here.reconcile();
    expect(toAna(here)).toBe(0);
    expect(await deeds(here, id)).toMatchObject({ 'mail-failed': 1, 'mail-sent': 1 });
  });

  it('that SES throttles waits, and the reconciler sends it later, once', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    const throttled = { outcome: 'deferred', error: 'Throttling' } as const;
    answering(here, throttled, throttled);
    const id = await create(here);
    await relayed(here, id);
    await here.reconcile();
    expect(await deeds(here, id)).toMatchObject({ 'mail-sent': 1 });
    await here.reconcile();
    await here.reconcile();
    expect(toAna(here)).toBe(1);
    const sent = (await historyOf(here, id)).filter(({ action }) => action === 'mail-sent');
    expect(sent.map(({ detail }) => [detail.to, detail.attempts])).toEqual([
      ['direccion@juarez.example', 1],
      [ana.user, 1],
    ]);
  });

  it('that was sent while another change of the locality was written is told of once', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    const { send } = here.mailer;
    here.mailer.send = async (to, ...rest) => {
      const edit = { ...ana, headers: { 'if-match': '"2"' } };
      if (to === ana.user) await here.call('PATCH', `/api/localities/${started}`, { population: 1 }, edit);
      return send(to, ...rest);
    };
    const started = await create(here);
    await here.settle();
    expect(await deeds(here, started)).toEqual({
      'locality-created': 1,
      'stage-opened': 1,
      'locality-edited': 1,
      'mail-sent': 2,
    });
  });
});

describe('15: while the account is paused, or the day is full', () => {
  it('nothing is lost, and all of it is told once afterwards, by the digest of that day', async () => {
    const here = await testApp();
    const id = await begin(here);
    for (const name of ['rosa', 'jorge', 'luz']) {
      await person(here, name);
      await promise(here, id, name, '2026-01-13');
    }
    const { send } = here.mailer;
    here.mailer.send = async () => ({ outcome: 'deferred', error: 'AccountSendingPausedException' });
    await swept(here);
    for (let hour = 0; hour < 30; hour += 1) {
      await here.reconcile();
      here.pass(1 / 24);
    }
    expect(digests(here)).toEqual([]);
    here.mailer.send = send;
    await here.reconcile();
    await swept(here);
    await here.reconcile();
    await here.reconcile();
    expect(digests(here)).toHaveLength(3);
  });

  it('beyond the daily cap mail waits for the next digest', async () => {
    const here = await testApp({ mail: { ...municipality().mail, dailyCap: 3 } });
    await choose(here, 'at-once', ana, boss);
    const id = await begin(here);
    expect(here.mails).toHaveLength(2);
    await choose(here, 'none', ana, boss);
    for (const name of ['rosa', 'jorge', 'luz']) {
      await person(here, name);
      await promise(here, id, name, '2026-01-19');
    }
    await swept(here);
    await here.settle();
    expect(digests(here)).toHaveLength(1);
    // 23:00 in Ciudad Juárez, and an hour later.
    here.pass(15 / 24);
    await here.reconcile();
    expect(digests(here)).toHaveLength(1);
    here.pass(1 / 24);
    await here.reconcile();
    expect(digests(here)).toHaveLength(1);
    here.pass(8 / 24);
    await sweptAndSent(here);
    expect(
      digests(here)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['jorge@ejemplo.example', 'luz@ejemplo.example', 'rosa@ejemplo.example']);
  });
});

describe('15: in the sandbox', () => {
  it('only who is named is written to; all other mail is kept, told of, and never sent', async () => {
    const mail = { ...municipality().mail, sandbox: true, allowed: ['Rosa@ejemplo.example'], dailyCap: 100 };
    const here = await testApp({ mail });
    await choose(here, 'at-once', ana, boss);
    const id = await begin(here);
    for (const name of ['rosa', 'jorge']) {
      await person(here, name);
      await promise(here, id, name, '2026-01-13');
    }
    await swept(here);
    await here.settle();
    here.pass(1);
    await here.reconcile();
    expect(here.mails.map(({ to }) => to)).toEqual(['rosa@ejemplo.example']);
    expect(await deeds(here, id)).toMatchObject({ 'mail-kept': 3, 'mail-sent': 1 });
  });
});
