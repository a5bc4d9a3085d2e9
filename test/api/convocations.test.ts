import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { SessionView } from '../../functions/api/session-view.ts';
import { compose } from '../../functions/events/compose.ts';
import { pagesOf } from '../links/pages.ts';
import { audited } from '../support/audited.ts';
import { historyOf } from '../support/history.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { sessionOf } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { type SentMail, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, seeing } from '../support/walk.ts';

let here: TestApp;
let place: string;
let people: string[];
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  const made = ['rosa', 'beto', 'sol'].map((name) =>
    stakeholderOf(here, place, {
      name,
      email: `${name}@example.org`,
      language: name === 'sol' ? 'en' : 'es',
    }),
  );
  people = (await Promise.all(made)).map(({ id }) => id);
});

const planned = (some: object = {}) =>
  sessionOf(here, place, {
    on: '2026-02-20',
    at: '17:30',
    place: 'Escuela 12',
    agenda: ['Alumbrado', 'Poda'],
    convened: people.slice(0, 2),
    ...some,
  });
/** The mails that something sends, by whom they are to. */
async function mailed(does: () => Promise<unknown>): Promise<Map<string, SentMail>> {
  const before = here.mails.length;
  await does();
  await here.settle();
  const sent = here.mails.slice(before).filter(({ to }) => to.endsWith('@example.org'));
  const byReader = new Map(sent.map((mail) => [mail.to.split('@')[0] ?? '', mail]));
  expect(byReader.size).toBe(sent.length);
  return byReader;
}
const post = (id: string, step: string, body: object = {}) =>
  here.call('POST', `/api/sessions/${id}/${step}`, body, id.startsWith('municipality') ? boss : ana);
const convene = (id: string) => mailed(() => post(id, 'convocation'));
const at = async (id: string) =>
  SessionView.parse((await here.call('GET', `/api/sessions/${id}`, undefined, boss)).body);
const edit = async (id: string, body: object) => {
  const { version } = await at(id);
  return mailed(() => here.call('PATCH', `/api/sessions/${id}`, body, seeing(ana, version)));
};
/** The lines of an event, unfolded. */
const eventOf = (mail: SentMail | undefined) => (mail?.invitation?.content ?? '').replace(/\r\n[ \t]/g, '');
const linkIn = (mail: SentMail | undefined) => /https:\/\/\S+\/c\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '';

describe('a convocation', () => {
  it('is mailed to each who is convened, with an event for their calendar and nobody else in it', async () => {
    const { id } = await planned();
    const sent = await convene(id);
    expect([...sent.keys()].sort()).toEqual(['beto', 'rosa']);
    const rosa = sent.get('rosa');
    expect(rosa?.subject).toBe('Convocatoria: Reunión, 20 de febrero de 2026, 17:30 h');
    for (const said of ['Hola, rosa:', 'Escuela 12', 'Alumbrado', 'Poda', '/privacy'])
      expect(rosa?.text).toContain(said);
    expect(rosa?.text).not.toContain('beto');
    const event = eventOf(rosa);
    expect(rosa?.invitation?.method).toBe('REQUEST');
    for (const line of [
      'METHOD:REQUEST',
      `UID:session.${id}@juarez.etapas`,
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
    ])
      expect(event.split('\r\n')).toContain(line);
    // Half past five in Ciudad Juárez, seven hours behind.
    expect(event).toContain('DTSTART:20260221T003000Z');
    expect(event).toMatch(/ATTENDEE;.*rosa@example\.org/);
    expect(event).toMatch(/ORGANIZER;.*ana@juarez\.example/i);
    expect(event).not.toMatch(/beto|https:/);
    expect(problemOf(await post(id, 'convocation')).code).toBe('session-state');
  });

  it('is a mail of three forms and a file: text, HTML, the event', async () => {
    const sent = (await convene((await planned()).id)).get('rosa');
    if (!sent?.invitation) throw new Error('nothing was sent');
    const bytes = await compose(sent.to, sent, here.municipality, here.clock());
    const raw = Buffer.from(bytes).toString();
    expect(raw).toMatch(/Content-Type: multipart\/alternative/);
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    const { attachments } = await simpleParser(Buffer.from(bytes));
    expect(attachments.map(({ filename }) => filename)).toContain('etapas.ics');
  });

  it('is mailed anew when day, hour or place change, with the same event a sequence further', async () => {
    const { id } = await planned();
    await convene(id);
    expect((await edit(id, { agenda: ['Otra cosa'] })).size).toBe(0);
    const moved = await edit(id, { on: '2026-02-24', at: '18:00' });
    expect([...moved.keys()].sort()).toEqual(['beto', 'rosa']);
    expect(moved.get('beto')?.subject).toBe('Cambio: Reunión, ahora 24 de febrero de 2026, 18:00 h');
    expect(eventOf(moved.get('beto'))).toMatch(/SEQUENCE:1\r\n/);
    const elsewhere = await edit(id, { place: 'Kiosco', at: null });
    const event = eventOf(elsewhere.get('rosa'));
    expect(event).toMatch(/SEQUENCE:2\r\n/);
    expect(event).toContain('DTSTART;VALUE=DATE:20260224');
    expect(event).toContain('LOCATION:Kiosco');
    expect(event).toContain(`UID:session.${id}@juarez.etapas`);
  });

  it('goes to who is added alone, and is taken back from who is left out', async () => {
    const { id } = await planned();
    await convene(id);
    const [rosa = '', , sol = ''] = people;
    const sent = await edit(id, { convened: [rosa, sol] });
    expect([...sent.keys()].sort()).toEqual(['beto', 'sol']);
    expect(sent.get('sol')?.subject).toBe('You are convened: Meeting, 20 February 2026, 17:30');
    expect(sent.get('beto')?.subject).toMatch(/^Ya no hace falta que asista/);
    expect(eventOf(sent.get('beto'))).toMatch(/METHOD:CANCEL/);
    const back = await edit(id, { convened: people });
    expect([...back.keys()]).toEqual(['beto']);
    expect(eventOf(back.get('beto'))).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2/);
  });

  it('is cancelled with the session, and never mailed for one that was only planned', async () => {
    const { id } = await planned();
    await convene(id);
    const sent = await mailed(() => post(id, 'cancellation', { reason: 'Lluvia' }));
    expect([...sent.keys()].sort()).toEqual(['beto', 'rosa']);
    expect(sent.get('rosa')?.subject).toMatch(/^Se canceló/);
    expect(sent.get('rosa')?.text).toContain('Lluvia');
    expect(eventOf(sent.get('rosa'))).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
    const quiet = await planned();
    expect((await edit(quiet.id, { at: '09:00' })).size).toBe(0);
    expect((await mailed(() => post(quiet.id, 'cancellation', { reason: 'x' }))).size).toBe(0);
  });

  it('of the municipality is mailed too', async () => {
    const { id } = await sessionOf(here, undefined, { on: '2026-03-05', convened: people });
    const sent = await convene(id);
    expect([...sent.keys()].sort()).toEqual(['beto', 'rosa', 'sol']);
    expect(eventOf(sent.get('sol'))).toContain('DTSTART;VALUE=DATE:20260305');
    expect((await audited(here)).findings).toEqual([]);
  });

  it('reaches nobody who does not want mail, or whose session is over by then', async () => {
    const { id: late } = await planned({ on: '2026-01-05' });
    expect((await convene(late)).size).toBe(0);
    const quiet = await stakeholderOf(here, place, { name: 'Quieta', email: 'quieta@example.org' });
    await pagesOf(here).post(`/u/${await tokenOf(quiet.id)}`, { 'List-Unsubscribe': 'One-Click' });
    const { id } = await planned({ convened: [quiet.id, people[0]] });
    expect([...(await convene(id)).keys()]).toEqual(['rosa']);
  });
});

async function tokenOf(stakeholder: string): Promise<string> {
  const url = await here.dispatch.links.urlFor('unsubscribe', { id: stakeholder, linkVersion: 1 });
  return url.split('/').at(-1) ?? '';
}

describe('the answer to a convocation', () => {
  it('is given by the page of the link, once, and changed until the session is held', async () => {
    const { id } = await planned();
    const link = linkIn((await convene(id)).get('rosa'));
    const pages = pagesOf(here);
    const page = await pages.get(link);
    expect(page.html).toContain('Reunión: 20 de febrero de 2026, 17:30 h');
    expect(page.html).toMatch(/value="will-come"[\s\S]*value="cannot"/);
    expect((await at(id)).answers).toEqual([]);
    const answer = (form: Record<string, string>) => pages.post(link, { session: id, ...form });
    const receipt = await answer({ answer: 'will-come' });
    expect(receipt.status).toBe(200);
    expect(receipt.html).toContain('Usted respondió: Asistiré.');
    const before = await at(id);
    expect(before.answers).toMatchObject([{ stakeholder: people[0], answer: 'will-come' }]);
    await answer({ answer: 'will-come' });
    expect((await at(id)).version).toBe(before.version);
    await answer({ answer: 'cannot' });
    expect((await at(id)).answers).toMatchObject([{ answer: 'cannot' }]);
    const told = (await historyOf(here, place)).filter(({ action }) => action === 'session-answered');
    expect(told.map(({ actor }) => actor)).toEqual(Array(2).fill(`stakeholder:${people[0]}`));
    await edit(id, { on: '2026-02-21' });
    expect((await at(id)).answers).toEqual([]);
    await mailed(() => post(id, 'cancellation', { reason: 'x' }));
    const over = await answer({ answer: 'will-come' });
    expect([over.status, over.html.includes('ya no espera su respuesta')]).toEqual([409, true]);
  });

  it('is refused of who is not convened, of another session and of another word', async () => {
    const { id } = await planned({ convened: [people[0]] });
    const { id: own } = await planned({ convened: [people[1]] });
    await convene(id);
    const link = linkIn((await convene(own)).get('beto'));
    const pages = pagesOf(here);
    const ask = async (form: Record<string, string>) => (await pages.post(link, form)).status;
    expect(await ask({ session: id, answer: 'will-come' })).toBe(409);
    expect(await ask({ session: 'nowhere.1', answer: 'will-come' })).toBe(409);
    expect(await ask({ session: own, answer: 'fulfilled' })).toBe(400);
    expect((await at(id)).answers).toEqual([]);
    expect((await pages.get(link)).html).not.toContain(id);
  });

  it('stands on the municipality’s session as on that of a locality', async () => {
    const { id } = await sessionOf(here, undefined, { on: '2026-03-06', convened: people });
    const link = linkIn((await convene(id)).get('sol'));
    await pagesOf(here).post(link, { session: id, answer: 'cannot' });
    expect((await at(id)).answers).toMatchObject([{ stakeholder: people[2], answer: 'cannot' }]);
    expect((await audited(here)).findings).toEqual([]);
  });
});
