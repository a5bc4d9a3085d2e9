import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { routes } from '../../functions/api/routes.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { boss, survey } from '../support/walk.ts';
import { type Consumption, consumption } from './consumption.ts';
import { fillLocalities, fillMatrix, fillPeople, localityId, personId } from './filled.ts';
import type { Group, Row } from './group.ts';
import { median, timed } from './timing.ts';

/** Localities of one coordinator, however many the municipality has; lists are asked for as many, so that answers are alike. */
const own = 10;
const page = `limit=${own}`;
const rosa: Call = { user: 'rosa@juarez.example', role: 'coordinator' };
const one = localityId(0);

interface Request {
  path: string;
  /** An administrator unless told. */
  who?: Call;
  /** Why it may grow with what it answers, or take longer than three bare reads: a whole export, a drawing. */
  whole?: true;
}

/** What is asked of a municipality of many localities: by the route's operation, each way in which it is used. */
const ofLocalities: Record<string, Record<string, Request>> = {
  listLocalities: {
    'first page': { path: `/api/localities?${page}` },
    'of one coordinator': { path: `/api/localities?${page}`, who: rosa },
    'by stage': { path: `/api/localities?stage=capacity-building&${page}` },
    'by a stage that none is at': { path: `/api/localities?stage=strategy-evaluation&${page}` },
    'by status': { path: `/api/localities?status=active&${page}` },
    'by a status that none has': { path: `/api/localities?status=closed&${page}` },
    'by health': { path: `/api/localities?health=on-track&${page}` },
    'by a health that none has': { path: `/api/localities?health=overdue&${page}` },
    'search, many found': { path: `/api/localities?q=colonia&${page}` },
    'search, one found': { path: `/api/localities?q=unica&${page}` },
  },
  getPlan: { 'of a locality': { path: `/api/plan?locality=${one}` } },
  getSummary: { 'of a locality': { path: `/api/summary?locality=${one}` } },
  listSessions: { 'of a locality': { path: `/api/sessions?locality=${one}&${page}` } },
  getPlanHistory: { 'first page': { path: `/api/plan/history?${page}` } },
  getAgenda: {
    'a month': { path: '/api/agenda?from=2026-01-01&to=2026-01-31' },
    'a month, of one coordinator': { path: '/api/agenda?from=2026-01-01&to=2026-01-31', who: rosa },
  },
  listGroups: { 'of a locality': { path: `/api/groups?locality=${one}&${page}` } },
  listTerritories: { 'first page': { path: `/api/territories?${page}` } },
  getPortfolio: {
    all: { path: '/api/portfolio' },
    'of one coordinator': { path: '/api/portfolio', who: rosa },
  },
  listTasks: { all: { path: '/api/tasks' }, 'of one coordinator': { path: '/api/tasks', who: rosa } },
  rollUpCommitments: { all: { path: '/api/commitments/roll-up' } },
  getLocality: {
    one: { path: `/api/localities/${one}` },
    'of a coordinator': { path: `/api/localities/${one}`, who: rosa },
  },
  listStages: { one: { path: `/api/localities/${one}/stages` } },
  getGate: { one: { path: `/api/localities/${one}/gate` } },
  getHistory: { 'first page': { path: `/api/localities/${one}/history?${page}` } },
  listCommitments: { 'first page': { path: `/api/localities/${one}/commitments?${page}` } },
  getCommitment: { one: { path: `/api/commitments/${one}.1` } },
  listStakeholders: { 'first page': { path: `/api/stakeholders?${page}` } },
  getStakeholder: { one: { path: `/api/stakeholders/${personId(0)}` } },
  exportStakeholder: { one: { path: `/api/stakeholders/${personId(0)}/export`, whole: true } },
  exportFile: {
    localities: { path: '/api/exports/localities.csv', whole: true },
    'localities, of one coordinator': { path: '/api/exports/localities.csv', who: rosa, whole: true },
    commitments: { path: '/api/exports/commitments.csv', whole: true },
  },
  listSurveys: { one: { path: `/api/localities/${one}/surveys` } },
  exportSurvey: { one: { path: `/api/localities/${one}/surveys/baseline/rows.csv`, whole: true } },
  getEvaluation: { one: { path: `/api/localities/${one}/evaluation`, whole: true } },
  drawEvaluation: { one: { path: `/api/localities/${one}/evaluation.svg`, whole: true } },
  printDossier: { one: { path: `/api/localities/${one}/dossier.pdf`, whole: true } },
  listProgrammes: { all: { path: '/api/programmes' } },
  getProgramme: { one: { path: '/api/programmes/convivir-mejor' } },
  listQuestionnaires: { all: { path: '/api/questionnaires' } },
  getQuestionnaire: { one: { path: '/api/questionnaires/convivencia' } },
  printQuestionnaire: { form: { path: '/api/questionnaires/convivencia/form.html', whole: true } },
  listPrivacyRequests: { 'first page': { path: '/api/privacy-requests' } },
  listRankings: { 'first page': { path: '/api/targeting/rankings' } },
  getMunicipality: { one: { path: '/api/municipality' } },
  getCatalogue: { one: { path: '/api/catalogue' } },
  getMail: { one: { path: '/api/mail' } },
  listMails: { 'of a day': { path: '/api/mails' } },
  auditRecords: { 'first page': { path: '/api/audit', whole: true } },
  getMyProfile: { one: { path: '/api/me' } },
};

/** Read routes that are not measured, and why. */
const left: Record<string, string> = {
  getFile: 'answers where the bucket has the file, after two reads',
  printPrivacyAnswer: 'reads one request, and what the export of a person reads',
  printSummary: 'reads what the summary reads, and prints it',
  exportSummary: 'reads what the summary reads, and writes it',
  getLine: 'reads one line and its sums by month, whatever was entered',
  listEntries: 'reads one page of one line by its key, whatever else there is',
  getSession: 'reads one session, whatever else there is',
  getMyAgendaFeed: 'reads one item of the caller, whatever else there is',
  getGroup: 'reads one group and the names of its members, whatever else there is',
  getCascade: 'reads the groups that one has trained, whatever else there is',
  getRanking: 'reads one ranking, whatever else there is',
};

const ofOneMatrix: typeof ofLocalities = {
  getLocality: { one: { path: `/api/localities/${one}` } },
  getGate: { one: { path: `/api/localities/${one}/gate` } },
  listStages: { one: { path: `/api/localities/${one}/stages` } },
  getHistory: { 'newest page': { path: `/api/localities/${one}/history?limit=1&newestFirst=true` } },
  listCommitments: {
    'first page': { path: `/api/localities/${one}/commitments?${page}` },
    'by status': { path: `/api/localities/${one}/commitments?status=pending&${page}` },
    'page in the middle': { path: `/api/localities/${one}/commitments?${page}&cursor=5` },
  },
  getCommitment: { one: { path: `/api/commitments/${one}.1` } },
  getPortfolio: { all: { path: '/api/portfolio' } },
  listTasks: { all: { path: '/api/tasks' } },
  rollUpCommitments: { all: { path: '/api/commitments/roll-up' } },
  printDossier: { one: { path: `/api/localities/${one}/dossier.pdf`, whole: true } },
};

const ofPeople: typeof ofLocalities = {
  listStakeholders: {
    'first page': { path: `/api/stakeholders?${page}` },
    'search, many found': { path: `/api/stakeholders?q=rosa&${page}` },
    'search, one found': { path: '/api/stakeholders?q=numero%209&limit=1' },
    'of one coordinator': { path: `/api/stakeholders?${page}`, who: rosa },
  },
  getStakeholder: { one: { path: `/api/stakeholders/${personId(0)}` } },
};

/** A municipality of some size, and what its table was asked for. */
interface Place {
  size: number;
  here: TestApp;
  units: Consumption;
}

const promisesOf = (count: number) =>
  Array.from({ length: count }, () => ({ responsible: personId(0), dueOn: '2026-06-30' }));

/** Gates in review at every size: what people have to do does not follow from how many localities there are. */
const reviews = 3;

async function place(size: number, fill: (here: TestApp) => Promise<void>): Promise<Place> {
  const here = await testApp();
  await fill(here);
  return { size, here, units: consumption(here.table) };
}

const manyLocalities = (size: number) =>
  place(size, async (here) => {
    await fillPeople(here, own);
    await fillLocalities(here, size, (at) => ({
      coordinators:
        at < own ? ['rosa@juarez.example', 'ana@juarez.example'] : [`coordina${at % 50}@juarez.example`],
      ...(at === 1 ? { name: 'Colonia Única' } : {}),
    }));
    await fillMatrix(here, one, promisesOf(own));
    await survey(here, one, 'baseline');
    await survey(here, one, 'follow-up');
    const override = { reason: 'Se acordó', expiresOn: '2026-12-31' };
    for (let at = 0; at < reviews; at += 1)
      await here.call('POST', `/api/localities/${localityId(own - 1 - at)}/gate/reviews`, { override }, boss);
  });

const oneMatrix = (size: number) =>
  place(size, async (here) => {
    await fillPeople(here, own);
    await fillLocalities(here, 1, () => ({ coordinators: ['rosa@juarez.example'] }));
    await fillMatrix(here, one, promisesOf(size));
  });

const manyPeople = (size: number) => place(size, (here) => fillPeople(here, size));

/** Milliseconds after which no further round of a request is begun, and how many there are at most. */
const [patience, mostOften] = [4_000, 21];

interface Sample {
  milliseconds: number[];
  readUnits: number;
  bytes: number;
  status: number;
}

/** Asks each place in turn, and the table for one item in between. */
async function sampled({ path, who = boss }: Request, places: Place[]) {
  const samples = places.map((): Sample => ({ milliseconds: [], readUnits: 0, bytes: 0, status: 0 }));
  const bare: number[] = [];
  const began = performance.now();
  for (let round = -1; round < mostOften; round += 1) {
    for (const [at, { here, units }] of places.entries()) {
      const sample = samples[at];
      if (!sample) continue;
      const before = units.readUnits;
      const { took, result } = await timed(() => here.ask('GET', path, undefined, who));
      sample.readUnits = units.readUnits - before;
      sample.bytes = Buffer.byteLength(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
      sample.status = result.statusCode;
      // The first round is for warming up.
      if (round >= 0) sample.milliseconds.push(took);
      const { client, name: TableName } = here.table;
      const Key = { pk: 'STAKEHOLDERS', sk: personId(0) };
      bare.push((await timed(() => client.send(new GetCommand({ TableName, Key })))).took);
    }
    if (round >= 0 && performance.now() - began > patience) break;
  }
  return { samples, bare: median(bare) };
}

/** A request at every size: how long against a bare read at the largest, and by how much that grew from the smallest. */
async function rowsOf(name: string, request: Request, places: Place[], unit: string): Promise<Row[]> {
  const { samples, bare } = await sampled(request, places);
  const of = (sample: Sample) => ({ 'read units': sample.readUnits, bytes: sample.bytes });
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return [];
  const failed = samples.find(({ status }) => status >= 400);
  if (failed) console.warn(`${name}: ${request.path} answered ${failed.status}`);
  const timeOf = (sample: Sample) => median(sample.milliseconds);
  return [
    ...samples.map(
      (sample, at): Row => ({
        name: `${name}, ${places[at]?.size} ${unit}`,
        counted: timeOf(sample),
        unit: 'ms',
        baseline: bare,
        of: 'bare read',
        wanted: request.whole ? undefined : { atMost: 3 },
        beside: of(sample),
      }),
    ),
    {
      name: `${name}, growth to ${places.at(-1)?.size} ${unit}`,
      counted: timeOf(last),
      unit: 'ms',
      baseline: timeOf(first),
      of: `${places[0]?.size} ${unit}`,
      wanted: request.whole ? undefined : { below: 1.3 },
    },
  ];
}

async function measured(requests: typeof ofLocalities, places: Place[], unit: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [operation, ways] of Object.entries(requests))
    for (const [way, request] of Object.entries(ways))
      rows.push(...(await rowsOf(`${operation}, ${way}`, request, places, unit)));
  return rows;
}

/** Read routes that are neither measured nor left out with a reason. */
export const unmeasured = (): string[] =>
  routes
    .filter(
      ({ method, operationId }) =>
        method === 'GET' && !(operationId in ofLocalities) && !(operationId in left),
    )
    .map(({ operationId }) => operationId);

async function placesOf(sizes: number[], make: (size: number) => Promise<Place>): Promise<Place[]> {
  const places: Place[] = [];
  for (const size of sizes) places.push(await make(size));
  return places;
}

export const reads: Group = {
  what: 'Read routes in process on a real table server, the first page where there are pages, against a bare read of one item by the same client',
  async measure({ sizes = [10, 1_000, 10_000] }) {
    const most = Math.max(...sizes);
    return [
      ...(await measured(ofLocalities, await placesOf(sizes, manyLocalities), 'localities')),
      ...(await measured(ofOneMatrix, await placesOf([own, most], oneMatrix), 'commitments of one')),
      ...(await measured(ofPeople, await placesOf([own, most / 2], manyPeople), 'people')),
    ];
  },
};
