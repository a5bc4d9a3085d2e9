import { area } from '@turf/area';
import { featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapsOf } from '../../../domain/targeting/overlaps.ts';
import { readCandidates } from '../../../domain/targeting/read-candidates.ts';
import { type Position, polygonsOf, type Ring, type Territory } from '../../../domain/targeting/territory.ts';
import { checkTerritory } from '../../../domain/territory/check-territory.ts';
import { readGeoJson } from '../../../functions/tabular/read-geojson.ts';
import { itReading, readShared } from '../../support/shared-data.ts';
import { placed, square } from './candidates.ts';

const outline = (...ring: Position[]): Territory => ({ type: 'Polygon', coordinates: [ring] });
const parts = (...territories: Territory[]): Territory => ({
  type: 'MultiPolygon',
  coordinates: territories.flatMap(polygonsOf),
});
const at = (key: string, geometry: Territory) => placed(key, {}, { geometry });
const fault = (geometry: Territory) => checkTerritory(geometry).fault;

describe('a territory', () => {
  const metres: Position[] = [
    [353_000, 3_500_000],
    [353_100, 3_500_000],
    [353_100, 3_500_100],
    [353_000, 3_500_000],
  ];
  const turned: Position[] = [
    [31.6, -106.5],
    [31.6, -106.4],
    [31.7, -106.4],
    [31.6, -106.5],
  ];
  /** Points that are told in hundredths of a degree from a place in Ciudad Juárez. */
  const inJuarez = (...ring: Position[]): Territory =>
    outline(...ring.map(([x, y]): Position => [-106.5 + x / 100, 31.6 + y / 100]));
  const bowTie: Position[] = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 1],
    [0, 0],
  ];

  it.each([
    ['metres', 'its coordinates are metres', outline(...metres)],
    ['swapped', 'latitude comes first', outline(...turned)],
    ['ring-short', 'it has three points', inJuarez([0, 0], [1, 1], [0, 0])],
    ['ring-open', 'it ends elsewhere than it begins', inJuarez([0, 0], [1, 0], [1, 1], [0, 1])],
    ['no-area', 'it is a line', inJuarez([0, 0], [0.1, 0.1], [0.2, 0.2], [0, 0])],
    ['no-area', 'it is a line there and back', inJuarez([0, 0], [3, 1], [0.3, 0.1], [0.9, 0.3], [0, 0])],
    ['too-small', 'it is a scrap', inJuarez([0, 0], [0.01, 0], [0.01, 0.01], [0, 0])],
    ['crosses-itself', 'it is a bow tie', inJuarez(...bowTie)],
    [
      'crosses-itself',
      'it is a bow tie whose knot is a point of it',
      inJuarez([0, 0], [1, 1], [2, 2], [2, 0], [1, 1], [0, 2], [0, 0]),
    ],
    [
      'crosses-itself',
      'a point of it goes through a side of it',
      inJuarez([0, 0], [2, 0], [2, 2], [1, 0], [0, -2], [0, 0]),
    ],
  ])('is invalid, %s, where %s', (kind, _, geometry) => {
    expect(fault(geometry)).toMatchObject({ kind });
  });

  it('that crosses itself is shown where it does', () => {
    expect(fault(inJuarez(...bowTie))).toMatchObject({
      at: [expect.closeTo(-106.5 + 2 / 300, 12), expect.closeTo(31.6 + 2 / 300, 12)],
    });
  });

  it('may touch itself, have holes, parts that touch at a corner, and points given twice', () => {
    const touching = inJuarez([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]);
    const spur = inJuarez([0, 0], [2, 0], [2, 2], [3, 3], [2, 2], [0, 2], [0, 0]);
    for (const sound of [touching, spur]) expect(fault(sound)).toBeUndefined();
    const [[outer = []] = []] = polygonsOf(square(0, 0));
    const [[hole = []] = []] = polygonsOf(square(0.002, 0.002, 0.002));
    expect(fault({ type: 'Polygon', coordinates: [outer, hole] })).toBeUndefined();
    expect(fault(parts(square(0, 0), square(0.01, 0.01)))).toBeUndefined();
    expect(fault(inJuarez([0, 0], [0, 0], [1, 0], [1, 0], [1, 1], [0, 0]))).toBeUndefined();
  });
});

describe('two territories', () => {
  const overlaps = (...territories: Territory[]) =>
    overlapsOf(territories.map((geometry, place) => at(`t${place}`, geometry))).overlaps;

  it('overlap by the part of the smaller one that they share', () => {
    const [found, ...more] = overlaps(square(0, 0), square(0.0075, 0), square(1, 1));
    expect(more).toEqual([]);
    expect(found).toEqual({
      keys: ['t0', 't1'],
      share: expect.closeTo(0.25, 6),
      // A quarter of 0.01° each way: 1,112 m north and 947 m east at this latitude.
      area: expect.closeTo(263_300, -3),
    });
    expect(overlaps(square(0, 0), square(0.002, 0.002, 0.001))[0]?.share).toBeCloseTo(1, 9);
    expect(overlaps(square(0, 0), square(0, 0))[0]?.share).toBeCloseTo(1, 9);
  });

  it('that touch, or share a sliver of less than one part in a hundred, do not overlap', () => {
    expect(overlaps(square(0, 0), square(0.01, 0), square(0.01, 0.01))).toEqual([]);
    expect(overlaps(square(0, 0), square(0.00992, 0))).toEqual([]);
    expect(overlaps(square(0, 0), square(0.00988, 0))).toHaveLength(1);
  });

  it('do not overlap where one fills a hole of the other', () => {
    const [[outer = []] = []] = polygonsOf(square(0, 0));
    const [[hole = []] = []] = polygonsOf(square(0.002, 0.002, 0.002));
    expect(overlaps({ type: 'Polygon', coordinates: [outer, hole] }, square(0.002, 0.002, 0.002))).toEqual(
      [],
    );
  });

  it('overlap as another program says that they do', () => {
    /** Degrees: a neighbourhood, in which a straight line is one on whatever map. */
    const reach = 0.005;
    const star = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .chain(([x, y]) =>
        fc
          .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 12 })
          .map((arms): Ring => {
            const ring = arms.map((arm, place): Position => {
              const angle = (2 * Math.PI * place) / arms.length;
              return [
                -106.5 + reach * (x + arm * Math.cos(angle)),
                31.6 + reach * (y + arm * Math.sin(angle)),
              ];
            });
            return [...ring, ...ring.slice(0, 1)];
          }),
      );
    fc.assert(
      fc.property(star, star, (one, other) => {
        const common = intersect(featureCollection([polygon([one]), polygon([other])]));
        const least = Math.min(area(polygon([one])), area(polygon([other])));
        const share = common ? area(common) / least : 0;
        // At the very edge of what counts as a sliver, the last digit decides.
        fc.pre(Math.abs(share - 0.01) > 1e-5);
        const [found] = overlaps(outline(...one), outline(...other));
        expect(found?.share ?? 0).toBeCloseTo(share < 0.01 ? 0 : share, 5);
      }),
      { numRuns: 60 },
    );
  });
});

const maps = ['zones/guadalupe-marginacion', 'geo/cdmx-colonias', 'geo/juarez-distritos'] as const;

itReading(
  [...maps],
  'territories on maps of others: scraps, grounds under two names, and nine sound districts',
  () => {
    const check = (count: number, ...file: Parameters<typeof readShared>) => {
      const { candidates, invalid } = readCandidates(readGeoJson(readShared(...file)));
      return { invalid, ...overlapsOf(candidates.slice(0, count)) };
    };
    const [guadalupe, azcapotzalco, juarez] = maps;

    // In Guadalupe, scraps are told from places.
    const { invalid, overlaps } = check(Number.POSITIVE_INFINITY, guadalupe, 'colonias_guadalupe.geojson');
    const found = Object.groupBy(invalid, ({ fault }) => fault.kind);
    console.log(
      Object.entries(found)
        .map(([problem, places]) => `${problem}: ${places.length}`)
        .join(', '),
    );
    console.table(overlaps.map(({ keys, share, area }) => ({ one: keys[0], other: keys[1], share, area })));
    expect.soft(Object.keys(found).sort()).toEqual(['crosses-itself', 'no-area', 'too-small']);
    expect
      .soft(overlaps.map(({ share }) => share))
      .toEqual([expect.closeTo(0.046, 3), expect.closeTo(0.03, 3), expect.closeTo(0.021, 3)]);

    // In Azcapotzalco, six pairs are the same ground under two names.
    const twice = check(94, azcapotzalco, 'azcapotzalco_colonias.geojson').overlaps;
    expect.soft(twice.filter(({ share }) => share > 0.999)).toHaveLength(6);

    // The nine districts of Ciudad Juárez are drawn well and do not overlap.
    const { rows } = readGeoJson(readShared(juarez, 'juarez_distritos_locales.geojson'));
    const districts = rows.map(({ row, geometry }) =>
      placed(`${row}`, {}, { geometry: checkTerritory(geometry).territory }),
    );
    expect.soft(districts.filter(({ geometry }) => geometry)).toHaveLength(9);
    expect.soft(overlapsOf(districts)).toEqual({ overlaps: [], found: 0, complete: true });
  },
);
