import { beforeAll, describe, expect, it } from 'vitest';
import { rolesOf } from '../../domain/policies.ts';
import { routes } from '../../functions/api/routes.ts';
import { taskItem } from '../../store/tasks.ts';
import { writeAll } from '../../store/transaction.ts';
import { fieldName, textFields } from '../support/body-fields.ts';
import { announcement, uploaded } from '../support/file-bucket.ts';
import { commitmentOf, stakeholderOf } from '../support/matrix.ts';
import { entryOf, groupOf, line, lineOf, sessionOf } from '../support/plans.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, create, evidence, locality, luis, rankingOf, seeing } from '../support/walk.ts';

/** What Luis may not see: a locality of Ana's, somebody there, a file of hers. Each beside an id that nothing has. */
interface Unseen {
  locality: string;
  stakeholder: string;
  file: string;
  objective: string;
  line: string;
  entry: string;
  session: string;
  group: string;
}
const nothing: Unseen = {
  locality: 'nowhere',
  stakeholder: 'nobody',
  file: '0'.repeat(32),
  ...inPlan('nowhere'),
};
/** Of the plan of a locality. */
function inPlan(place: string) {
  const plan = { objective: `${place}.prevenir`, line: `${place}.atencion-a-victimas` };
  return { ...plan, entry: `${plan.line}.20260105-1`, session: `${place}.6`, group: `${place}.promotoras` };
}

let here: TestApp;
let hers: Unseen;
let his: {
  locality: string;
  commitment: string;
  stakeholder: string;
  line: string;
  session: string;
  group: string;
};

beforeAll(async () => {
  here = await testApp();
  const place = await create(here);
  const { id: stakeholder } = await stakeholderOf(here, place);
  hers = {
    locality: place,
    stakeholder,
    file: await uploaded(here, { locality: place }),
    ...inPlan(place),
  };
  await here.call('POST', '/api/plan/objectives', { locality: place, name: 'Prevenir' }, ana);
  expect((await entryOf(here, (await lineOf(here, place)).id)).id).toBe(hers.entry);
  expect((await groupOf(here, place)).id).toBe(hers.group);
  hers.session = (await sessionOf(here, place)).id;
  const own = await here.call(
    'POST',
    '/api/localities',
    { name: 'Riberas', programme: 'convivir-mejor' },
    luis,
  );
  const id = String(own.body.id);
  const known = { name: 'Raúl Ríos', sector: 'school', localities: [id] };
  const person = await here.call('POST', '/api/stakeholders', known, luis);
  const work = await here.call('POST', '/api/plan/lines', line({ locality: id }), luis);
  const { body: session } = await here.call(
    'POST',
    '/api/sessions',
    { locality: id, kind: 'meeting', on: '2026-01-09' },
    luis,
  );
  const { body: group } = await here.call(
    'POST',
    '/api/groups',
    { locality: id, kind: 'council', name: 'Consejo', formedOn: '2026-01-09' },
    luis,
  );
  const promised = { action: 'Pintar', responsible: person.body.id };
  const made = await here.call('POST', `/api/localities/${id}/commitments`, promised, luis);
  his = {
    locality: id,
    commitment: String(made.body.id),
    stakeholder: String(person.body.id),
    line: String(work.body.id),
    session: String(session.id),
    group: String(group.id),
  };
  await here.settle();
});

type Request = [method: string, path: string, body: object];
const named = (file: string) => [{ title: 'Acta', fileId: file }];
const onMatrix = (): string => `/api/localities/${his.locality}/commitments`;
const change = (body: object): Request => ['PATCH', `/api/commitments/${his.commitment}`, body];
const correct = (body: object): Request => ['PATCH', `/api/stakeholders/${his.stakeholder}`, body];
const promise = (body: object): Request => ['POST', onMatrix(), { action: 'Pintar', ...body }];

const planned = (body: object): Request => [
  'POST',
  '/api/plan/lines',
  line({ locality: his.locality, ...body }),
];
const replanned = (body: object): Request => ['PATCH', `/api/plan/lines/${his.line}`, body];
const entry = { on: '2026-01-05', quantity: 1 };
const entered = (body: object): Request => [
  'POST',
  `/api/plan/lines/${his.line}/entries`,
  { ...entry, ...body },
];
const sheet = (body: object): Request => [
  'POST',
  '/api/plan/entries',
  { entries: [{ line: his.line, ...entry, ...body }] },
];

const met = (body: object): Request => [
  'POST',
  '/api/sessions',
  { locality: his.locality, kind: 'meeting', on: '2026-01-09', ...body },
];
const held = (body: object): Request => [
  'POST',
  `/api/sessions/${his.session}/held`,
  { attendance: { total: 9 }, ...body },
];

const formed = (body: object): Request => [
  'POST',
  '/api/groups',
  { locality: his.locality, kind: 'council', name: 'Otro', formedOn: '2026-01-09', ...body },
];
const reformed = (body: object): Request => ['PATCH', `/api/groups/${his.group}`, body];

/** Every id that a body can hold, and a request of Luis's that names it. A new one belongs here, and in the check it needs. */
const ids: Record<string, (unseen: Unseen) => Request> = {
  'PUT /api/localities/{id}/stages/{stage}/activities/{activity} evidence.0.fileId': ({ file }) => [
    'PUT',
    `/api/localities/${his.locality}/stages/capacity-building/activities/state-and-local`,
    { status: 'done', evidence: named(file) },
  ],
  'POST /api/stakeholders localities.0': ({ locality: place }) => [
    'POST',
    '/api/stakeholders',
    { name: 'Rosa', sector: 'school', localities: [place] },
  ],
  'POST /api/privacy-requests stakeholder': ({ stakeholder }) => [
    'POST',
    '/api/privacy-requests',
    { kind: 'access', receivedOn: '2026-01-12', stakeholder },
  ],
  'PATCH /api/stakeholders/{id} localities.0': ({ locality: place }) => correct({ localities: [place] }),
  'POST /api/localities/{id}/gate/decisions continuedBy.0': ({ locality: place }) => [
    'POST',
    `/api/localities/${his.locality}/gate/decisions`,
    { outcome: 'close', reason: 'Se dividió', continuedBy: [place] },
  ],
  'POST /api/localities/{id}/commitments responsible': ({ stakeholder }) =>
    promise({ responsible: stakeholder }),
  'POST /api/localities/{id}/commitments coResponsible.0': ({ stakeholder }) =>
    promise({ responsible: his.stakeholder, coResponsible: [stakeholder] }),
  'POST /api/localities/{id}/commitments evidence.0.fileId': ({ file }) => promise({ evidence: named(file) }),
  'PATCH /api/commitments/{id} responsible': ({ stakeholder }) => change({ responsible: stakeholder }),
  'PATCH /api/commitments/{id} coResponsible.0': ({ stakeholder }) =>
    change({ coResponsible: [his.stakeholder, stakeholder] }),
  'PATCH /api/commitments/{id} evidence.0.fileId': ({ file }) => change({ evidence: named(file) }),
  'POST /api/plan/objectives locality': ({ locality: place }) => [
    'POST',
    '/api/plan/objectives',
    { locality: place, name: 'Prevenir' },
  ],
  'POST /api/plan/lines locality': ({ locality: place }) => planned({ locality: place }),
  'POST /api/plan/lines objective': ({ objective }) => planned({ objective }),
  'POST /api/plan/lines responsible': ({ stakeholder }) => planned({ responsible: stakeholder }),
  'PATCH /api/plan/lines/{id} objective': ({ objective }) => replanned({ objective }),
  'PATCH /api/plan/lines/{id} responsible': ({ stakeholder }) => replanned({ responsible: stakeholder }),
  'POST /api/plan/lines/{id}/entries corrects': ({ entry }) => entered({ corrects: entry }),
  'POST /api/plan/lines/{id}/entries evidence.0.fileId': ({ file }) => entered({ evidence: named(file) }),
  'POST /api/plan/entries entries.0.line': ({ line: id }) => sheet({ line: id }),
  'POST /api/plan/entries entries.0.corrects': ({ entry }) => sheet({ corrects: entry }),
  'POST /api/plan/entries entries.0.evidence.0.fileId': ({ file }) => sheet({ evidence: named(file) }),
  'POST /api/groups locality': ({ locality: place }) => formed({ locality: place }),
  'POST /api/groups members.0.stakeholder': ({ stakeholder }) =>
    formed({ members: [{ stakeholder, since: '2026-01-09' }] }),
  'POST /api/groups evidence.0.fileId': ({ file }) => formed({ evidence: [{ title: 'Acta', fileId: file }] }),
  'POST /api/groups trainedBy.session': ({ session }) => formed({ trainedBy: { session } }),
  'POST /api/groups trainedBy.group': ({ group }) => formed({ trainedBy: { group } }),
  'PATCH /api/groups/{id} members.0.stakeholder': ({ stakeholder }) =>
    reformed({ members: [{ stakeholder, since: '2026-01-09' }] }),
  'PATCH /api/groups/{id} evidence.0.fileId': ({ file }) =>
    reformed({ evidence: [{ title: 'Acta', fileId: file }] }),
  'PATCH /api/groups/{id} trainedBy.session': ({ session }) => reformed({ trainedBy: { session } }),
  'PATCH /api/groups/{id} trainedBy.group': ({ group }) => reformed({ trainedBy: { group } }),
  'POST /api/sessions locality': ({ locality: place }) => met({ locality: place }),
  'POST /api/sessions convened.0': ({ stakeholder }) => met({ convened: [stakeholder] }),
  'POST /api/sessions group': ({ group }) => met({ group }),
  'PATCH /api/sessions/{id} group': ({ group }) => ['PATCH', `/api/sessions/${his.session}`, { group }],
  'PATCH /api/sessions/{id} convened.0': ({ stakeholder }) => [
    'PATCH',
    `/api/sessions/${his.session}`,
    { convened: [stakeholder] },
  ],
  'POST /api/sessions/{id}/held attendance.named.0': ({ stakeholder }) =>
    held({ attendance: { total: 9, named: [stakeholder] } }),
  'POST /api/sessions/{id}/held files.0': ({ file }) => held({ files: [file] }),
  'POST /api/sessions/{id}/held agreements.0.responsible': ({ stakeholder }) =>
    held({ agreements: [{ action: 'Pintar', responsible: stakeholder }] }),
  'POST /api/sessions/{id}/held counts.0.line': ({ line: id }) =>
    held({ counts: [{ line: id, quantity: 1 }] }),
  'POST /api/files locality': ({ locality: place }) => [
    'POST',
    '/api/files',
    { ...announcement, locality: place },
  ],
  'POST /api/targeting/rankings candidates.0.locality': ({ locality: place }) => [
    'POST',
    '/api/targeting/rankings',
    rankingOf(place),
  ],
};

/** Told by its form, or by its name where its form says nothing. */
const idForms = new Set(['^[0-9a-z-]{1,60}$', '^[0-9a-f]{32}$', '^[0-9a-z-]{1,60}\\.\\d{1,6}$']);
const idNames =
  /(^id|Id|Ids|localit(y|ies)|stakeholders?|[rR]esponsible|commitments?|ranking|task|members?|objective|line|group|corrects)$/;
const isId = (path: string[], pattern: string | undefined) =>
  idForms.has(pattern ?? '') || idNames.test(path.filter((part) => part !== '0').at(-1) ?? '');

/** Routes that only who sees everything may ask: there is no id that they may not see. Luis may not ask them at all. */
const forWhoSeesAll = new Set(
  routes
    .filter(({ policy }) => rolesOf(policy).every((role) => role === 'administrator'))
    .map(({ method, path }) => `${method} ${path}`),
);

const refused = async ([method, path, body]: Request) => {
  const { version } = await locality(here, his.locality);
  const known = method === 'PATCH' && path.includes('stakeholders') ? 1 : version;
  const { status, body: said } = await here.call(method, path, body, seeing(luis, known));
  return { status, said };
};

describe('48: an id of what one may not see is answered as one that nothing has', () => {
  it('every id that a body can hold is tried', () => {
    const found = textFields().filter(
      ({ route, path, schema }) => isId(path, schema.pattern) && !forWhoSeesAll.has(route),
    );
    expect(new Set(found.map(fieldName))).toEqual(new Set(Object.keys(ids)));
  });

  it.each(Object.entries(ids))('%s', async (_, request) => {
    const [unseen, unknown] = [await refused(request(hers)), await refused(request(nothing))];
    expect([400, 404]).toContain(unknown.status);
    expect(unseen).toEqual(unknown);
  });

  it('in a file of commitments too, by id, name and address', async () => {
    const sent = { ...luis, headers: { 'content-type': 'text/csv' } };
    const rejected = async (...cells: string[]) => {
      const file = `locality,action,responsible,coResponsible\n${cells.join(',')}\n`;
      const { body } = await here.call('POST', '/api/imports/commitments?dryRun=true', file, sent);
      expect(body).toMatchObject({ accepted: 0 });
      return body.rejected;
    };
    const unknown = await rejected(his.locality, 'Barrer', 'nobody', '');
    for (const one of [hers.stakeholder, 'Rosa Pérez', 'rosa@example.org'])
      expect(await rejected(his.locality, 'Barrer', one, '')).toEqual(unknown);
    expect(await rejected(his.locality, 'Barrer', '', hers.stakeholder)).toEqual(
      await rejected(his.locality, 'Barrer', '', 'nobody'),
    );
    expect(await rejected(hers.locality, 'Barrer', '', '')).toEqual(
      await rejected('nowhere', 'Barrer', '', ''),
    );
  });

  it('those who stand in a commitment already stay, and take part in nothing new', async () => {
    const shared = await here.call(
      'POST',
      onMatrix(),
      { action: 'Podar', responsible: hers.stakeholder, coResponsible: [hers.stakeholder] },
      boss,
    );
    expect(shared.status).toBe(201);
    const { id, version } = shared.body;
    const same = { responsible: hers.stakeholder, coResponsible: [hers.stakeholder], progress: 10 };
    const edited = await here.call('PATCH', `/api/commitments/${id}`, same, seeing(luis, Number(version)));
    expect(edited).toMatchObject({ status: 200, body: { progress: 10 } });
    const other = await refused(change({ responsible: hers.stakeholder }));
    expect(other.status).toBe(400);

    const exported = await here.call('GET', '/api/exports/commitments.csv', undefined, luis);
    const text = String(exported.bytes?.toString('utf8'));
    expect(text).not.toContain('Rosa');
    const sent = { ...luis, headers: { 'content-type': 'text/csv' } };
    const back = await here.call('POST', '/api/imports/commitments?dryRun=true', exported.bytes, sent);
    expect(back.body).toMatchObject({ rejected: [] });
    const file = `locality,action,responsible\n${his.locality},Regar,${hers.stakeholder}\n`;
    const more = await here.call('POST', '/api/imports/commitments?dryRun=true', file, sent);
    expect(more.body).toMatchObject({ accepted: 0, rejected: [{ row: 2, column: 'responsible' }] });
  });

  it('tasks name nobody of other localities', async () => {
    const since = '2026-01-12T15:00:00.000Z';
    const shared = await here.call(
      'POST',
      onMatrix(),
      { action: 'Alumbrar', responsible: hers.stakeholder },
      boss,
    );
    const number = String(shared.body.id).split('.').at(-1) ?? '';
    const about = [
      { kind: 'bounced', subject: hers.stakeholder },
      { kind: 'tell-in-person', subject: number },
      { kind: 'cannot', subject: number, note: 'No hay material' },
    ] as const;
    const items = about.map((task) => taskItem(here.table, { ...task, locality: his.locality, since }));
    await writeAll(here.table, items);
    const listed = async (who: typeof luis) =>
      JSON.stringify((await here.call('GET', '/api/tasks?limit=200', undefined, who)).body);
    expect(await listed(luis)).toContain('Alumbrar');
    expect(await listed(luis)).not.toContain('Rosa');
    expect(await listed(boss)).toContain('Rosa');
  });

  it('what one may see is taken as before', async () => {
    const place = await begin(here);
    const { id } = await stakeholderOf(here, place, { email: 'otra@example.org' });
    const file = await uploaded(here, { locality: place });
    const made = await commitmentOf(here, place, {
      responsible: id,
      coResponsible: [id],
      evidence: named(file),
    });
    expect(made).toMatchObject({ responsible: id, coResponsible: [id] });
    const path = `/api/localities/${place}/stages/capacity-building/activities/state-and-local`;
    const { version } = await locality(here, place);
    const done = await here.call('PUT', path, { status: 'done', evidence }, seeing(ana, version));
    expect(done.status).toBe(200);
  });
});
