import { describe, expect, it } from 'vitest';
import { imported } from '../support/files.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, locality, seeing } from '../support/walk.ts';

const years = ['0026-03-01', '1926-03-01', '1999-12-31', '2100-01-01', '2206-03-01', '9999-12-31'];

/** Every field in which somebody enters a day, and a request that has the day in it. */
const fields: Record<
  string,
  (day: string, id: string, promise: string) => [string, string, object, string, Call]
> = {
  'by when something is promised': (day, id) => [
    'POST',
    `/api/localities/${id}/commitments`,
    { action: 'Podar', dueOn: day },
    'dueOn',
    ana,
  ],
  'by when, changed': (day, _, promise) => [
    'PATCH',
    `/api/commitments/${promise}`,
    { dueOn: day },
    'dueOn',
    ana,
  ],
  'until when an exception holds': (day, id) => [
    'POST',
    `/api/localities/${id}/gate/reviews`,
    { override: { reason: 'Sequía', expiresOn: day } },
    'override.expiresOn',
    boss,
  ],
  'when somebody agreed to be written to': (day) => [
    'POST',
    '/api/stakeholders',
    { name: 'Rosa', sector: 'school', consent: { givenOn: day, how: 'en persona' } },
    'consent.givenOn',
    ana,
  ],
  'which day is swept': (day) => ['POST', '/api/sweeps', { on: day, dryRun: true }, 'on', boss],
};

async function scene(): Promise<{ here: TestApp; id: string; promise: string }> {
  const here = await testApp();
  const id = await begin(here);
  const made = await here.call('POST', `/api/localities/${id}/commitments`, { action: 'Podar' }, ana);
  return { here, id, promise: String(made.body.id) };
}

describe('39: a day of a year that nobody means is refused by its field', () => {
  it.each(Object.entries(fields))('%s', async (_, request) => {
    const { here, id, promise } = await scene();
    for (const day of years) {
      const [method, path, body, field, who] = request(day, id, promise);
      const { version } = await locality(here, id);
      const { code, errors } = problemOf(await here.call(method, path, body, seeing(who, version)));
      expect([day, code, errors]).toEqual([
        day,
        'invalid-request',
        [{ path: field, message: 'debe ser un día entre los años 2000 y 2099; revise el año' }],
      ]);
    }
  });

  it('in a file, by row and column, in either language', async () => {
    const { here, id } = await scene();
    const file = `locality,action,dueOn\n${id},Podar,0026-03-01\n${id},Barrer,01/03/2206\n${id},Regar,2026-03-02\n`;
    const answer = await imported(here, 'commitments', file, {
      query: '?dryRun=true&partial=true',
      headers: { 'accept-language': 'en' },
    });
    expect(answer).toMatchObject({
      accepted: 1,
      rejected: [
        { row: 2, column: 'dueOn', message: expect.stringContaining('between the years 2000 and 2099') },
        { row: 3, column: 'dueOn', message: expect.stringContaining('between the years 2000 and 2099') },
      ],
    });
  });

  it('the first and the last day of the century are taken', async () => {
    const { here, id } = await scene();
    for (const dueOn of ['2000-01-01', '2099-12-31']) {
      const made = await here.call(
        'POST',
        `/api/localities/${id}/commitments`,
        { action: 'Podar', dueOn },
        ana,
      );
      expect([made.status, made.body.dueOn]).toEqual([201, dueOn]);
    }
  });
});
