import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { subjectOf } from '../../functions/runtime/http-request.ts';
import { served } from '../api/examples.ts';
import { loggedLines } from '../support/logged.ts';
import { commitmentOf, stakeholderOf, taskOf } from '../support/matrix.ts';
import { readPdf } from '../support/pdf.ts';
import { type Response, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, seeing } from '../support/walk.ts';

/** What tells who somebody is: of a person with a promise and a task, and of those the examples record. */
const telling = /Jacinta Quetzal|jacinta@|Tianguis Norte|Rosa Pérez|rosa@example|Luz Ortiz/;

/** By schema: an answer with an object of these fields, however deep, tells of a person, or of who asks about their data. */
const shapes = [
  ['sector', 'name', 'email'],
  ['receivedOn', 'name', 'stakeholder'],
  ['stakeholder', 'name', 'since'],
];

/** Files and sentences, whose schema says nothing of what is in them. */
const unsaid = [
  'GET /api/exports/{file}',
  'GET /api/localities/{id}/dossier.pdf',
  'GET /api/privacy-requests/{id}/answer.pdf',
  'GET /api/tasks',
  'POST /api/imports/{kind}',
];

const declared = served.flatMap(({ name, route }) => (route.readsPersonalData ? [name] : [])).sort();

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  const { id: responsible } = await stakeholderOf(here, place, {
    name: 'Jacinta Quetzal',
    organization: 'Tianguis Norte',
    email: 'jacinta@quetzal.example',
  });
  await commitmentOf(here, place, { responsible });
  await taskOf(here, place);
});

/** The fields of every object that a part of the description leads to. */
function fieldsIn(part: unknown, all: Record<string, unknown>, seen = new Set<string>()): string[][] {
  const found: string[][] = [];
  JSON.stringify(part, (key, value: unknown) => {
    const name = key === '$ref' && String(value).replace('#/components/schemas/', '');
    if (key === 'properties') found.push(Object.keys(Object(value)));
    if (name && name in all && !seen.has(name)) {
      seen.add(name);
      found.push(...fieldsIn(all[name], all, seen));
    }
    return value;
  });
  return found;
}

const Described = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** Everything that an answer says, of a document its letters. */
function saidIn({ body, bytes, headers }: Response): string {
  if (!bytes) return JSON.stringify(body);
  const isPdf = headers['content-type'] === 'application/pdf';
  return isPdf
    ? readPdf(bytes)
        .pages.map(({ text }) => text)
        .join('\n')
    : bytes.toString('utf8');
}

describe('26: every route whose answer may tell who somebody is says so', () => {
  it('by the shapes of its answers, and what these do not say', async () => {
    const { body } = await here.call('GET', '/openapi.json');
    const { paths, components } = Described.parse(body);
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) => {
        const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
        const fields = fieldsIn(good, components.schemas);
        const tells = shapes.some((shape) =>
          fields.some((names) => shape.every((name) => names.includes(name))),
        );
        return tells ? [`${method.toUpperCase()} ${path}`] : [];
      }),
    );
    expect(found.length).toBeGreaterThan(5);
    expect([...new Set([...found, ...unsaid])].sort()).toEqual(declared);
  });

  it.each(served.filter(({ route }) => !route.readsPersonalData))(
    'by what is in it: $name',
    async ({ route, example }) => {
      const asked = await example?.(here);
      if (!asked) throw new Error('every route has an example');
      const { path, body, version, type } = asked;
      const who = version === undefined ? boss : seeing(boss, version);
      const headers = { ...who.headers, ...(type ? { 'content-type': type } : {}) };
      const answer = await here.call(route.method, path, body, { ...who, headers });
      expect(answer.status).toBeLessThan(400);
      expect(saidIn(answer)).not.toMatch(telling);
    },
  );

  it('and those do tell it', async () => {
    const paths = [
      '/api/stakeholders',
      '/api/exports/stakeholders.csv',
      '/api/exports/commitments.csv',
      '/api/tasks',
      `/api/localities/${place}/dossier.pdf`,
    ];
    for (const path of paths)
      expect(saidIn(await here.call('GET', path, undefined, boss)), path).toMatch(telling);
  });
});

describe('26: who read personal data', () => {
  const lines = loggedLines();
  beforeEach(() => {
    lines.length = 0;
  });
  const readings = () => lines.filter((line) => line.includes('personal-data-read'));

  it.each([
    '/api/stakeholders?q=jacinta',
    '/api/exports/stakeholders.csv',
    '/api/privacy-requests',
    '/api/tasks',
  ])('is one line, by the subject of their token: GET %s', async (path) => {
    await here.call('GET', path, undefined, boss);
    const [line = '', ...more] = readings();
    expect(more).toEqual([]);
    expect(line).toContain(`"path":"${path.split('?')[0]}"`);
    expect(line).toMatch(/"sub":"sha256:[0-9a-f]{32}"/);
    for (const secret of ['@', 'direccion', 'jacinta', 'Jacinta', 'Quetzal'])
      expect(line).not.toContain(secret);
  });

  it('is told of one person by their id', async () => {
    const { id } = await stakeholderOf(here, place);
    lines.length = 0;
    await here.call('GET', `/api/stakeholders/${id}`, undefined, ana);
    expect(readings()).toEqual([expect.stringContaining(`"path":"/api/stakeholders/${id}"`)]);
  });

  it('is not told of whoever was refused, nor of what names nobody', async () => {
    await here.call('GET', '/api/privacy-requests', undefined, ana);
    await here.call('GET', '/api/stakeholders/nobody-here', undefined, boss);
    await here.call('GET', `/api/localities/${place}/commitments`, undefined, boss);
    await here.call('GET', '/api/portfolio', undefined, boss);
    expect(readings()).toEqual([]);
  });

  it.each([
    [{ sub: '7f0c2a9e-1b7e-4c3b-9a53-2f1d9a0e5c11', username: 'ana@juarez.example' }, /^7f0c2a9e-/],
    [{ sub: 'ana@juarez.example', username: 'ana' }, /^sha256:[0-9a-f]{32}$/],
    [{ username: 'ana@juarez.example' }, /^sha256:[0-9a-f]{32}$/],
  ])('goes by the subject where it is no address, else by a digest: %o', (claims, subject) => {
    expect(subjectOf(claims)).toMatch(subject);
  });
});
