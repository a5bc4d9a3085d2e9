import { beforeAll, describe, expect, it } from 'vitest';
import { type Example, examples, served } from '../api/examples.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, boss, luis, seeing, vera } from '../support/walk.ts';

const callers: Record<string, Call> = {
  administrator: boss,
  'coordinator of the locality': ana,
  'coordinator of another': luis,
  viewer: vera,
  'somebody without a role': { user: 'nadie@juarez.example', role: 'nobody' },
  'somebody without a token': { signedIn: false },
};

const anyone = [200, 200, 200, 200, 403, 401];
const looking = [200, 200, 404, 200, 403, 401];
const administrating = [200, 403, 403, 403, 403, 401];
const changing = (status: number) => [status, status, 404, 403, 403, 401];

/** For each route, what each of the callers is answered. */
const expected: Record<string, number[]> = {
  'GET /api/programmes': anyone,
  'GET /api/programmes/{programme}': anyone,
  'POST /api/localities': [201, 201, 201, 403, 403, 401],
  'GET /api/localities': anyone,
  'GET /api/localities/{id}': looking,
  'PATCH /api/localities/{id}': changing(200),
  'POST /api/handovers': administrating,
  'GET /api/territories': anyone,
  'GET /api/localities/{id}/stages': looking,
  'PUT /api/localities/{id}/stages/{stage}/activities/{activity}': changing(200),
  'GET /api/localities/{id}/gate': looking,
  'POST /api/localities/{id}/gate/reviews': changing(202),
  'POST /api/localities/{id}/gate/decisions': changing(201),
  'POST /api/localities/{id}/resume': changing(202),
  'GET /api/localities/{id}/history': looking,
  'GET /api/portfolio': anyone,
  'POST /api/stakeholders': [201, 201, 201, 403, 403, 401],
  'GET /api/stakeholders': anyone,
  'GET /api/stakeholders/{id}': looking,
  'PATCH /api/stakeholders/{id}': changing(200),
  'DELETE /api/stakeholders/{id}': changing(200),
  'GET /api/stakeholders/{id}/export': administrating,
  'POST /api/stakeholders/{id}/links/revoke': changing(200),
  'POST /api/privacy-requests': [201, 201, 201, 403, 403, 401],
  'GET /api/privacy-requests': administrating,
  'POST /api/privacy-requests/{id}/answer': administrating,
  'GET /api/privacy-requests/{id}/answer.pdf': administrating,
  'POST /api/localities/{id}/commitments': changing(201),
  'GET /api/localities/{id}/commitments': looking,
  'GET /api/commitments/roll-up': anyone,
  'GET /api/commitments/{id}': looking,
  'PATCH /api/commitments/{id}': changing(200),
  'GET /api/summary': looking,
  'GET /api/summary.pdf': looking,
  'GET /api/summary.xlsx': looking,
  'GET /api/plan': looking,
  'GET /api/plan/history': anyone,
  'POST /api/plan/objectives': changing(201),
  'POST /api/plan/lines': changing(201),
  'GET /api/plan/lines/{id}': looking,
  'PATCH /api/plan/lines/{id}': changing(200),
  'POST /api/plan/lines/{id}/entries': changing(201),
  'GET /api/plan/lines/{id}/entries': looking,
  'POST /api/plan/entries': [201, 201, 400, 403, 403, 401],
  'GET /api/agenda': anyone,
  'GET /api/me/agenda-feed': anyone,
  'POST /api/me/agenda-feed': anyone,
  'POST /api/sessions': changing(201),
  'GET /api/sessions': looking,
  'GET /api/sessions/{id}': looking,
  'PATCH /api/sessions/{id}': changing(200),
  'POST /api/sessions/{id}/convocation': changing(200),
  'POST /api/sessions/{id}/held': changing(200),
  'POST /api/sessions/{id}/cancellation': changing(200),
  'POST /api/groups': changing(201),
  'GET /api/groups': looking,
  'GET /api/groups/{id}': looking,
  'PATCH /api/groups/{id}': changing(200),
  'GET /api/groups/{id}/cascade': looking,
  'GET /api/catalogue': anyone,
  'GET /api/tasks': anyone,
  'POST /api/tasks/{id}/done': changing(200),
  'POST /api/imports/{kind}': [200, 200, 200, 403, 403, 401],
  'GET /api/exports/{file}': anyone,
  'POST /api/files': changing(201),
  'GET /api/files/{id}': [302, 302, 404, 302, 403, 401],
  'DELETE /api/files/{id}': changing(200),
  'POST /api/sweeps': administrating,
  'POST /api/localities/{id}/surveys/{wave}': changing(202),
  'GET /api/localities/{id}/surveys': looking,
  'GET /api/localities/{id}/surveys/{wave}/rows.csv': changing(200),
  'GET /api/localities/{id}/evaluation': looking,
  'GET /api/localities/{id}/evaluation.svg': looking,
  'GET /api/localities/{id}/dossier.pdf': looking,
  'GET /api/questionnaires': anyone,
  'GET /api/questionnaires/{questionnaire}': anyone,
  'GET /api/questionnaires/{questionnaire}/{file}': anyone,
  'POST /api/targeting/candidates': [200, 200, 200, 403, 403, 401],
  'POST /api/targeting/facilities': [200, 200, 200, 403, 403, 401],
  'POST /api/targeting/rankings': changing(201),
  'GET /api/targeting/rankings': anyone,
  'GET /api/targeting/rankings/{ranking}': looking,
  'GET /api/municipality': administrating,
  'GET /api/mail': administrating,
  'POST /api/mail/release': administrating,
  'GET /api/mails': administrating,
  'GET /api/audit': administrating,
  'GET /api/me': anyone,
  'PUT /api/me': anyone,
};

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

/** What changes nothing is asked of one locality by all callers; what changes it, of a new one each time. */
const kept = new Map<string, Promise<Example>>();
function exampleOf(
  name: string,
  make: (typeof examples)[string] | undefined,
  anew: boolean,
): Promise<Example> {
  if (!make) throw new Error(`no example of ${name}`);
  if (anew) return make(here);
  const example = kept.get(name) ?? make(here);
  kept.set(name, example);
  return example;
}

const cells = served.flatMap(({ name, route, example }) =>
  Object.entries(callers).map(([who, caller], at) => ({
    name,
    route,
    example,
    who,
    caller,
    status: expected[name]?.[at],
  })),
);

describe('27: every route for every role', () => {
  it('is in the table', () => {
    const names = served.map(({ name }) => name);
    expect(Object.keys(expected)).toEqual(names);
    expect(Object.keys(examples)).toEqual(names);
  });

  it.each(cells)('$name answers $status to $who', async ({ name, route, example, caller, status = 0 }) => {
    const changes = route.method !== 'GET' && status < 400;
    const { path, body, version, type } = await exampleOf(name, example, changes);
    const seen = version === undefined ? caller : seeing(caller, version);
    const who = type ? { ...seen, headers: { ...seen.headers, 'content-type': type } } : seen;
    const answer = await here.call(route.method, path, body, who);
    expect(answer.status).toBe(status);
    if (status >= 400)
      expect(answer.body).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//) });
    else {
      // The answer is what the route says of it: nothing is missing, and nothing else is told.
      expect(route.responses[status]?.parse(answer.body)).toEqual(answer.body);
    }
  });
});

describe('27: a guessed id', () => {
  it.each(served.filter(({ route }) => route.path.includes('{id}')))(
    'tells a coordinator of another locality as little as one that does not exist: $name',
    async ({ name, route, example }) => {
      const { path, body, version = 1 } = await exampleOf(name, example, false);
      const theirs = await here.call(route.method, path, body, seeing(luis, version));
      const nowhere = path.replace(
        /(localities|stakeholders|commitments|tasks|files|lines|sessions|groups)\/[^/]+/,
        '$1/nowhere',
      );
      const none = await here.call(route.method, nowhere, body, seeing(luis, version));
      expect(theirs).toEqual(none);
    },
  );

  it('leaves localities out of the lists and numbers of who may not see them', async () => {
    const sees = async (who: Call) => [
      (await here.call('GET', '/api/localities', undefined, who)).body.items,
      (await here.call('GET', '/api/portfolio', undefined, who)).body.localities,
    ];
    const stranger: Call = { user: 'eva@juarez.example', role: 'coordinator' };
    expect(await sees(stranger)).toEqual([[], 0]);
    const [items, count] = await sees(boss);
    expect(items).toHaveLength(Number(count));
  });
});
