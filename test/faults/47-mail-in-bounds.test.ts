import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../support/problems.ts';
import { digests, person, promise } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, boss } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

const today = '2026-01-12';
let here: TestApp;
beforeEach(async () => {
  here = await testApp();
  const id = await begin(here);
  for (const name of ['rosa', 'jorge']) {
    await person(here, name);
    await promise(here, id, name, '2026-01-13');
  }
  await person(here, 'luz', { email: undefined });
  await promise(here, id, 'luz', '2026-01-13');
  await here.settle();
});
const sweep = (body: object) => here.call('POST', '/api/sweeps', body, boss);

describe('47: a sweep of another day', () => {
  it.each(['2026-01-09', '2026-01-13', '2027-01-12'])(
    'is refused for %s, and nothing is sent',
    async (on) => {
      const before = await wholeTable(here.table);
      for (const body of [{ on }, { on, dryRun: false }]) {
        const answer = await sweep(body);
        expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid-request' });
        expect(answer.body.errors).toEqual([
          { path: 'on', message: expect.stringMatching(/ensayo.*dryRun|dryRun.*ensayo/) },
        ]);
      }
      expect(await wholeTable(here.table)).toEqual(before);
      expect(digests(here)).toEqual([]);
    },
  );

  it.each(['2026-01-12', '2026-01-13', '2026-01-14'])(
    'may be rehearsed for %s, and nothing is written',
    async (on) => {
      const before = await wholeTable(here.table);
      const { status, body } = await sweep({ on, dryRun: true });
      expect(status).toBe(200);
      expect(body).toMatchObject({ on, digests: 2, reminded: 2, toldInPerson: 1 });
      await here.settle();
      expect(await wholeTable(here.table)).toEqual(before);
      expect(digests(here)).toEqual([]);
    },
  );

  it('says of today what is then done, once', async () => {
    const { body: rehearsed } = await sweep({ dryRun: true });
    const { body: done } = await sweep({ on: today });
    expect(done).toEqual(rehearsed);
    await here.settle();
    expect(digests(here)).toHaveLength(2);
    expect((await sweep({ dryRun: true })).body).toMatchObject({ digests: 0, reminded: 0, toldInPerson: 0 });
  });
});
