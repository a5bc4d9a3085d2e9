import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { items } from '../support/files.ts';
import { readPdf } from '../support/pdf.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, pass, rankingOf, vera } from '../support/walk.ts';

let here: TestApp;
/** A locality of Ana's, and rankings: of that locality, and of none. */
let place: string;
let ofPlace: string;
let municipal: string;

const freeze = async (body: object, who: Call) =>
  String((await here.call('POST', '/api/targeting/rankings', body, who)).body.id);

/** Fifteen cases at least where the programme goes, few elsewhere. */
const cases = (locality?: string) => ({
  ...rankingOf(''),
  candidates: [
    { key: 'x', name: 'Pocos', indicators: { Casos: 2 } },
    { key: 'y', name: 'Aquí', indicators: { Casos: 15 }, ...(locality ? { locality } : {}) },
    { key: 'z', name: 'Menos', indicators: { Casos: 1 } },
  ],
});

beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  municipal = await freeze(cases(), boss);
  ofPlace = await freeze(cases(place), ana);
});

const listed = async (who: Call) =>
  (await here.call('GET', '/api/targeting/rankings', undefined, who)).body.items;
const read = (id: string, who: Call) => here.call('GET', `/api/targeting/rankings/${id}`, undefined, who);
const viewerOf = (...localities: string[]): Call => ({ ...vera, localities });

describe('48: a ranking of localities that one may not see', () => {
  it.each([
    ['a coordinator of another', luis],
    ['a viewer of another', viewerOf('elsewhere')],
  ])('does not exist for %s, who sees those of the municipality', async (_, who) => {
    expect(problemOf(await read(ofPlace, who))).toMatchObject({ status: 404, code: 'not-found' });
    expect((await read(municipal, who)).status).toBe(200);
    expect(await listed(who)).toMatchObject([{ id: municipal }]);
  });

  it.each([
    ['its coordinator', ana],
    ['an administrator', boss],
    ['a viewer of all', vera],
  ])('is there for %s', async (_, who) => {
    expect((await read(ofPlace, who)).status).toBe(200);
    // Those of one moment stand in no order.
    const ids = (await items(here, '/api/targeting/rankings', who)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([ofPlace, municipal].toSorted());
  });

  it('is there for a viewer of that one', async () => {
    expect((await read(ofPlace, viewerOf(place))).status).toBe(200);
    expect(await listed(viewerOf(place))).toHaveLength(2);
  });

  it('is not told of either where it was frozen before its localities stood on its head', async () => {
    const key = { pk: 'RANKINGS', sk: ofPlace };
    const update = { TableName: here.table.name, Key: key };
    await here.table.client.send(new UpdateCommand({ ...update, UpdateExpression: 'REMOVE localities' }));
    expect(await listed(luis)).toMatchObject([{ id: municipal }]);
    expect(await listed(ana)).toHaveLength(2);
  });
});

describe('48: counts of cases under five', () => {
  it.each([
    ['a coordinator', ana],
    ['an administrator', boss],
  ])('are shown to %s, with the hash', async (_, who) => {
    const { body } = await read(ofPlace, who);
    expect(body).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      ranking: { places: [{ score: 15 }, { score: 2, rank: 2 }, { score: 1, rank: 3 }] },
    });
  });

  it('are told no viewer, in whatever is read', async () => {
    const { body } = await read(ofPlace, vera);
    expect(body).toMatchObject({
      first: ['Aquí', 'Pocos', 'Menos'],
      ranking: {
        places: [
          { key: 'y', rank: 1, score: 15 },
          { key: 'x', rank: 2, score: null, contributions: { Casos: null }, hidden: true },
          { key: 'z', rank: 2, score: null, contributions: { Casos: null }, hidden: true },
        ],
      },
      request: { candidates: [{ indicators: { Casos: null } }, { indicators: { Casos: 15 } }, {}] },
    });
    expect(body).not.toHaveProperty('hash');
    for (const head of Object(await listed(vera))) expect(head).not.toHaveProperty('hash');
  });

  it('are told no viewer by the printed record, which prints the hash for others', async () => {
    const other = await begin(here, undefined, 'Chaveña');
    await pass(here, other);
    const { hash } = (await read(await freeze(cases(other), ana), ana)).body;
    const printed = async (who: Call) => {
      const { bytes } = await here.call('GET', `/api/localities/${other}/dossier.pdf`, undefined, who);
      return readPdf(bytes ?? Buffer.of())
        .pages.map(({ text }) => text)
        .join(' ');
    };
    const start = String(hash).slice(0, 12);
    expect(await printed(ana)).toContain(start);
    expect(await printed(vera)).not.toContain(start);
  });
});
