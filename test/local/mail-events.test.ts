import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MailEvent } from '../../functions/events/mail-event.ts';
import { mailEventOf } from '../../local/mail/events.ts';
import { Mail } from '../../local/mail/store.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { type Machine, machine } from '../support/machine.ts';

const mail: Mail = {
  id: '0000019b-1',
  to: ['Rosa@vecinos.example'],
  from: 'Etapas · Juárez <etapas@juarez.example>',
  subject: 'Sus compromisos',
  sentAt: '2026-01-12T15:00:00.000Z',
  headers: { subject: 'Sus compromisos' },
  text: '',
  html: '',
  attachments: [],
  tags: { outbox: 'stakeholder_rosa_digest_2026-01-12' },
};

describe('an event of a mail', () => {
  it.each(['Send', 'Delivery', 'Bounce', 'Complaint'] as const)('%s is what the functions expect', (type) => {
    const event = MailEvent.parse(mailEventOf(type, mail, Date.parse('2026-01-12T15:00:05Z')));
    expect(event).toMatchObject({ kind: type, messageId: mail.id, tag: mail.tags.outbox });
    const named = [
      ...(event.bounce?.bouncedRecipients ?? []),
      ...(event.complaint?.complainedRecipients ?? []),
    ];
    expect(named).toEqual(
      type === 'Bounce' || type === 'Complaint'
        ? [expect.objectContaining({ emailAddress: mail.to[0] })]
        : [],
    );
  });
});

describe('on one machine', () => {
  let etapas: Machine;
  beforeAll(async () => {
    etapas = await machine();
  });
  afterAll(() => etapas?.stop());

  const post = (path: string, body: string, type = 'application/json') =>
    fetch(`${etapas.url}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  const mailbox = async (to: string) =>
    z.array(Mail).parse(await (await fetch(`${etapas.url}/local/mailbox?to=${to}`)).json());

  it('an expired link mails a fresh one, and what SES then tells of it is heard', async () => {
    const { commitments } = await etapas.guest('rosa', []);
    await post('/local/clock', JSON.stringify({ advance: 'P91D' }));
    const { pathname } = new URL(commitments);
    expect((await fetch(`${etapas.url}${pathname}`)).status).toBe(410);
    const asked = await post(pathname, 'fresh-link=send', 'application/x-www-form-urlencoded');
    expect(asked.status).toBe(200);
    await expect.poll(() => mailbox('rosa@vecinos.example')).toHaveLength(1);
    const [fresh] = await mailbox('rosa@vecinos.example');
    const link = /http:\S+\/c\/\S+/.exec(fresh?.text ?? '')?.[0] ?? '';
    expect((await fetch(link)).status).toBe(200);

    const told = await post('/local/mail-events', JSON.stringify({ type: 'Bounce', mailId: fresh?.id }));
    expect(told.status).toBe(200);
    expect(await stakeholderStore(etapas.table).get('rosa')).toHaveProperty('suppressed.reason', 'bounce');
  });

  it('26: no token of a link and no address is in what the functions have logged', async () => {
    const { commitments, unsubscribe } = await etapas.guest('dora', []);
    for (const url of [commitments, unsubscribe, `${commitments}x`]) await fetch(url);
    const [{ text } = { text: '' }] = await mailbox('rosa@vecinos.example');
    const tokens = [commitments, unsubscribe, ...(text.match(/http:\S+\/[cu]\/\S+/g) ?? [])].flatMap((url) =>
      (url.split('/').at(-1) ?? '').split('.').slice(1),
    );
    expect(tokens).toHaveLength(8);
    await expect.poll(() => etapas.logged()).toContain('GET /c/{token}');
    for (const secret of [...tokens, 'vecinos.example']) expect(etapas.logged()).not.toContain(secret);
  });

  it('an event of a mail that there is not, or of no known kind, is refused', async () => {
    const statusOf = async (body: object) => (await post('/local/mail-events', JSON.stringify(body))).status;
    expect(await statusOf({ type: 'Bounce', mailId: 'none' })).toBe(404);
    expect(await statusOf({ type: 'Sung', mailId: 'none' })).toBe(400);
  });
});
