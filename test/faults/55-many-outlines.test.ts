import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionWords } from '../../words/languages.ts';
import { around, type Feature, handIn, mapOf, type Point, polygon } from '../support/maps.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

/**
 * A function has 30 seconds, and at its size about a third of a processor. What each of these takes is less than half of
 * that, whoever else is at work on the machine: processor time is measured, not the clock.
 */
const mostSeconds = 4;

const Read = z.looseObject({
  candidates: z.array(z.looseObject({ key: z.string() })),
  rejected: z.array(z.looseObject({ row: z.int(), message: z.string() })),
  invalid: z.array(z.looseObject({ key: z.string(), message: z.string() })),
  overlaps: z.array(z.looseObject({ keys: z.tuple([z.string(), z.string()]), share: z.number() })),
  overlapCount: z.int(),
  overlapsComplete: z.boolean(),
});

/** A ring of so many points, every other one `inner` from its middle and the others `outer`. */
function star([x, y]: Point, count: number, inner: number, outer: number): Point[] {
  const points = Array.from({ length: count }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / count;
    const arm = at % 2 === 0 ? outer : inner;
    return [(x ?? 0) + arm * Math.cos(angle), (y ?? 0) + arm * Math.sin(angle)];
  });
  return [...points, ...points.slice(0, 1)];
}
const middle = [-106.45, 31.7];
const outline = (east: number) => polygon(...star([-106.45 + east, 31.7], 300, 0.01, 0.01));
const named = (geometry: unknown, at: number): Feature => ({
  name: `Colonia ${at}`,
  geometry,
  more: { casos: at },
});
const many = (count: number, geometry: (at: number) => unknown) =>
  mapOf(Array.from({ length: count }, (_, at) => named(geometry(at), at)));

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

/** Reads a map for a ranking, within the time. */
async function read(map: string): Promise<z.infer<typeof Read>> {
  const before = process.cpuUsage();
  const { status, body } = await handIn(here, '/api/targeting/candidates', map);
  const { user, system } = process.cpuUsage(before);
  expect(status).toBe(200);
  expect((user + system) / 1e6).toBeLessThan(mostSeconds);
  expect(JSON.stringify(body).length).toBeLessThan(6_000_000);
  return Read.parse(body);
}

describe('55: outlines that lie on each other are compared within the time', () => {
  it('300 times the same one of 300 points, wherever it begins', async () => {
    const ring = star(middle, 300, 0.01, 0.01).slice(0, -1);
    const { overlaps, overlapCount, overlapsComplete } = await read(
      many(300, (at) => {
        const turned = [...ring.slice(at), ...ring.slice(0, at)];
        const points = at % 2 === 0 ? turned : turned.reverse();
        return polygon(...points, ...points.slice(0, 1));
      }),
    );
    expect([overlapCount, overlapsComplete, overlaps.length]).toEqual([44_850, true, 1_000]);
    expect(overlaps.every(({ share }) => share === 1)).toBe(true);
  });

  it('300 of 300 points, each a hand’s breadth from the next: as many pairs as there is time for', async () => {
    const { candidates, overlaps, overlapsComplete } = await read(many(300, (at) => outline(at * 1e-6)));
    expect([candidates.length, overlapsComplete]).toEqual([300, false]);
    expect(overlaps[0]?.share).toBeGreaterThan(0.99);
  });

  it('2,000 times one square', async () => {
    const { overlapCount, overlapsComplete } = await read(many(2_000, () => around(-106.45, 31.7)));
    expect([overlapCount, overlapsComplete]).toEqual([1_999_000, true]);
  });

  it('50 pointed ones whose sides cross each other without end', async () => {
    const { candidates, overlapsComplete } = await read(
      many(50, (at) => polygon(...star([-106.45 + at * 1e-4, 31.7], 1_000, 0.001, 0.01))),
    );
    expect([candidates.length, overlapsComplete]).toEqual([50, false]);
  });
});

describe('55: a star of 3,000 points is answered by its feature', () => {
  /** A star drawn without lifting the pen: each side passes by nearly half of the others. */
  const drawn = (count: number) => {
    const ring = star(middle, count, 0.01, 0.01);
    const step = Math.floor(count / 2) - (count % 2 === 0 ? 1 : 0);
    return Array.from({ length: count + 1 }, (_, at) => ring[(at * step) % count] ?? []);
  };

  it.each([5, 2_999, 3_001])('of %i points that crosses itself', async (count) => {
    const { invalid, candidates } = await read(many(1, () => polygon(...drawn(count))));
    expect(invalid).toMatchObject([{ key: 'Colonia 0', message: expect.stringContaining('se cruza') }]);
    expect(candidates).toHaveLength(1);
    const imported = await handIn(
      here,
      '/api/imports/localities?dryRun=true&programme=convivir-mejor',
      many(2, () => polygon(...drawn(count))),
    );
    expect(imported).toMatchObject({
      status: 200,
      body: {
        accepted: 0,
        rejected: [
          { row: 1, column: 'geometry' },
          { row: 2, column: 'geometry' },
        ],
      },
    });
  });

  it('whose sides do not cross, by a bound that the sentence tells; with fewer points, it is compared', async () => {
    const { invalid: refused } = await read(many(2, () => polygon(...star(middle, 3_000, 0.001, 0.01))));
    expect(refused.map(({ message }) => message)).toEqual(
      [1, 2].map(() => expect.stringMatching(/1,000 veces.*simplifíquelo/)),
    );
    const { invalid, overlapCount } = await read(
      many(2, (at) => polygon(...star(middle, 1_500, 0.001 + at / 1_000, 0.01))),
    );
    expect([invalid, overlapCount]).toEqual([[], 1]);
  });

  it('of needles without ground', async () => {
    const { invalid } = await read(many(1, () => polygon(...star(middle, 3_000, 0, 0.01))));
    expect(invalid).toMatchObject([{ message: expect.stringMatching(/1,000 veces.*simplifíquelo/) }]);
  });
});

describe('55: a map of a whole city', () => {
  it('of 1,648 polygons that share their borders is compared whole', async () => {
    /** A grid of bent borders: neighbours have every point of a border in common. */
    const bend = (along: number, across: number) => 0.0002 * Math.sin(along * 900 + across * 5_000);
    const cell = (at: number) => {
      const [west, south] = [-106.6 + (at % 42) * 0.005, 31.5 + Math.floor(at / 42) * 0.005];
      const parts = Array.from({ length: 15 }, (_, part) => (0.005 * part) / 15);
      const corners = parts.flatMap((part): Point[] => [[west + part, south]]);
      const ring = [
        ...corners,
        ...parts.map((part): Point => [west + 0.005, south + part]),
        ...parts.map((part): Point => [west + 0.005 - part, south + 0.005]),
        ...parts.map((part): Point => [west, south + 0.005 - part]),
      ].map(([x = 0, y = 0]): Point => {
        const grid = [Math.round(x * 3_000), Math.round(y * 3_000)];
        const bent = [x + bend((grid[1] ?? 0) / 3_000, 0), y + bend(0, (grid[0] ?? 0) / 3_000)];
        return bent.map((degrees) => Number(degrees.toFixed(6)));
      });
      return polygon(...ring, ...ring.slice(0, 1));
    };
    const { candidates, overlapsComplete, overlapCount } = await read(many(1_648, cell));
    expect([candidates.length, overlapsComplete, overlapCount]).toEqual([1_648, true, 0]);
  });
});

describe('55: what is too much is refused by a bound that is told beforehand', () => {
  it('a file of more points in all than are compared', async () => {
    const short = star([-106, 31], 4_000, 1, 1).map((point) => point.map((one) => Number(one.toFixed(4))));
    const refused = await handIn(
      here,
      '/api/targeting/candidates',
      many(51, () => polygon(...short)),
    );
    expect(problemOf(refused)).toMatchObject({
      status: 400,
      errors: [{ path: 'body', message: functionWords.es.validationErrors['too-many-points'] }],
    });
  });

  it('a polygon of more than 5,000 points, by its row', async () => {
    const map = many(2, (at) => polygon(...star(middle, at === 0 ? 5_000 : 4_998, 0.01, 0.01)));
    const { rejected, candidates } = await read(map);
    expect(rejected).toMatchObject([{ row: 1, message: expect.stringContaining('5,000') }]);
    expect(candidates).toMatchObject([{ key: 'Colonia 1' }]);
  });
});
