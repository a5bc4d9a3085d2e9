import { describe, expect, it } from 'vitest';
import { NewLocality } from '../../domain/commands/create-locality.ts';
import { Geometry } from '../../domain/geometry.ts';
import { blank, toCreate, toPatch, validate } from '../../web/portfolio/form-values.ts';
import { territoriesIn } from '../../web/portfolio/territories-in-file.ts';
import { itReading, readShared } from '../support/shared-data.ts';

const ring = [
  [-106.5, 31.7],
  [-106.4, 31.7],
  [-106.4, 31.8],
  [-106.5, 31.7],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (properties: object | null, geometry: unknown = polygon) => ({
  type: 'Feature',
  properties,
  geometry,
});
const read = (value: unknown) => territoriesIn(JSON.stringify(value));

describe('a file with a territory', () => {
  it.each([
    ['a geometry', polygon],
    ['a feature', feature({ nombre: 'Anapra' })],
    ['a collection', { type: 'FeatureCollection', features: [feature(null)] }],
  ])('may be %s', (_, value) => {
    expect(read(value).territories?.map(({ territory }) => territory)).toEqual([polygon]);
  });

  it('names its polygons by what tells them apart', () => {
    const features = ['Aguilera', 'Aldana'].map((colonia) => feature({ alcaldia: 'AZCAPOTZALCO', colonia }));
    const { territories } = read({ type: 'FeatureCollection', features });
    expect(territories?.map(({ name }) => name)).toEqual(['Aguilera', 'Aldana']);
  });

  it('is taken without altitudes, and with its rings closed', () => {
    const open = { type: 'Polygon', coordinates: [ring.slice(0, 3).map(([x, y]) => [x, y, 1_120])] };
    expect(read(open).territories?.[0]?.territory).toEqual(polygon);
  });

  const within = (...points: [number, number][]) =>
    JSON.stringify({ type: 'Polygon', coordinates: [points.concat(points.slice(0, 1))] });
  it.each([
    ['no-polygon', JSON.stringify({ type: 'Point', coordinates: [-106.5, 31.7] })],
    ['no-polygon', JSON.stringify({ type: 'LineString', coordinates: ring })],
    ['malformed', JSON.stringify(feature({}, null))],
    ['metres', within([353_000, 3_512_000], [354_000, 3_512_000], [354_000, 3_513_000])],
    ['swapped', within([31.7, -106.5], [31.7, -106.4], [31.8, -106.4])],
    ['elsewhere', within([2.3, 48.8], [2.4, 48.8], [2.4, 48.9])],
    ['crosses-itself', within([-106.5, 31.7], [-106.4, 31.8], [-106.4, 31.7], [-106.5, 31.8])],
    [
      'other-crs',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6372' } },
        features: [feature({})],
      }),
    ],
    [
      'too-detailed',
      JSON.stringify({
        ...polygon,
        coordinates: [[...Array.from({ length: 5_000 }, (_, at) => [at / 5_000, 0]), [1, 1], [0, 0]]],
      }),
    ],
  ])('that cannot be used is told apart: %s', (kind, text) => {
    expect(territoriesIn(text)).toMatchObject({ fault: { kind } });
  });

  it.each(['nombre,clave', '[]', '{"type":"FeatureCollection","features":[]}'])(
    'that is no GeoJSON is told apart: %s',
    (text) => {
      expect(territoriesIn(text)).toEqual({ fault: 'not-geojson' });
    },
  );

  const maps = [
    ['geo/cdmx-colonias', 'azcapotzalco_colonias'],
    ['geo/juarez-distritos', 'juarez_distritos_locales'],
  ] as const;
  const folders = maps.map(([folder]) => folder);
  itReading(folders, 'is read as real programs write it, so that the interface takes it', () => {
    for (const [folder, name] of maps) {
      const { territories = [] } = territoriesIn(readShared(folder, `${name}.geojson`).toString());
      expect(territories.length).toBeGreaterThan(8);
      for (const { territory } of territories) expect(Geometry.safeParse(territory).error).toBeUndefined();
    }
  });
});

describe('a locality as it is typed', () => {
  const typed = {
    ...blank,
    name: ' Anapra ',
    programme: 'convivir-mejor',
    coordinators: ['ana@juarez.example'],
  };

  it('is created with what is said of it', () => {
    expect(validate(typed)).toEqual({
      name: false,
      programme: false,
      population: false,
      coordinators: false,
    });
    const body = toCreate({ ...typed, population: '18,900' });
    expect(NewLocality.parse(body)).toEqual({
      name: 'Anapra',
      programme: 'convivir-mejor',
      population: 18_900,
      coordinators: ['ana@juarez.example'],
    });
  });

  it.each([
    ['name', { name: ' ' }],
    ['programme', { programme: '' }],
    ['population', { population: 'muchos' }],
    ['coordinators', { coordinators: [] as string[] }],
  ] as const)('cannot be saved with a wrong %s', (field, some) => {
    expect(validate({ ...typed, ...some })[field]).toBe(true);
  });

  it('is corrected by what was changed; what is left blank is taken back', () => {
    const base = { ...typed, code: 'J-01', population: '4960' };
    expect(toPatch(base, base)).toEqual({});
    expect(toPatch(base, { ...base, code: 'J-02', population: '5 000' })).toEqual({
      code: 'J-02',
      population: 5_000,
    });
    const cleared = { ...base, code: ' ', population: '' };
    expect(Object.values(validate(cleared))).not.toContain(true);
    expect(toPatch(base, cleared)).toEqual({ code: null, population: null });
  });
});
