import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, evidence, locality, review, seeing } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

const patch = (id: string, body: object, who: Call) => here.call('PATCH', `/api/localities/${id}`, body, who);
const put = (id: string, activity: string, who: Call, body: object = { status: 'done', evidence }) =>
  here.call('PUT', `/api/localities/${id}/stages/capacity-building/activities/${activity}`, body, who);

describe('If-Match', () => {
  it.each([
    ['is missing', ana, 428, 'version-required'],
    ['has no quotes', { ...ana, headers: { 'if-match': '2' } }, 400, 'invalid-request'],
    ['is no number', seeing(ana, 'two'), 400, 'invalid-request'],
    ['is a star', { ...ana, headers: { 'if-match': '*' } }, 400, 'invalid-request'],
    ['is from the future', seeing(ana, 99), 412, 'stale-version'],
    ['is from before what is to be changed', seeing(ana, 0), 412, 'stale-version'],
  ])('that %s is refused', async (_, who, status, code) => {
    const id = await begin(here);
    const before = await locality(here, id);
    expect(problemOf(await patch(id, { population: 1 }, who))).toMatchObject({ status, code });
    expect(await locality(here, id)).toEqual(before);
  });

  it('may be weak: a proxy may have made it so', async () => {
    const id = await begin(here);
    const weak = { ...ana, headers: { 'if-match': 'W/"2"' } };
    expect((await patch(id, { population: 1 }, weak)).status).toBe(200);
  });
});

describe('an edit', () => {
  it('is not stale because something else of the locality has changed', async () => {
    const id = await begin(here);
    const { version } = await locality(here, id);
    await put(id, 'state-and-local', seeing(ana, version));
    expect((await patch(id, { population: 4_200 }, seeing(boss, version))).status).toBe(200);
    expect((await put(id, 'federal-representatives', seeing(ana, version))).status).toBe(200);
  });

  it('is stale when the same was edited since', async () => {
    const id = await begin(here);
    const { version } = await locality(here, id);
    const edited = await patch(id, { population: 4_200 }, seeing(ana, version));
    expect(problemOf(await patch(id, { population: 1 }, seeing(boss, version))).code).toBe('stale-version');
    expect((await patch(id, { population: 2 }, seeing(boss, Number(edited.body.version)))).status).toBe(200);
  });

  it('of the same by two at once is done by one of them', async () => {
    const id = await begin(here);
    const { version } = await locality(here, id);
    const both = await Promise.all(
      [ana, boss].map((who, at) => patch(id, { population: at }, seeing(who, version))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('of different things by two at once is done by both', async () => {
    const id = await begin(here);
    const { version } = await locality(here, id);
    const keys = ['federal-representatives', 'state-and-local'];
    const both = await Promise.all(keys.map((key) => put(id, key, seeing(ana, version))));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('recording an activity', () => {
  it('is stale when the same activity was recorded since, and its answer carries the version to go on with', async () => {
    const id = await begin(here);
    const { version } = await locality(here, id);
    const first = await put(id, 'state-and-local', seeing(ana, version));
    const stale = await put(id, 'state-and-local', seeing(boss, version), { status: 'open' });
    expect(problemOf(stale).code).toBe('stale-version');
    const next = seeing(boss, Number(first.body.version));
    expect((await put(id, 'state-and-local', next, { status: 'open' })).status).toBe(200);
  });
});

describe('a decision', () => {
  it('is stale when evidence was recorded since it was seen, if it says what was seen', async () => {
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    const seen = await locality(here, id);
    await put(id, 'state-and-local', seeing(ana, seen.version), { status: 'done', evidence: [] });
    expect(problemOf(await decide(here, id, { outcome: 'return' }, seeing(boss, seen.version))).code).toBe(
      'stale-version',
    );
    const { version } = await locality(here, id);
    expect((await decide(here, id, { outcome: 'return' }, seeing(boss, version))).status).toBe(201);
  });

  it('is not stale because of an edit of the particulars', async () => {
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    const { version } = await locality(here, id);
    await patch(id, { population: 4_200 }, seeing(ana, version));
    expect((await decide(here, id, {}, seeing(boss, version))).status).toBe(201);
  });
});

describe('one’s own profile', () => {
  const save = (language: string, version: number) =>
    here.call(
      'PUT',
      '/api/me',
      { language },
      seeing({ user: 'nora@juarez.example', role: 'viewer' }, version),
    );

  it('is saved at the version that was seen', async () => {
    expect((await save('en', 0)).body).toEqual({ language: 'en', mails: 'daily', version: 1 });
    expect((await save('es', 0)).status).toBe(412);
    expect((await save('es', 1)).body).toEqual({ language: 'es', mails: 'daily', version: 2 });
  });
});
