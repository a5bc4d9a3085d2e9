import { simpleParser } from 'mailparser';
import readWorkbook from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import { bumpRevision } from '../../domain/change.ts';
import { compose } from '../../functions/events/compose.ts';
import { localityItem } from '../../store/localities.ts';
import { writeAll } from '../../store/transaction.ts';
import { pagesOf } from '../links/pages.ts';
import { exported, imported, items } from '../support/files.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { problemOf } from '../support/problems.ts';
import { sweptAndSent } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, decide, seeing } from '../support/walk.ts';

const formulas = ['=1+1', "=cmd|' /C calc'!A0", '+52656', '-2+3', '@SUM(1+1)', '＝1+1'];
const markup = `"><img src=x onerror=alert(1)><script>alert('1')</script>`;
const headers = 'Rosa\r\nBcc: otra@example.org';

/** Every mail as it travels, in the place of the office's post. */
function posted(here: TestApp): Uint8Array[] {
  const mails: Uint8Array[] = [];
  here.mailer.send = async (to, email) => {
    mails.push(await compose(to, email, here.municipality, here.clock()));
    return { outcome: 'sent', messageId: `ses-${mails.length}` };
  };
  return mails;
}

describe('28: a formula', () => {
  let here: TestApp;
  beforeAll(async () => {
    here = await testApp();
    const place = await begin(here);
    for (const [at, formula] of formulas.entries()) {
      await stakeholderOf(here, place, { name: formula, organization: formula, email: `a${at}@example.org` });
      await commitmentOf(here, place, { action: formula, note: formula });
      const body = { name: formula, programme: 'convivir-mejor', code: formula };
      expect((await here.call('POST', '/api/localities', body, ana)).status).toBe(201);
    }
  });

  it.each(['stakeholders', 'commitments', 'localities'])(
    'is text in the files of %s, for whatever opens them, and comes back as it was',
    async (kind) => {
      const csv = (await exported(here, `${kind}.csv`)).toString().replace(/^\uFEFF/, '');
      expect(csv.split(/,|\r?\n/).filter((cell) => /^"?[=+\-@\t＝＋－＠]/.test(cell))).toEqual([]);
      const xlsx = await exported(here, `${kind}.xlsx`);
      const [sheet] = await readWorkbook(new Blob([new Uint8Array(xlsx)]));
      const cells = sheet?.data.flat() ?? [];
      expect(
        cells.filter((cell) => formulas.some((formula) => cell === `'${formula}`)).length,
      ).toBeGreaterThan(5);
      expect(cells.filter((cell) => typeof cell === 'string' && formulas.includes(cell))).toEqual([]);
      for (const file of [csv, xlsx]) expect((await imported(here, kind, file)).rejected).toEqual([]);
    },
  );
});

describe('28: markup in a name', () => {
  it('is the characters it is: in pages, mails and answers', async () => {
    const here = await testApp();
    const mails = posted(here);
    const place = await begin(here, 'convivir-mejor', markup);
    const { id } = await stakeholderOf(here, place, { name: markup, organization: markup });
    await commitmentOf(here, place, { action: markup, responsible: id, dueOn: '2026-01-13', note: markup });
    await sweptAndSent(here);
    const pages = pagesOf(here);
    const link = await pages.linkFor({ id, linkVersion: 1 });
    const form = { commitment: `${place}.1`, answer: 'cannot', note: markup };
    const shown = [await pages.get(link), await pages.post(link, form), await pages.get(link)];
    for (const { status, html } of shown) {
      expect(status).toBe(200);
      expect(html).not.toMatch(/<(img|script)/);
      expect(html).toContain('&lt;script&gt;alert(&#39;1&#39;)');
    }
    const parsed = await Promise.all(mails.map((mail) => simpleParser(Buffer.from(mail))));
    expect(parsed.length).toBeGreaterThan(2);
    for (const { html, text } of parsed) {
      expect(html).not.toMatch(/<(img|script)/);
      expect(html).toContain('&lt;script&gt;');
      expect(text).toContain('<script>');
    }
    for (const path of [`/api/localities/${place}`, `/api/localities/${place}/history`, '/api/tasks']) {
      const answer = await here.call('GET', path, undefined, ana);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'x-content-type-options': 'nosniff',
      });
      expect(JSON.stringify(answer.body)).toContain('<script>');
    }
  });
});

describe('28: line ends in what goes into a header', () => {
  it('are refused by the field, or by row and column', async () => {
    const here = await testApp();
    const place = await begin(here);
    const paths = async (path: string, body: object) =>
      problemOf(await here.call('POST', path, body, ana)).paths;
    expect(await paths('/api/stakeholders', { name: headers, sector: 'school' })).toEqual(['name']);
    expect(
      await paths('/api/stakeholders', {
        name: 'Rosa',
        sector: 'school',
        email: `a@b.example\r\nBcc: c@d.example`,
      }),
    ).toEqual(['email']);
    expect(await paths('/api/localities', { name: headers, programme: 'convivir-mejor' })).toEqual(['name']);
    const edit = await here.call('PATCH', `/api/localities/${place}`, { name: headers }, seeing(ana, 2));
    expect(problemOf(edit).paths).toEqual(['name']);
    for (const [kind, rest] of [
      ['stakeholders', 'sector\n"NAME",school'],
      ['localities', 'programme\n"NAME",convivir-mejor'],
    ] as const) {
      const { rejected } = await imported(here, kind, `name,${rest.replace('NAME', headers)}\n`);
      expect(rejected).toMatchObject([{ row: 2, column: 'name' }]);
    }
    expect(await items(here, '/api/stakeholders')).toEqual([]);
    expect(await items(here, '/api/localities')).toHaveLength(1);
  });

  it('add no header to a mail, even where they came into the table by another way', async () => {
    const here = await testApp();
    const mails = posted(here);
    const name = 'Anapra\r\nBcc: otra@example.org\r\n\r\n<b>';
    const place = await begin(here);
    const before = await here.api.localities.get(place);
    await writeAll(here.table, [localityItem(here.table, bumpRevision(before, { name }))]);
    const { id } = await stakeholderOf(here, place);
    await commitmentOf(here, place, { responsible: id, dueOn: '2026-01-13' });
    await sweptAndSent(here);
    await decide(here, place, { outcome: 'close', reason: name }, ana);
    await here.settle();
    expect(mails.length).toBeGreaterThan(1);
    for (const mail of mails) {
      const { bcc, subject, headerLines } = await simpleParser(Buffer.from(mail));
      expect(bcc).toBeUndefined();
      expect(subject).not.toMatch(/[\r\n]/);
      expect(headerLines.map(({ key }) => key)).not.toContain('bcc');
    }
  });
});

describe('28: a body of 10 MB', () => {
  it.each([
    ['POST', '/api/stakeholders'],
    ['PUT', '/api/me'],
  ])('is refused before it is read: %s %s', async (method, path) => {
    const here = await testApp();
    const body = JSON.stringify({ name: 'a'.repeat(10_000_000), sector: 'school' });
    const refused = problemOf(await here.call(method, path, body, seeing(ana, 0)));
    expect(refused).toMatchObject({ status: 413, code: 'body-too-large' });
  });
});
