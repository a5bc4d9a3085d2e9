import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { around, crs, type Feature, handIn, mapOf, type Point, polygon } from '../support/maps.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, locality, seeing } from '../support/walk.ts';

/** About as long as the outline of a colonia. */
const circle = (x: number, y: number, radius: number, count = 40): Point[] => {
  const points = Array.from({ length: count }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / count;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [...points, ...points.slice(0, 1)];
};
const inMetres = (x: number, y: number) => polygon(...circle(x, y, 500));
const lambert = { geometry: inMetres(2_260_000, 1_650_000), crs: 'urn:ogc:def:crs:EPSG::6372' };

/** What people hand in that is no territory of theirs: what it looks like, and what to do, in Spanish and English. */
const wrong: [string, unknown, RegExp, RegExp][] = [
  ['in metres of UTM', inMetres(360_000, 3_507_000), /metros \(UTM\).*WGS 84/, /metres \(UTM\).*WGS 84/],
  [
    'in metres of Lambert',
    inMetres(2_260_000, 1_650_000),
    /metros \(Lambert.*WGS 84/,
    /metres \(Lambert.*WGS 84/,
  ],
  [
    'in metres of Web Mercator',
    inMetres(-11_850_000, 3_720_000),
    /metros \(Web Mercator\).*WGS 84/,
    /metres \(Web Mercator\).*WGS 84/,
  ],
  [
    'latitude first, in Ciudad Juárez',
    around(-106.48, 31.69, 0.01, (x, y) => [y, x]),
    /al revés latitud y longitud.*intercámbielas/,
    /swapped.*swap them/,
  ],
  [
    'latitude first, in Mérida',
    around(-89.6, 20.9, 0.01, (x, y) => [y, x]),
    /al revés latitud y longitud/,
    /latitude and longitude are swapped/,
  ],
  [
    'latitude first and of three numbers',
    around(-99.1, 19.4, 0.01, (x, y) => [y, x, 2_240]),
    /al revés/,
    /swapped/,
  ],
  [
    'without the minus of its longitude',
    around(106.48, 31.69),
    /signo menos.*agréguelo/,
    /minus sign.*add it/,
  ],
  ['in Paris', around(2.34, 48.85), /fuera de México.*Europa.*48\.85/, /outside Mexico.*Europe.*48\.85/],
  ['in Bogotá', around(-74.1, 4.6), /fuera de México.*Sudamérica/, /outside Mexico.*South America/],
  ['where coordinates are nought', around(0, 0), /latitud 0, longitud 0/, /latitude 0, longitude 0/],
  [
    'with one point that went astray',
    polygon([-106.5, 31.7], [-106.4, 31.7], [-76.4, 31.8], [-106.5, 31.7]),
    /fuera de México/,
    /outside Mexico/,
  ],
  [
    'a bow tie',
    polygon([-106.48, 31.69], [-106.47, 31.7], [-106.47, 31.69], [-106.48, 31.7], [-106.48, 31.69]),
    /se cruza.*31\.695.*corrija/,
    /crosses itself.*31\.695.*order/,
  ],
  [
    'a star of five points',
    polygon(...[0, 2, 4, 1, 3, 0].map((at) => circle(-106.45, 31.7, 0.01, 5)[at] ?? [])),
    /se cruza/,
    /crosses itself/,
  ],
  [
    'of no ground',
    polygon([-106.48, 31.69], [-106.47, 31.7], [-106.46, 31.71], [-106.48, 31.69]),
    /parece una línea.*polígono/,
    /looks like a line.*polygon/,
  ],
  [
    'a line',
    {
      type: 'LineString',
      coordinates: [
        [-106.48, 31.69],
        [-106.47, 31.7],
      ],
    },
    /es una línea.*polígono/,
    /is a line.*polygon/,
  ],
  [
    'a point',
    { type: 'Point', coordinates: [-106.48, 31.69] },
    /es un punto.*polígono/,
    /is a point.*polygon/,
  ],
  [
    'too finely drawn',
    polygon(...circle(-106.45, 31.7, 0.01, 6_000)),
    /6,001 puntos.*5,000.*simplifique/,
    /6,001 points.*5,000.*simplify/,
  ],
  [
    'in a system that it declares',
    { ...lambert.geometry, crs: crs(lambert.crs) },
    /EPSG:6372.*metros.*WGS 84/,
    /EPSG:6372.*metres.*WGS 84/,
  ],
  [
    'in degrees of 1927',
    { ...around(-106.48, 31.69), crs: crs('EPSG:4267') },
    /EPSG:4267.*WGS 84/,
    /EPSG:4267.*WGS 84/,
  ],
  ['of words', { type: 'Polygon', coordinates: [[['x', 'y']]] }, /expórtelo de nuevo/, /export it again/],
];

const Report = z.looseObject({
  accepted: z.int(),
  rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), message: z.string() })),
});
const Read = z.looseObject({
  candidates: z.array(z.looseObject({ key: z.string(), geometry: z.unknown().optional() })),
  rejected: z.array(z.strictObject({ row: z.int(), column: z.string(), message: z.string() })),
  invalid: z.array(z.looseObject({ key: z.string(), message: z.string() })),
});
const localities = '/api/imports/localities?dryRun=true&programme=convivir-mejor';

let here: TestApp;
let id: string;
beforeAll(async () => {
  here = await testApp();
  id = await begin(here);
});

const entered = (geometry: unknown, language: 'es' | 'en' = 'es') =>
  here.call(
    'POST',
    '/api/localities',
    { name: 'Riberas', programme: 'convivir-mejor', geometry },
    { ...ana, headers: { 'accept-language': language } },
  );
const imported = async (features: Feature[], beside?: object, language?: 'es' | 'en') =>
  Report.parse((await handIn(here, localities, mapOf(features, beside), language)).body);
const read = async (features: Feature[], beside?: object, language?: 'es' | 'en') =>
  Read.parse((await handIn(here, '/api/targeting/candidates', mapOf(features, beside), language)).body);

describe('43: a territory is refused by one sentence that says what it looks like and what to do', () => {
  it.each(wrong)('when it is entered: %s', async (_, geometry, ...said) => {
    for (const [at, language] of (['es', 'en'] as const).entries()) {
      const { errors, status } = problemOf(await entered(geometry, language));
      expect(status).toBe(400);
      expect(errors).toEqual([{ path: 'geometry', message: expect.stringMatching(said[at] ?? '') }]);
    }
  });

  it.each(wrong)('when it is corrected: %s', async (_, geometry, said) => {
    const { version } = await locality(here, id);
    const answer = await here.call('PATCH', `/api/localities/${id}`, { geometry }, seeing(ana, version));
    expect(problemOf(answer)).toMatchObject({
      status: 400,
      errors: [{ path: 'geometry', message: expect.stringMatching(said) }],
    });
  });

  it('when it is imported, each by its row, and in either language', async () => {
    const features = wrong.map(([name, geometry]) => ({ name, geometry }));
    for (const [place, language] of (['es', 'en'] as const).entries()) {
      const { accepted, rejected } = await imported(features, {}, language);
      expect(accepted).toBe(0);
      expect(rejected).toEqual(
        wrong.map(([, , ...said], at) => ({
          row: at + 1,
          column: 'geometry',
          message: expect.stringMatching(said[place] ?? ''),
        })),
      );
    }
  });

  it('when it is read for a ranking, each once', async () => {
    for (const [place, language] of (['es', 'en'] as const).entries())
      for (const [name, geometry, ...said] of wrong) {
        const { rejected, invalid } = await read([{ name, geometry, more: { casos: 4 } }], {}, language);
        expect([...rejected, ...invalid].map(({ message }) => message)).toEqual([
          expect.stringMatching(said[place] ?? ''),
        ]);
      }
  });

  it('and one that lies elsewhere is compared by its figures, without a place on the map', async () => {
    const { candidates } = await read([
      { name: 'A', geometry: inMetres(360_000, 3_507_000), more: { casos: 4 } },
      { name: 'B', geometry: around(-106.48, 31.69), more: { casos: 5 } },
    ]);
    expect(candidates.map(({ key, geometry }) => [key, geometry !== undefined])).toEqual([
      ['A', false],
      ['B', true],
    ]);
  });
});

describe('43: a facility is refused by what its point looks like', () => {
  const Facilities = z.object({
    facilities: z.array(z.object({ type: z.string(), position: z.array(z.number()) })),
    rejected: z.array(z.object({ row: z.int(), column: z.string(), message: z.string() })),
  });
  const point = (coordinates: Point) => ({ type: 'Point', coordinates });
  const readAll = async (points: unknown[], beside?: object) => {
    const map = mapOf(
      points.map((geometry) => ({ geometry, more: { tipo: 'Escuela' } })),
      beside,
    );
    return Facilities.parse((await handIn(here, '/api/targeting/facilities', map)).body);
  };

  it.each([
    ['in metres', point([360_000, 3_507_000]), /metros \(UTM\)/],
    ['latitude first', point([31.69, -106.48]), /al revés/],
    ['elsewhere', point([139.7, 35.7]), /fuera de México.*Asia/],
    ['without its minus', point([106.48, 31.69]), /signo menos/],
  ])('%s', async (_, geometry, said) => {
    const { facilities, rejected } = await readAll([geometry, point([-106.48, 31.69, 1_120])]);
    expect(facilities).toEqual([{ type: 'school', position: [-106.48, 31.69] }]);
    expect(rejected).toEqual([{ row: 1, column: 'position', message: expect.stringMatching(said) }]);
  });

  it('and by the system that its file declares', async () => {
    const { rejected } = await readAll([point([360_000, 3_507_000])], { crs: crs('EPSG:32613') });
    expect(rejected).toMatchObject([{ message: expect.stringMatching(/EPSG:32613.*WGS 84/) }]);
  });
});

describe('43: the system that a file declares', () => {
  const square = around(-106.48, 31.69);
  it.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'EPSG:4326',
    'urn:ogc:def:crs:EPSG::4326',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
    'urn:ogc:def:crs:EPSG::6365',
  ])('is taken as it is where it is one of degrees that are ours: %s', async (name) => {
    const beside = { crs: crs(name) };
    expect(await imported([{ name: 'Otra', geometry: square }], beside)).toMatchObject({
      accepted: 1,
      rejected: [],
    });
    expect(await read([{ geometry: square, more: { casos: 4 } }], beside)).toMatchObject({
      candidates: [{ geometry: square }],
      invalid: [],
    });
  });

  it.each([
    ['EPSG:32613', /EPSG:32613.*metros \(UTM\)/],
    ['urn:ogc:def:crs:EPSG::6372', /EPSG:6372/],
    ['urn:ogc:def:crs:EPSG:9.8.1:14326', /EPSG:14326/],
    ['NAD27', /NAD27/],
  ])('is refused by its name where it is another one: %s', async (name, said) => {
    const { rejected } = await imported(
      [
        { name: 'Una', geometry: inMetres(360_000, 3_507_000) },
        { name: 'Otra', geometry: inMetres(362_000, 3_507_000) },
      ],
      { crs: crs(name) },
    );
    expect(rejected).toEqual(
      [1, 2].map((row) => ({ row, column: 'geometry', message: expect.stringMatching(said) })),
    );
  });
});

describe('43: altitude says nothing of a territory, and is left out', () => {
  const high = around(-106.48, 31.69, 0.01, (x, y) => [x, y, 1_120]);
  const measured = around(-106.46, 31.69, 0.01, (x, y) => [x, y, 0, 7]);
  const flat = around(-106.48, 31.69);
  const geometryOf = async (place: string) =>
    (await here.call('GET', `/api/localities/${place}`, undefined, ana)).body.geometry;

  it('when it is entered', async () => {
    const { status, body } = await entered(high);
    expect(status).toBe(201);
    expect(await geometryOf(z.string().parse(body.id))).toEqual(flat);
  });

  it('when it is corrected, of several parts', async () => {
    const { version } = await locality(here, id);
    const geometry = { type: 'MultiPolygon', coordinates: [high.coordinates, measured.coordinates] };
    await here.call('PATCH', `/api/localities/${id}`, { geometry }, seeing(ana, version));
    expect(await geometryOf(id)).toEqual({
      type: 'MultiPolygon',
      coordinates: [flat.coordinates, around(-106.46, 31.69).coordinates],
    });
  });

  it('when it is imported or read for a ranking', async () => {
    const features = [
      { name: 'A', geometry: high, more: { casos: 4 } },
      { name: 'B', geometry: measured, more: { casos: 5 } },
    ];
    expect(await imported(features)).toMatchObject({ accepted: 2, rejected: [] });
    expect(await read(features)).toMatchObject({ candidates: [{ geometry: flat }, { key: 'B' }] });
  });
});

describe('43: a territory far from the others of the municipality is taken, and told of', () => {
  const Warned = z.looseObject({
    accepted: z.int(),
    warnings: z.array(z.looseObject({ row: z.int(), column: z.string(), message: z.string() })).optional(),
  });
  const rehearsed = async (own: TestApp, features: Feature[], language: 'es' | 'en' = 'es') =>
    Warned.parse((await handIn(own, localities, mapOf(features), language)).body);
  const near = { name: 'Aquí', geometry: around(-106.4, 31.7) };
  const away = { name: 'Allá', geometry: around(-106.08, 28.63) };

  it('from those that it has, in either language', async () => {
    const own = await testApp();
    await own.call(
      'POST',
      '/api/localities',
      { name: 'Anapra', programme: 'convivir-mejor', geometry: around(-106.48, 31.69) },
      ana,
    );
    for (const [language, said] of [
      ['es', /a 34\d km de los demás territorios/],
      ['en', /lies 34\d km from the other territories/],
    ] as const)
      expect(await rehearsed(own, [near, away], language)).toMatchObject({
        accepted: 2,
        warnings: [{ row: 2, column: 'geometry', message: expect.stringMatching(said) }],
      });
  });

  it('from the others of the file, where it has none', async () => {
    const own = await testApp();
    const other = { name: 'Allí', geometry: around(-106.42, 31.72) };
    const { accepted, warnings } = await rehearsed(own, [near, away, other]);
    expect([accepted, warnings?.map(({ row }) => row)]).toEqual([3, [2]]);
  });

  it('but not where it is the only one, or near', async () => {
    const own = await testApp();
    expect((await rehearsed(own, [away])).warnings).toBeUndefined();
    expect(
      (await rehearsed(own, [near, { name: 'Junto', geometry: around(-106.2, 31.5) }])).warnings,
    ).toBeUndefined();
  });

  it('when it is entered or corrected by itself, and only then', async () => {
    const own = await testApp();
    const enter = (name: string, geometry: unknown, language = 'es') =>
      own.call(
        'POST',
        '/api/localities',
        { name, programme: 'convivir-mejor', geometry },
        { ...ana, headers: { 'accept-language': language } },
      );
    const first = await enter('Anapra', around(-106.48, 31.69));
    const beside = await enter('Aquí', near.geometry);
    const far = await enter('Allá', away.geometry, 'en');
    expect([first, beside, far].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect([first.body.warnings, beside.body.warnings, far.body.warnings]).toEqual([
      [],
      [],
      [{ path: 'geometry', message: expect.stringMatching(/lies 34\d km from the other territories/) }],
    ]);
    const edited = async (body: object) =>
      (
        await own.call(
          'PATCH',
          `/api/localities/${z.string().parse(beside.body.id)}`,
          body,
          seeing(ana, (await locality(own, z.string().parse(beside.body.id))).version),
        )
      ).body.warnings;
    // Beside the one that is far away it is near again: what counts is the nearest.
    expect(await edited({ geometry: around(-99.1, 19.4) })).toEqual([
      { path: 'geometry', message: expect.stringMatching(/a 1,?\d{3} km de los demás territorios/) },
    ]);
    expect(await edited({ name: 'Aquí mismo' })).toEqual([]);
    expect(await edited({ geometry: around(-106.1, 28.6) })).toEqual([]);
  });
});
