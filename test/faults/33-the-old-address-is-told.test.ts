import { describe, expect, it } from 'vitest';
import type { EmailMessage } from '../../emails/email-message.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { pagesOf } from '../links/pages.ts';
import { bounced, promise, sweptAndSent, told } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, seeing } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

const old = 'rosa@ejemplo.example';
const other = 'rosa.perez@escuela.example';

const placesOf = async ({ table }: TestApp, id: string) => (await stakeholderStore(table).get(id)).localities;

/** An office, and every mail that left it since somebody was entered. */
async function office() {
  const here = await testApp();
  const sent: (EmailMessage & { to: string })[] = [];
  const { send } = here.mailer;
  here.mailer.send = (to, email, tag) => {
    sent.push({ ...email, to });
    return send(to, email, tag);
  };
  return { here, sent };
}

async function entered(
  { here, sent }: Awaited<ReturnType<typeof office>>,
  body: object = {},
): Promise<string> {
  const place = await begin(here);
  const asked = { name: 'Rosa Pérez', sector: 'school', email: old, localities: [place], ...body };
  const made = await here.call('POST', '/api/stakeholders', asked, ana);
  expect(made.status).toBe(201);
  await here.settle();
  sent.length = 0;
  return String(made.body.id);
}

async function corrected(here: TestApp, id: string, body: object): Promise<void> {
  const path = `/api/stakeholders/${id}`;
  const seen = await here.call('GET', path, undefined, ana);
  const answer = await here.call('PATCH', path, body, seeing(ana, String(seen.body.version)));
  expect(answer.status).toBe(200);
  await here.settle();
}

describe('33: a change of address tells the old one', () => {
  it.each([
    ['another one', { email: other }],
    ['none any more', { email: null }],
    ['another one, with other things', { email: other, name: 'Rosa P. Gómez', language: 'es' }],
  ])('of %s: once, and without naming the new one', async (_, change) => {
    const own = await office();
    const { here, sent } = own;
    const id = await entered(own);
    await corrected(here, id, change);
    const [mail, ...more] = sent;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: old,
      subject: 'Cambió la dirección de sus recordatorios',
      replyTo: [ana.user],
    });
    for (const said of [mail?.text, mail?.html].map((one) => one?.replace(/\s+/g, ' '))) {
      expect(said).toContain('responda a este correo');
      expect(said).not.toContain(other);
      expect(said).not.toMatch(/\/[cu]\//);
    }
    await corrected(here, id, { sector: 'business' });
    expect(sent).toHaveLength(1);
  });

  it('in the language they read', async () => {
    const own = await office();
    const { here, sent } = own;
    const id = await entered(own, { language: 'en' });
    await corrected(here, id, { email: other });
    expect(sent.map(({ subject }) => subject)).toEqual(['Your reminders go to another address']);
  });

  it.each([
    ['the same in other letters', { email: ' ROSA@Ejemplo.Example ' }],
    ['another name', { name: 'Rosa P.' }],
  ])('but not of %s', async (_, change) => {
    const own = await office();
    const { here, sent } = own;
    const id = await entered(own);
    await corrected(here, id, change);
    expect(sent).toEqual([]);
  });

  it('but not one whose owner asked for no mail, or where mail does not arrive', async () => {
    const unsubscribed = await office();
    const id = await entered(unsubscribed);
    const pages = pagesOf(unsubscribed.here);
    const link = await pages.linkFor(await stakeholderStore(unsubscribed.here.table).get(id), 'unsubscribe');
    await pages.post(link, { 'List-Unsubscribe': 'One-Click' });
    await corrected(unsubscribed.here, id, { email: other });
    expect(unsubscribed.sent).toEqual([]);

    const dead = await office();
    const whose = await entered(dead);
    await promise(dead.here, (await placesOf(dead.here, whose))[0] ?? '', whose, '2026-01-13');
    await sweptAndSent(dead.here);
    dead.sent.length = 0;
    await told(dead.here, bounced(`stakeholder_${whose}_digest_2026-01-12`, old));
    await corrected(dead.here, whose, { email: other });
    expect(dead.sent).toEqual([]);
  });

  it('leaves the new address as it is when the old one does not take it', async () => {
    const own = await office();
    const { here, sent } = own;
    const id = await entered(own);
    await corrected(here, id, { email: other });
    expect(sent).toHaveLength(1);
    const { revision } = await stakeholderStore(here.table).get(id);
    await told(here, bounced(`stakeholder_${id}_address-changed_${revision}`, old));
    const { body } = await here.call('GET', `/api/stakeholders/${id}`, undefined, boss);
    expect(body).toMatchObject({ email: other });
    expect(body.suppressed).toBeUndefined();
  });

  it('keeps the old address nowhere once it is told', async () => {
    const own = await office();
    const { here, sent } = own;
    const id = await entered(own);
    await corrected(here, id, { email: other });
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(await wholeTable(here.table))).not.toContain('ejemplo.example');
  });
});
