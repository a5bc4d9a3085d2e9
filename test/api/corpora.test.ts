import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readable } from '../emails/mails.ts';
import { pagesOf } from '../links/pages.ts';
import { fewestTaken, naughty } from '../support/corpora.ts';
import { exported, imported } from '../support/files.ts';
import { historyOf } from '../support/history.ts';
import { listed } from '../support/listed.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { person, promise } from '../support/people.ts';
import { problemOf } from '../support/problems.ts';
import { sweptAndSent } from '../support/reminders.ts';
import { seed, seedling } from '../support/seed.ts';
import { municipality } from '../support/settings.ts';
import { without } from '../support/shared-data.ts';
import { type Response, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, decide, locality, seeing } from '../support/walk.ts';

interface Mail {
  text: string;
  html: string;
  calendar?: string;
}

/** Every mail as it is rendered, in the place of the office's post. */
function posted(here: TestApp): Mail[] {
  const mails: Mail[] = [];
  here.mailer.send = async (_, email) => {
    mails.push(email);
    return { outcome: 'sent', messageId: `ses-${mails.length}` };
  };
  return mails;
}

/** The markup of a document, without the addresses it leads to. */
const markup = (html: string) =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/href="[^"]*"/, 'href'));
/** The names of a calendar's lines, folded ones joined. */
const properties = (calendar = '') => calendar.split(/\r?\n(?![ \t])/).map((line) => line.split(/[:;]/)[0]);

/** What the mails are built of. */
const built = (mails: Mail[]) =>
  new Set(mails.flatMap(({ html, calendar }) => [...markup(html), ...properties(calendar)]));

/** A text without what plain text decorates its lines with: rules, bullets, quotation marks, breaks. */
const bare = (text: string) => text.replace(/[-=>\s]/g, '');

/** Mails hold nothing but words that harmless ones do not hold, and say the same in both of their forms. */
function expectInert(mails: Mail[], harmless: Set<string | undefined>) {
  expect([...built(mails)].filter((part) => !harmless.has(part))).toEqual([]);
  for (const { html, text } of mails) expect(bare(readable(html))).toBe(bare(text));
}

/** What was not taken was refused by the name of its field. */
function refusedBy(answer: Response, path: string) {
  expect(answer.status).toBe(400);
  expect(new Set(problemOf(answer).paths)).toEqual(new Set([path]));
}

/** Hundreds of requests, one after the other, in milliseconds on a slow machine. */
const slow = 480_000;

describe(`strings that break programs${without('corpora/naughty-strings')}`, () => {
  it(
    'are names of localities and reasons of decisions, whole, and inert in the mails about them',
    async () => {
      const here = await testApp({ mail: { ...municipality().mail, dailyCap: 10_000 } });
      await choose(here, 'at-once', boss);
      const mails = posted(here);
      const anapra = await begin(here, 'convivir-mejor', 'Anapra');
      await decide(here, anapra, { outcome: 'close', reason: 'Una\n\nDos' }, ana);
      await here.settle();
      const harmless = built(mails);
      const named = new Map<string, string>();
      for (const text of naughty()) {
        const body = { name: text, programme: 'convivir-mejor' };
        const made = await here.call('POST', '/api/localities', body, ana);
        if (made.status !== 201) refusedBy(made, 'name');
        else {
          expect(made.body.name).toBe(text.trim());
          named.set(z.string().parse(made.body.id), text);
        }
      }
      await here.settle();
      for (const [id, reason] of named)
        expect((await decide(here, id, { outcome: 'close', reason }, ana)).status).toBe(201);
      await here.settle();
      expect(named.size).toBeGreaterThanOrEqual(fewestTaken.asName);
      for (const [id, reason] of named)
        expect(await historyOf(here, id)).toContainEqual(
          expect.objectContaining({
            action: 'gate-decided',
            detail: expect.objectContaining({ reason: reason.trim() }),
          }),
        );
      expect(mails.length).toBeGreaterThan(2 * named.size);
      expectInert(mails, harmless);
      for (const format of ['csv', 'xlsx', 'geojson']) {
        const file = await exported(here, `localities.${format}`);
        const count = named.size + 1;
        expect(await imported(here, 'localities', file)).toMatchObject({ accepted: count, unchanged: count });
      }
    },
    slow,
  );

  it(
    'are notes of activities, whole, in answers and in the history',
    async () => {
      const here = await testApp();
      const id = await begin(here);
      const path = `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;
      const kept: string[] = [];
      for (const note of naughty()) {
        const { version } = await locality(here, id);
        const answer = await here.call('PUT', path, { status: 'open', note }, seeing(ana, version));
        if (answer.status !== 200) refusedBy(answer, 'note');
        else if (note.trim()) kept.push(note.trim());
      }
      expect(kept.length).toBeGreaterThanOrEqual(fewestTaken.asNote);
      const history = await historyOf(here, id);
      const notes = history.flatMap(({ action, detail }) =>
        action === 'activity-recorded' && detail.note ? [detail.note] : [],
      );
      expect(notes).toEqual(kept);
    },
    slow,
  );

  it(
    'are promises and their notes, whole, in files, in digests and in calendars',
    async () => {
      const here = await testApp();
      const mails = posted(here);
      const place = await begin(here);
      const { id: first } = await stakeholderOf(here, place, { email: 'primera@example.org' });
      for (const action of ['Pintar', 'Barrer'])
        await commitmentOf(here, place, { action, responsible: first, dueOn: '2026-01-13' });
      await sweptAndSent(here);
      const harmless = built(mails);
      here.pass(1);
      let [taken, responsible] = [0, ''];
      for (const action of naughty()) {
        if (taken % 20 === 0)
          responsible = (await stakeholderOf(here, place, { email: `p${taken}@example.org` })).id;
        const body = { action, note: action, responsible, dueOn: '2026-01-14' };
        const answer = await here.call('POST', `/api/localities/${place}/commitments`, body, ana);
        if (answer.status === 201) {
          expect([answer.body.action, answer.body.note]).toEqual([action.trim(), action.trim()]);
          taken += 1;
        } else {
          expect(answer.status).toBe(400);
          expect(['action', 'note']).toEqual(expect.arrayContaining(problemOf(answer).paths ?? ['none']));
        }
      }
      expect(taken).toBeGreaterThanOrEqual(fewestTaken.asNote);
      await sweptAndSent(here);
      expect(mails.length).toBeGreaterThan(taken / 20);
      expectInert(mails, harmless);
      for (const format of ['csv', 'xlsx'])
        expect(
          await imported(here, 'commitments', await exported(here, `commitments.${format}`)),
        ).toMatchObject({ accepted: taken + 2, unchanged: taken + 2, rejected: [] });
    },
    slow,
  );

  it(
    'are notes left on the page without an account, whole, inert on the receipt and in the history',
    async () => {
      const here = await testApp();
      await seed(here, [seedling('anapra')]);
      const rosa = await person(here, 'rosa');
      const commitment = await promise(here, 'anapra', { responsible: 'rosa' });
      const pages = pagesOf(here);
      const link = await pages.linkFor(rosa);
      const form = { commitment: 'anapra.1', answer: 'cannot' };
      const harmless = await pages.post(link, { ...form, note: 'Sin pintura' });
      const known = markup(harmless.html);
      const kept = ['Sin pintura'];
      let last = 'Sin pintura';
      for (const note of new Set(naughty())) {
        const { status, html } = await pages.post(link, { ...form, note });
        // What reaches a form is what a browser can send: lone surrogates are replaced on the way.
        const whole = note.toWellFormed().replace(/\r\n?/g, '\n').trim();
        const { answer } = await here.api.commitments.get(commitment);
        if (status === 400) {
          expect(html).toContain('una nota puede tener hasta 1000 caracteres, sin signos de control');
          expect(answer?.note ?? '').toBe(last);
          continue;
        }
        expect(status).toBe(200);
        last = whole;
        expect(answer?.note ?? '').toBe(last);
        if (whole) {
          expect(markup(html)).toEqual(known);
          kept.push(whole);
        }
      }
      expect(kept.length).toBeGreaterThanOrEqual(fewestTaken.asNote);
      const notes = (await historyOf(here, 'anapra')).flatMap(({ action, detail }) =>
        action === 'commitment-answered' && detail.note ? [detail.note] : [],
      );
      expect(notes).toEqual(kept);
      expect(await listed(here.api.tasks.all('anapra'))).toMatchObject([{ kind: 'cannot', note: last }]);
    },
    slow,
  );
});
