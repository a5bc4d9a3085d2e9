import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deeds } from '../support/history.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, luis, pass, rankingOf, review, target, vera } from '../support/walk.ts';

const freeze = (here: TestApp, body: object, who = ana, query = '') =>
  here.call('POST', `/api/targeting/rankings${query}`, body, who);
const Frozen = z.object({ id: z.string(), hash: z.string() });
const missing = async (here: TestApp, id: string) =>
  JSON.stringify((await here.call('GET', `/api/localities/${id}/gate`, undefined, ana)).body.missing);

const square = (x: number, side = 0.01) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 31.7],
      [x + side, 31.7],
      [x + side, 31.7 + side],
      [x, 31.7 + side],
      [x, 31.7],
    ],
  ],
});

/** Three places by two indicators, with territories. */
const weighted = {
  name: 'Zonas de 2026',
  rationale: 'Robos y deserción escolar pesan más que la población.',
  method: 'weighted',
  weights: [
    { indicator: 'robos', weight: 2, direction: 'higher-first', reason: 'Lo que más preocupa a los vecinos' },
    { indicator: 'deserción', weight: 1, direction: 'higher-first', reason: 'Jóvenes en riesgo' },
  ],
  topK: 1,
  candidates: [
    {
      key: 'A',
      name: 'Anapra',
      population: 4_000,
      geometry: square(-106.5),
      indicators: { robos: 30, deserción: 4 },
    },
    {
      key: 'B',
      name: 'Riberas',
      population: 6_000,
      geometry: square(-106.4),
      indicators: { robos: 10, deserción: 9 },
    },
    { key: 'C', name: 'Chaveña', indicators: { robos: 5, deserción: null } },
  ],
};

describe('a ranking', () => {
  it('is frozen with its rationale, its author, a hash of its inputs, and everything it was made from', async () => {
    const here = await testApp();
    const made = await freeze(here, weighted);
    expect(made).toMatchObject({
      status: 201,
      body: {
        frozenBy: ana.user,
        first: ['Anapra', 'Riberas'],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        ranking: {
          places: [{ key: 'A', rank: 1 }, { key: 'B' }],
          unranked: [{ key: 'C', missing: ['deserción'] }],
        },
        sensitivity: { places: [{ key: 'A' }, { key: 'B' }] },
      },
    });
    const { id } = Frozen.parse(made.body);
    const kept = await here.call('GET', `/api/targeting/rankings/${id}`, undefined, vera);
    expect(kept.body).toMatchObject({ ...made.body, request: weighted });
    const { body } = await here.call('GET', '/api/targeting/rankings', undefined, vera);
    expect(body).toMatchObject({ items: [{ id, candidates: 3 }] });
  });

  it('has the same hash for the same inputs, whatever their order, and another when one figure differs', async () => {
    const here = await testApp();
    const hash = async (body: object) => Frozen.parse((await freeze(here, body)).body).hash;
    const first = await hash(weighted);
    expect(await hash({ ...weighted, candidates: weighted.candidates.toReversed() })).toBe(first);
    expect(await hash({ ...weighted, topK: 2 })).not.toBe(first);
  });

  it('in a dry run is shown and not kept', async () => {
    const here = await testApp();
    expect(await freeze(here, weighted, ana, '?dryRun=true')).toMatchObject({
      status: 200,
      body: { ranking: { places: [{ key: 'A' }, { key: 'B' }] } },
    });
    expect(await here.call('GET', '/api/targeting/rankings', undefined, vera)).toMatchObject({
      body: { items: [] },
    });
  });

  it('without a reason for a weight is refused by the field', async () => {
    const here = await testApp();
    const bare = { ...weighted, weights: [{ indicator: 'robos', weight: 1, direction: 'higher-first' }] };
    expect(await freeze(here, bare)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'weights.0.reason' }] },
    });
  });

  it('that names a locality of somebody else is refused, and nothing is frozen', async () => {
    const here = await testApp();
    const id = await begin(here);
    expect(await freeze(here, rankingOf(id), luis)).toMatchObject({ status: 404 });
    expect((await here.call('GET', '/api/targeting/rankings', undefined, boss)).body).toEqual({ items: [] });
  });
});

describe('a gate that asks for targeting', () => {
  it('is passed by a ranking of this visit that the locality is among', async () => {
    const here = await testApp();
    const id = await begin(here);
    await target(here, id);
    await pass(here, id);
    // What was frozen before the visit opened does not count.
    expect(await missing(here, id)).toContain('targeting-decided');
    await freeze(here, weighted);
    expect(await missing(here, id)).toContain('targeting-decided');
    await target(here, id);
    expect(await missing(here, id)).not.toContain('targeting-decided');
    await complete(here, id);
    expect(await review(here, id)).toMatchObject({ status: 202 });
    expect(await deeds(here, id)).toMatchObject({ 'targeting-decided': 2 });
  });
});

describe('a file of candidates', () => {
  it('is read into places with their figures, overlaps and faults, and not kept', async () => {
    const here = await testApp();
    const features = [square(-106.5), square(-106.495), square(-106.3)].map((geometry, at) => ({
      type: 'Feature',
      properties: { clave: `C${at}`, nombre: `Colonia ${at}`, poblacion: 1_000 + at, robos: 3 * at },
      geometry,
    }));
    const { status, body } = await here.call(
      'POST',
      '/api/targeting/candidates',
      JSON.stringify({ type: 'FeatureCollection', features }),
      { ...ana, headers: { 'content-type': 'application/geo+json' } },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      candidates: [{ key: 'C0', population: 1_000, indicators: { robos: 0 } }, { key: 'C1' }, { key: 'C2' }],
      indicators: ['robos'],
      rejected: [],
      invalid: [],
      overlaps: [{ keys: ['C0', 'C1'], share: expect.closeTo(0.5, 2) }],
    });
  });
});
