import { beforeAll, describe, expect, it } from 'vitest';
import { AgendaFeedView } from '../../functions/api/my-agenda-feed.ts';
import { commitmentOf } from '../support/matrix.ts';
import { lineOf, sessionOf } from '../support/plans.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, luis } from '../support/walk.ts';
import { pagesOf } from './pages.ts';

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  await sessionOf(here, place, { on: '2026-02-20', at: '17:30', place: 'Escuela 12, calle Mina' });
  await sessionOf(here, undefined, { on: '2026-02-27' });
  await commitmentOf(here, place, {
    action: `Podar; barrer, y ${'pintar '.repeat(20)}`,
    dueOn: '2026-03-02',
  });
  await lineOf(here, place, { from: '2026-02-01', to: '2026-02-28', name: 'Pláticas' });
});

const choose = async (active: boolean, who: Call = ana) =>
  AgendaFeedView.parse((await here.call('POST', '/api/me/agenda-feed', { active }, who)).body).path;
const read = (path = '') => pagesOf(here).get(path);
/** The events of a calendar, each as its lines, unfolded. */
const eventsIn = (text: string) =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => event.split('\r\n'));

describe('the feed of an agenda', () => {
  it('holds what falls due where its owner coordinates, as a calendar reads it', async () => {
    const path = await choose(true);
    expect(path).toMatch(/^\/agenda\/[\w.-]+\.ics$/);
    const { status, headers, html: text } = await read(path);
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(headers['cache-control']).toBe('no-store');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const events = eventsIn(text);
    const withUid = (uid: string) =>
      events.find((lines) => lines.some((line) => line.startsWith(`UID:${uid}`)));
    const session = withUid('session.');
    expect(session).toContain('DTSTART:20260221T003000Z');
    expect(session).toContain('SUMMARY:Reunión: Anapra');
    expect(session).toContain('LOCATION:Escuela 12\\, calle Mina');
    const commitment = withUid(`${place}.`);
    expect(commitment).toContain('DTSTART;VALUE=DATE:20260302');
    expect(commitment?.join('')).toContain('Podar\\; barrer\\, y pintar');
    expect(withUid('line.')).toContain('SUMMARY:Cierra el periodo: Pláticas');
    expect(withUid('gate.')).toBeDefined();
    for (const lines of events) expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toHaveLength(1);
    const uids = events.map((lines) => lines.find((line) => line.startsWith('UID:')));
    expect(new Set(uids).size).toBe(events.length);
    const again = eventsIn((await read(path)).html).map((lines) =>
      lines.find((line) => line.startsWith('UID:')),
    );
    expect(again).toEqual(uids);
  });

  it('shows nobody else’s localities, and the municipality’s own sessions', async () => {
    const { html } = await read(await choose(true, luis));
    expect(eventsIn(html)).toHaveLength(1);
    expect(html).not.toContain('Anapra');
  });

  it('is dead once it was renewed or revoked, and shown again until then', async () => {
    const first = await choose(true);
    const shown = await here.call('GET', '/api/me/agenda-feed', undefined, ana);
    expect((await read(AgendaFeedView.parse(shown.body).path)).status).toBe(200);
    const second = await choose(true);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([403, 200]);
    expect(await choose(false)).toBeUndefined();
    expect((await read(second)).status).toBe(403);
    expect((await here.call('GET', '/api/me/agenda-feed', undefined, ana)).body).toEqual({});
  });

  it.each([
    ['of a person', async () => pagesOf(here).linkFor({ id: 'rosa', linkVersion: 1 })],
    ['that is altered', async () => `${((await choose(true)) ?? '').slice(0, -8)}AAAA.ics`],
    [
      'of nobody',
      async () =>
        pagesOf(here).dependencies.links.urlFor('agenda', { id: 'nadie@juarez.example', linkVersion: 1 }),
    ],
    ['that is none', async () => '/agenda/x.ics'],
  ])('is not opened by a link %s', async (_, link) => {
    const token = (await link()).split('/').at(-1) ?? '';
    const answer = await read(`/agenda/${token}`);
    expect([answer.status, answer.html.includes('VEVENT')]).toEqual([403, false]);
  });
});
