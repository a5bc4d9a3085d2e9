import { GetSendQuotaCommand, MessageRejected, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { openLanes } from '../../functions/events/lanes.ts';
import { mailerOn } from '../../functions/events/mailer.ts';
import { deeds } from '../support/history.ts';
import { loggedLines } from '../support/logged.ts';
import { digests, person, promise, swept } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose } from '../support/walk.ts';

const rejected = (message: string) => () => new MessageRejected({ $metadata: {}, message });
/** An error of SES that the client knows by its name alone. */
const error = (name: string, message: string) => () => Object.assign(new Error(message), { name });

const senderAtFault = {
  'the sender is not verified': rejected(
    'Email address is not verified. The following identities failed the check in region US-EAST-1: etapas@juarez.example',
  ),
  'the account is in its sandbox': rejected(
    'Email address is not verified. The following identities failed the check in region US-EAST-1: rosa@ejemplo.example',
  ),
  'the account is shut down': rejected(
    'Sending suspended for this account. For more information, write to us.',
  ),
  'the role may not send for the identity': error(
    'AccessDenied',
    'User is not authorized to perform ses:SendRawEmail on resource identity/juarez.example',
  ),
  'the domain of returned mail is not verified': error(
    'MailFromDomainNotVerifiedException',
    'The MAIL FROM domain is not verified',
  ),
};

const recipientAtFault = {
  'the address cannot be one': error('InvalidParameterValue', 'Missing final @domain'),
  'the domain cannot be one': error('InvalidParameterValue', 'Domain contains illegal character'),
  'the address is on a list': rejected('Address blacklisted.'),
};

const ses = mockClient(SESClient);
afterEach(() => {
  ses.reset();
});

/** Mail of this app leaves by SES, which answers each with an error. */
function answeredWith({ mailer, municipality, clock }: TestApp, failure: () => Error): void {
  ses.on(GetSendQuotaCommand).resolves({ MaxSendRate: 1_000 });
  ses.on(SendRawEmailCommand).callsFake(() => {
    throw failure();
  });
  const options = { municipality, configurationSet: 'etapas-juarez', clock, lanes: openLanes() };
  mailer.send = mailerOn(new SESClient(), options);
}

/** A locality with one promise that is due tomorrow, and the mail of its opening sent. */
async function withPromise(): Promise<{ here: TestApp; id: string }> {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  const id = await begin(here);
  await choose(here, 'none', ana, boss);
  await person(here, 'rosa');
  await promise(here, id, 'rosa', '2026-01-13');
  return { here, id };
}

const sentToday = async (here: TestApp) =>
  (await here.call('GET', '/api/mail', undefined, boss)).body.sentToday;

describe('51: when the sender is at fault', () => {
  const lines = loggedLines();

  it.each(Object.entries(senderAtFault))(
    '%s: mail waits, the alarm is told, the day gets its number back',
    async (_, failure) => {
      const { here, id } = await withPromise();
      const { send } = here.mailer;
      const before = await sentToday(here);
      expect(before).toBeGreaterThan(0);
      lines.length = 0;
      answeredWith(here, failure);
      await swept(here);
      await here.settle();
      here.pass(1 / 24);
      await here.reconcile();
      expect(digests(here)).toEqual([]);
      expect(await sentToday(here)).toBe(before);
      expect(lines.some((line) => line.includes('"alarm":"mail"'))).toBe(true);
      expect(await deeds(here, id)).not.toHaveProperty('mail-failed');
      here.mailer.send = send;
      here.pass(1 / 24);
      await here.reconcile();
      await here.reconcile();
      expect(digests(here)).toHaveLength(1);
    },
  );
});

describe('51: when the recipient is at fault', () => {
  it.each(Object.entries(recipientAtFault))(
    '%s: the mail ends, and the history says so',
    async (_, failure) => {
      const { here, id } = await withPromise();
      answeredWith(here, failure);
      await swept(here);
      await here.settle();
      expect(await deeds(here, id)).toMatchObject({ 'mail-failed': 1 });
      here.pass(1 / 24);
      await here.reconcile();
      expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
    },
  );
});
