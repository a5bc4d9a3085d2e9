import { routes } from '../../functions/api/routes.ts';
import { announcement, attached, uploaded } from '../support/file-bucket.ts';
import { commitmentOf, stakeholderOf, taskOf } from '../support/matrix.ts';
import { groupOf, line, lineOf, sessionOf } from '../support/plans.ts';
import type { TestApp } from '../support/test-app.ts';
import {
  ana,
  answers,
  begin,
  complete,
  decide,
  evidence,
  locality,
  rankingOf,
  review,
  survey,
} from '../support/walk.ts';

/** A request that a route serves, about a locality in the state it needs. */
export interface Example {
  path: string;
  body?: object;
  /** The version that was seen, where one is needed. */
  version?: number;
  /** The media type of the body, where it is not JSON. */
  type?: string;
}

const open = (office: TestApp) => begin(office);

async function ready(office: TestApp): Promise<string> {
  const id = await begin(office);
  await complete(office, id);
  return id;
}

async function held(office: TestApp): Promise<string> {
  const id = await begin(office);
  await decide(office, id, { outcome: 'hold' }, ana);
  await office.settle();
  return id;
}

async function reviewed(office: TestApp): Promise<string> {
  const id = await ready(office);
  await review(office, id);
  return id;
}

async function surveyed(office: TestApp): Promise<string> {
  const id = await begin(office);
  await survey(office, id, 'baseline');
  await survey(office, id, 'follow-up');
  return id;
}

const about =
  (prepare: (office: TestApp) => Promise<string>, rest = '', body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const id = await prepare(office);
    return { path: `/api/localities/${id}${rest}`, body, version: (await locality(office, id)).version };
  };
const plain = (path: string, body?: object, version?: number) => async (): Promise<Example> => ({
  path,
  body,
  version,
});

/** About a stakeholder of a locality of Ana's. */
const person =
  (rest = '', body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const { id, version } = await stakeholderOf(office, await begin(office));
    return { path: `/api/stakeholders/${id}${rest}`, body, version };
  };
/** About a commitment in the matrix of a locality of Ana's. */
const promise =
  (body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const { id, version } = await commitmentOf(office, await begin(office));
    return { path: `/api/commitments/${id}`, body, version };
  };

/** What somebody asks for who is not recorded. */
const asked = { kind: 'access', name: 'Luz Ortiz', receivedOn: '2026-01-12' };
const request =
  (rest: string, body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const made = await office.call('POST', '/api/privacy-requests', asked, ana);
    return { path: `/api/privacy-requests/${String(made.body.id)}${rest}`, body };
  };

/** About a line in the plan of a locality of Ana's. */
const planLine =
  (rest = '', body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const { id, version } = await lineOf(office, await begin(office));
    return { path: `/api/plan/lines/${id}${rest}`, body, version };
  };

/** About a session of a locality of Ana's, to which somebody is to come. */
const session =
  (rest = '', body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const place = await begin(office);
    const { id: guest } = await stakeholderOf(office, place);
    const { id, version } = await sessionOf(office, place, { convened: [guest] });
    return { path: `/api/sessions/${id}${rest}`, body, version };
  };

/** About a group of a locality of Ana's. */
const group =
  (rest = '', body?: object) =>
  async (office: TestApp): Promise<Example> => {
    const { id, version } = await groupOf(office, await begin(office));
    return { path: `/api/groups/${id}${rest}`, body, version };
  };

/** By method and path: a request that is answered when the caller may ask it. */
export const examples: Record<string, (office: TestApp) => Promise<Example>> = {
  'GET /api/programmes': plain('/api/programmes'),
  'GET /api/programmes/{programme}': plain('/api/programmes/red-conectate'),
  'POST /api/localities': plain('/api/localities', { name: 'Anapra', programme: 'convivir-mejor' }),
  'GET /api/localities': plain('/api/localities'),
  'GET /api/localities/{id}': about(open),
  'PATCH /api/localities/{id}': about(open, '', { population: 4_200 }),
  'POST /api/handovers': plain('/api/handovers?dryRun=true', { from: 'ana', to: 'luis' }),
  'GET /api/territories': plain('/api/territories'),
  'GET /api/localities/{id}/stages': about(ready, '/stages'),
  'PUT /api/localities/{id}/stages/{stage}/activities/{activity}': about(
    open,
    '/stages/capacity-building/activities/state-and-local',
    { status: 'done', note: 'Listo', evidence, figures: { peopleTrained: 12 } },
  ),
  'GET /api/localities/{id}/gate': about(reviewed, '/gate'),
  'POST /api/localities/{id}/gate/reviews': about(ready, '/gate/reviews', { note: 'Listo' }),
  'POST /api/localities/{id}/gate/decisions': about(reviewed, '/gate/decisions', {
    outcome: 'hold',
    reason: 'Lluvia',
  }),
  'POST /api/localities/{id}/resume': about(held, '/resume', {}),
  'GET /api/localities/{id}/history': about(reviewed, '/history'),
  'GET /api/portfolio': plain('/api/portfolio'),
  'POST /api/stakeholders': plain('/api/stakeholders', { name: 'Rosa Pérez', sector: 'school' }),
  'GET /api/stakeholders': plain('/api/stakeholders'),
  'GET /api/stakeholders/{id}': person(),
  'PATCH /api/stakeholders/{id}': person('', { organization: 'Escuela 12' }),
  'DELETE /api/stakeholders/{id}': person(),
  'GET /api/stakeholders/{id}/export': person('/export'),
  'POST /api/stakeholders/{id}/links/revoke': person('/links/revoke', {}),
  'POST /api/privacy-requests': plain('/api/privacy-requests', asked),
  'GET /api/privacy-requests': plain('/api/privacy-requests'),
  'POST /api/privacy-requests/{id}/answer': request('/answer', { answer: 'Se entregó copia' }),
  'GET /api/privacy-requests/{id}/answer.pdf': request('/answer.pdf'),
  'POST /api/localities/{id}/commitments': about(open, '/commitments', { action: 'Pintar la escuela' }),
  'GET /api/localities/{id}/commitments': about(open, '/commitments'),
  'GET /api/commitments/roll-up': plain('/api/commitments/roll-up'),
  'GET /api/commitments/{id}': promise(),
  'PATCH /api/commitments/{id}': promise({ status: 'in-progress', progress: 40 }),
  'GET /api/summary': async (office) => ({ path: `/api/summary?locality=${await begin(office)}` }),
  'GET /api/summary.pdf': async (office) => ({ path: `/api/summary.pdf?locality=${await begin(office)}` }),
  'GET /api/summary.xlsx': async (office) => ({ path: `/api/summary.xlsx?locality=${await begin(office)}` }),
  'GET /api/plan': async (office) => ({ path: `/api/plan?locality=${await begin(office)}` }),
  'GET /api/plan/history': plain('/api/plan/history'),
  'POST /api/plan/objectives': async (office) => ({
    path: '/api/plan/objectives',
    body: { locality: await begin(office), name: 'Prevenir la violencia' },
  }),
  'POST /api/plan/lines': async (office) => ({
    path: '/api/plan/lines',
    body: line({ locality: await begin(office) }),
  }),
  'GET /api/plan/lines/{id}': planLine(),
  'PATCH /api/plan/lines/{id}': planLine('', { place: 'urbano' }),
  'POST /api/plan/lines/{id}/entries': planLine('/entries', { on: '2026-01-05', quantity: 2 }),
  'GET /api/plan/lines/{id}/entries': planLine('/entries'),
  'POST /api/plan/entries': async (office) => {
    const { id } = await lineOf(office, await begin(office));
    return { path: '/api/plan/entries', body: { entries: [{ line: id, on: '2026-01-05', quantity: 2 }] } };
  },
  'GET /api/agenda': plain('/api/agenda?from=2026-01-01&to=2026-03-31'),
  'GET /api/me/agenda-feed': plain('/api/me/agenda-feed'),
  'POST /api/me/agenda-feed': plain('/api/me/agenda-feed', { active: true }),
  'POST /api/sessions': async (office) => ({
    path: '/api/sessions',
    body: { locality: await begin(office), kind: 'meeting', on: '2026-02-20' },
  }),
  'GET /api/sessions': async (office) => ({ path: `/api/sessions?locality=${await begin(office)}` }),
  'GET /api/sessions/{id}': session(),
  'PATCH /api/sessions/{id}': session('', { place: 'Salón de cabildo' }),
  'POST /api/sessions/{id}/convocation': session('/convocation', {}),
  'POST /api/sessions/{id}/held': session('/held', { attendance: { total: 12 } }),
  'POST /api/sessions/{id}/cancellation': session('/cancellation', { reason: 'Lluvia' }),
  'POST /api/groups': async (office) => ({
    path: '/api/groups',
    body: { locality: await begin(office), kind: 'council', name: 'Consejo', formedOn: '2025-11-03' },
  }),
  'GET /api/groups': async (office) => ({ path: `/api/groups?locality=${await begin(office)}` }),
  'GET /api/groups/{id}': group(),
  'PATCH /api/groups/{id}': group('', { kind: 'committee' }),
  'GET /api/groups/{id}/cascade': group('/cascade'),
  'GET /api/catalogue': plain('/api/catalogue'),
  'GET /api/tasks': plain('/api/tasks'),
  'POST /api/tasks/{id}/done': async (office) => ({
    path: `/api/tasks/${await taskOf(office, await begin(office))}/done`,
    body: { note: 'Avisada' },
  }),
  'POST /api/imports/{kind}': async () => ({
    path: '/api/imports/stakeholders',
    body: Buffer.from(`name,sector\nRosa ${Math.random()},school\n`),
    type: 'text/csv',
  }),
  'GET /api/exports/{file}': plain('/api/exports/stakeholders.csv'),
  'POST /api/files': async (office) => ({
    path: '/api/files',
    body: { ...announcement, locality: await begin(office) },
  }),
  'GET /api/files/{id}': async (office) => ({
    path: `/api/files/${await attached(office, await begin(office))}`,
  }),
  'DELETE /api/files/{id}': async (office) => ({
    path: `/api/files/${await uploaded(office, { locality: await begin(office) })}`,
  }),
  'POST /api/sweeps': plain('/api/sweeps', {}),
  'POST /api/localities/{id}/surveys/{wave}': async (office) => ({
    path: `/api/localities/${await begin(office)}/surveys/baseline`,
    body: Buffer.from(answers('baseline')),
    type: 'text/csv',
  }),
  'GET /api/localities/{id}/surveys': about(surveyed, '/surveys'),
  'GET /api/localities/{id}/surveys/{wave}/rows.csv': about(surveyed, '/surveys/baseline/rows.csv'),
  'GET /api/localities/{id}/evaluation': about(surveyed, '/evaluation?by=sex'),
  'GET /api/localities/{id}/evaluation.svg': about(surveyed, '/evaluation.svg'),
  'GET /api/localities/{id}/dossier.pdf': about(surveyed, '/dossier.pdf'),
  'GET /api/questionnaires': plain('/api/questionnaires'),
  'GET /api/questionnaires/{questionnaire}': plain('/api/questionnaires/convivencia'),
  'GET /api/questionnaires/{questionnaire}/{file}': plain('/api/questionnaires/convivencia/form.html'),
  'POST /api/targeting/candidates': async () => ({
    path: '/api/targeting/candidates',
    body: Buffer.from('clave,nombre,casos\n1,Anapra,42\n2,Riberas,17\n'),
    type: 'text/csv',
  }),
  'POST /api/targeting/facilities': async () => ({
    path: '/api/targeting/facilities',
    body: Buffer.from('tipo,longitud,latitud\nEscuela,-106.5,31.7\n'),
    type: 'text/csv',
  }),
  'POST /api/targeting/rankings': async (office) => ({
    path: '/api/targeting/rankings',
    body: rankingOf(await begin(office)),
  }),
  'GET /api/targeting/rankings': plain('/api/targeting/rankings'),
  'GET /api/targeting/rankings/{ranking}': async (office) => {
    const frozen = await office.call('POST', '/api/targeting/rankings', rankingOf(await begin(office)), ana);
    return { path: `/api/targeting/rankings/${frozen.body.id}` };
  },
  'GET /api/municipality': plain('/api/municipality'),
  'GET /api/mail': plain('/api/mail'),
  'POST /api/mail/release': plain('/api/mail/release', {}),
  'GET /api/mails': plain('/api/mails'),
  'GET /api/audit': plain('/api/audit'),
  'GET /api/me': plain('/api/me'),
  'PUT /api/me': plain('/api/me', { language: 'en' }, 0),
};

/** The route and an example of it, for every route there is. */
export const served = routes.map((route) => {
  const name = `${route.method} ${route.path}`;
  return { name, route, example: examples[name] };
});
