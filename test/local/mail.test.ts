import {
  GetSendQuotaCommand,
  type SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { openJournal } from '../../local/journal.ts';
import { Mail, openMailStore } from '../../local/mail/store.ts';
import type { Runner } from '../../local/runner.ts';
import { clientsOf, startFixture } from './fixture/machine.ts';

let runner: Runner;
let ses: SESClient;

beforeAll(async () => {
  runner = await startFixture();
  ({ ses } = await clientsOf(runner));
});
afterAll(() => runner.stop());

const mailbox = async (to: string) =>
  z.array(Mail).parse(await (await fetch(`${runner.url}/local/mailbox?to=${encodeURIComponent(to)}`)).json());

const sendSimple = (to: string, subject: string, html = '<p>hola</p>') =>
  ses.send(
    new SendEmailCommand({
      Source: '=?UTF-8?B?QXZpc28gwrcgSnXDoXJleg==?= <etapas@fixture.example>',
      Destination: { ToAddresses: [to] },
      Message: { Subject: { Data: subject }, Body: { Text: { Data: 'hola' }, Html: { Data: html } } },
      Tags: [{ Name: 'outbox', Value: 'o-1' }],
    }),
  );

const raw = [
  'From: =?UTF-8?Q?Etapas_=C2=B7_Ju=C3=A1rez?= <etapas@fixture.example>',
  'To: Ana <ana@raw.example>',
  'Subject: =?UTF-8?B?UmV2aXNpw7Nu?=',
  'List-Unsubscribe: <https://fixture.example/u/abc>,',
  ' <mailto:baja@fixture.example>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'X-SES-MESSAGE-TAGS: outbox=o-2, kind=digest',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'texto',
  '--b',
  'Content-Type: text/calendar; name=fechas.ics',
  'Content-Disposition: attachment; filename=fechas.ics',
  '',
  'BEGIN:VCALENDAR',
  '--b--',
].join('\r\n');

test('a mail is kept with its subject, texts and tags, and found by its recipient', async () => {
  const { MessageId } = await sendSimple('Beto@simple.example', 'Sí, ¡hola!');
  expect(await mailbox('beto@simple.example')).toMatchObject([
    {
      id: MessageId,
      to: ['Beto@simple.example'],
      from: 'Aviso · Juárez <etapas@fixture.example>',
      subject: 'Sí, ¡hola!',
      text: 'hola',
      html: '<p>hola</p>',
      tags: { outbox: 'o-1' },
    },
  ]);
  expect(await mailbox('nobody@simple.example')).toEqual([]);
});

test('a composed mail is read with its headers, attachments and tags', async () => {
  await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(raw) },
      Destinations: ['Ana <ana@raw.example>'],
    }),
  );
  const [mail] = await mailbox('ana@raw.example');
  expect(mail).toMatchObject({
    to: ['ana@raw.example'],
    subject: 'Revisión',
    text: 'texto',
    tags: { outbox: 'o-2', kind: 'digest' },
    attachments: [{ filename: 'fechas.ics', contentType: 'text/calendar' }],
  });
  expect(mail?.headers['list-unsubscribe']).toBe(
    '<https://fixture.example/u/abc>, <mailto:baja@fixture.example>',
  );
  expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
});

test('mails are listed in the order they were sent, at the time of the moved clock', async () => {
  await sendSimple('carla@simple.example', 'uno');
  await runner.clock.moveTo(runner.clock.now() + 40 * 24 * 3600 * 1000);
  await sendSimple('carla@simple.example', 'dos');
  const [first, second, ...others] = await mailbox('carla@simple.example');
  expect([first?.subject, second?.subject, others.length]).toEqual(['uno', 'dos', 0]);
  const days = (Date.parse(second?.sentAt ?? '') - Date.parse(first?.sentAt ?? '')) / 86_400_000;
  expect(Math.round(days)).toBe(40);
  expect((await ses.send(new GetSendQuotaCommand({}))).SentLast24Hours).toBe(1);
});

test('a mail to nobody is refused by name', async () => {
  const nobody = ses.send(
    new SendEmailCommand({
      Source: 'etapas@fixture.example',
      Destination: {},
      Message: { Subject: { Data: 's' }, Body: {} },
    }),
  );
  await expect(nobody).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('the page shows mails to a person and lets nothing in them run', async () => {
  const { MessageId } = await sendSimple(
    'dora@simple.example',
    '<b>x</b>',
    '<script>alert(1)</script><p>cuerpo</p>',
  );
  const get = (path: string, language = 'es') =>
    fetch(`${runner.url}/local/mailbox/page${path}`, { headers: { 'accept-language': language } });
  const list = await get('?to=dora@simple.example');
  expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
  const text = await list.text();
  expect(text).toContain('<html lang="es">');
  expect(text).toContain('&lt;b&gt;x&lt;/b&gt;');
  expect(text).not.toContain('<b>x</b>');
  expect(await (await get('', 'en-US,en;q=0.9')).text()).toContain('<h1>Mailbox</h1>');
  const shown = await (await get(`/${MessageId}`)).text();
  expect(shown).toContain(`src="/local/mailbox/page/${MessageId}/html" sandbox="allow-popups`);
  expect(shown).not.toContain('<script>');
  const markup = await get(`/${MessageId}/html`);
  expect(markup.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
  expect(await markup.text()).toContain('<p>cuerpo</p>');
  expect((await get('/none')).status).toBe(404);
});

test('a composed mail is taken apart when it is first read, and reads the same afterwards', async () => {
  const database = openJournal(':memory:');
  // As an earlier version left it, before mails were kept as they came.
  database.exec(
    'CREATE TABLE mails (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sent INTEGER NOT NULL, content TEXT NOT NULL)',
  );
  const store = openMailStore(database);
  const head = {
    id: 'm-1',
    to: ['ana@raw.example'],
    from: 'etapas@fixture.example',
    subject: 'Revisión',
    sentAt: '2026-11-26T00:00:00.000Z',
    headers: {},
    tags: {},
  };
  store.add(head, 1, Buffer.from(raw));
  const kept = () =>
    z.object({ raw: z.unknown() }).parse(database.prepare('SELECT raw FROM mails').get()).raw;
  expect(kept()).not.toBeNull();
  const [first] = await store.list('ana@raw.example');
  expect(first).toMatchObject({ ...head, text: 'texto', attachments: [{ filename: 'fechas.ics' }] });
  expect(kept()).toBeNull();
  expect(await store.find('m-1')).toEqual(first);
});

test.each([
  ['lines that end as on Unix', raw.replaceAll('\r\n', '\n')],
  ['headers alone', raw.slice(0, raw.indexOf('\r\n\r\n'))],
  ['an empty line inside its body', raw.replace('texto', 'texto\r\n\r\nmás')],
])('the head of a mail is found in one with %s', async (name, text) => {
  const to = `${name.replaceAll(' ', '-')}@raw.example`;
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(text) }, Destinations: [to] }));
  expect(await mailbox(to)).toMatchObject([
    { from: 'Etapas · Juárez <etapas@fixture.example>', subject: 'Revisión', tags: { kind: 'digest' } },
  ]);
});
