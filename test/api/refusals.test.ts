import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing } from '../support/walk.ts';

let here: TestApp;
let id: string;
beforeAll(async () => {
  here = await testApp();
  id = await begin(here);
});

const locality = (some: object = {}) => ({ name: 'Anapra', programme: 'convivir-mejor', ...some });
const create = async (body: unknown, who: Call = ana) =>
  problemOf(await here.call('POST', '/api/localities', body, who));
const polygon = (...ring: unknown[]) => ({ type: 'Polygon', coordinates: [ring] });
const within = (geometry: object) => locality({ geometry });
const [a, b, c] = [
  [-106.5, 31.7],
  [-106.4, 31.7],
  [-106.4, 31.8],
];

describe('a request is refused with the fields that are wrong', () => {
  it.each([
    ['a programme that does not exist', locality({ programme: 'convivir' }), ['programme']],
    ['no name', { programme: 'convivir-mejor' }, ['name']],
    ['a name of blanks', locality({ name: '   ' }), ['name']],
    ['a population that is no number', locality({ population: '4200' }), ['population']],
    ['unknown fields', locality({ owner: 'x', status: 'closed' }), ['owner', 'status']],
    ['no coordinators', locality({ coordinators: [] }), ['coordinators']],
    ['a coordinator with blanks', locality({ coordinators: ['ana', 'l uis'] }), ['coordinators.1']],
    ['a geometry of another kind', within({ type: 'Point', coordinates: a }), ['geometry']],
    ['a ring that is not closed', within(polygon(a, b, c, [-106.6, 31.9])), ['geometry']],
    ['a ring of three points', within(polygon(a, b, a)), ['geometry']],
    ['points that are not on Earth', within(polygon(a, b, [-206.4, 91], a)), ['geometry']],
    ['a geometry in no system that is known', within({ ...polygon(a, b, c, a), crs: 1 }), ['geometry']],
    ['a list', [locality()], ['body']],
    ['nothing', undefined, ['name', 'programme']],
  ])('%s', async (_, body, paths) => {
    expect(await create(body)).toMatchObject({ code: 'invalid-request', status: 400, paths });
  });

  it('of what is no JSON', async () => {
    expect(await create('{"name": ')).toMatchObject({ code: 'invalid-request', paths: ['body'] });
  });

  it('of another media type', async () => {
    const who = { ...ana, headers: { 'content-type': 'text/csv' } };
    expect(await create('name;programme', who)).toMatchObject({
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  it('of an address', async () => {
    const asked = await here.call('GET', '/api/localities?colour=red', undefined, ana);
    expect(problemOf(asked)).toMatchObject({ status: 400, paths: ['colour'] });
  });

  it.each([
    '/api/nothing',
    '/api/programmes/convivir-mejor?version=2',
    '/api/localities/UPPER',
    '/api/localities/x/nothing',
    '/api/programmes/none',
  ])('that is not there: %s', async (path) => {
    expect(problemOf(await here.call('GET', path, undefined, boss))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  it('of a method that the address does not know', async () => {
    expect((await here.call('DELETE', `/api/localities/${id}`, undefined, boss)).status).toBe(404);
  });
});

describe('a large body', () => {
  const activity = () => `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;
  const put = async (note: string) =>
    problemOf(await here.call('PUT', activity(), { status: 'done', note }, seeing(ana, 2)));

  it('of 1 MB, of a note, is refused by the note', async () => {
    expect(await put('x'.repeat(1_048_576))).toMatchObject({ status: 400, paths: ['note'] });
  });

  it('beyond 2 MB is refused unread', async () => {
    expect(await put('x'.repeat(2 * 1_048_576))).toMatchObject({ status: 413, code: 'body-too-large' });
    expect(await create('{'.repeat(2 * 1_048_576 + 1))).toMatchObject({ status: 413 });
  });

  it('is measured in bytes, not in letters', async () => {
    expect((await put('ñ'.repeat(1_048_576))).status).toBe(413);
  });

  it('of a territory too detailed to be kept is refused by the territory, not answered with an error of ours', async () => {
    const ring = Array.from({ length: 4_999 }, (_, at) => [
      -106.123456789 - at / 1e6,
      31.123456789 + at / 1e6,
    ]);
    const coordinates = Array.from({ length: 8 }, () => [...ring, ring[0]]);
    const refused = await create(within({ type: 'Polygon', coordinates }));
    expect(refused).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(refused.paths?.join()).toContain('geometry');
  });
});

describe('nothing is told that need not be', () => {
  it('of an error of ours: no text of it reaches the caller', async () => {
    const broken = await testApp();
    broken.api.localities.get = async () => {
      throw new Error('secret table name');
    };
    const answer = await broken.call('GET', `/api/localities/${id}`, undefined, boss);
    expect(problemOf(answer)).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('to caches', async () => {
    const [good, bad] = await Promise.all(
      [ana, luis].map((who) => here.call('GET', `/api/localities/${id}`, undefined, who)),
    );
    expect([good?.status, bad?.status]).toEqual([200, 404]);
    expect([good?.headers['cache-control'], bad?.headers['cache-control']]).toEqual(['no-store', 'no-store']);
  });
});
