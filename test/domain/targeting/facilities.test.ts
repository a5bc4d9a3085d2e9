import { describe, expect, it } from 'vitest';
import { countFacilities, type Facility, FacilityType } from '../../../domain/targeting/facilities.ts';
import { readFacilities } from '../../../domain/targeting/read-facilities.ts';
import type { Position } from '../../../domain/targeting/territory.ts';
import { readGeoJson } from '../../../functions/tabular/read-geojson.ts';
import { nameWords } from '../../../words/languages.ts';
import { knownNames } from '../../../words/names.ts';
import { placed, square } from './candidates.ts';

const standing = (type: FacilityType, [x, y]: Position): Facility => ({
  type,
  position: [-106.5 + x, 31.6 + y],
});

describe('the inventory of facilities', () => {
  it('knows the ten types of the source, by their names', () => {
    expect(FacilityType.options).toEqual(Object.keys(nameWords.es.facilities));
    expect(FacilityType.options.map((type) => nameWords.es.facilities[type].toLowerCase())).toEqual([
      'escuela',
      'unidad deportiva',
      'mercado',
      'palacio de gobierno',
      'plaza',
      'templo',
      'área verde',
      'cementerio',
      'centro comercial',
      'hospital',
    ]);
  });

  it('counts each in every territory that it stands in, and lists those outside of all', () => {
    const places = [
      placed('west', {}, { geometry: square(0, 0), facilities: { hospital: 3 } }),
      placed('east', {}, { geometry: square(0.008, 0) }),
      placed('unmapped', {}, { facilities: { market: 1 } }),
    ];
    const far = standing('school', [1, 1]);
    const { candidates, outside } = countFacilities(places, [
      standing('school', [0.001, 0.001]),
      standing('school', [0.002, 0.005]),
      standing('temple', [0.009, 0.005]),
      far,
    ]);
    expect(candidates.map(({ facilities }) => facilities)).toEqual([
      { school: 2, temple: 1 },
      { temple: 1 },
      { market: 1 },
    ]);
    expect(outside).toEqual([far]);
  });

  it('is read from a table, by the names of the types in either language', () => {
    const rows = [
      ['Área Verde', '-106.4', '31.7', 'x'],
      ['school', '-106.41', '31.71', ''],
      ['Estadio', '-106.4', '31.7', ''],
      ['Hospital', '31.7', '-106.4', ''],
      ['', '', '', ''],
    ];
    const header = ['Tipo', 'Longitud', 'Latitud', 'Nota'];
    const { facilities, rejected } = readFacilities(
      {
        header,
        rows: rows.map((cells, place) => ({ row: place + 2, cells })),
      },
      knownNames('facilities'),
    );
    expect(facilities).toEqual([
      { type: 'green-area', position: [-106.4, 31.7] },
      { type: 'school', position: [-106.41, 31.71] },
    ]);
    expect(rejected).toEqual([
      { row: 4, column: 'type', message: 'unknown-facility' },
      { row: 5, column: 'position', message: 'ring-points', territory: { kind: 'swapped' } },
    ]);
  });

  it('is read from points on a map', () => {
    const feature = (tipo: string, geometry: unknown) => ({
      type: 'Feature',
      properties: { tipo },
      geometry,
    });
    const map = {
      type: 'FeatureCollection',
      features: [
        feature('Plaza', { type: 'Point', coordinates: [-106.4, 31.7, 1_137] }),
        feature('Mercado', { type: 'LineString', coordinates: [] }),
      ],
    };
    const { facilities, rejected } = readFacilities(
      readGeoJson(Buffer.from(JSON.stringify(map))),
      knownNames('facilities'),
    );
    expect(facilities).toEqual([{ type: 'plaza', position: [-106.4, 31.7] }]);
    expect(rejected).toEqual([{ row: 2, column: 'position', message: 'ring-points' }]);
  });
});
