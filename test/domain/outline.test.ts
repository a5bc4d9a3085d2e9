import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Geometry } from '../../domain/geometry.ts';
import { outlineOf } from '../../domain/outline.ts';

type Ring = [number, number][];
const pointsOf = ({ type, coordinates }: Geometry) =>
  (type === 'Polygon' ? [coordinates] : coordinates).flat(2);

/** A ring about a place, in degrees, whose distance from it is told for each of its points. */
function ringAround([x, y]: readonly [number, number], radii: readonly number[]): Ring {
  const ring = radii.map((radius, at): [number, number] => {
    const angle = (at / radii.length) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return ring.concat(ring.slice(0, 1));
}

it('a territory of a few points is shown as it is, to the metre', () => {
  const square: Ring = [
    [-106.5, 31.7],
    [-106.4, 31.7],
    [-106.4, 31.8],
    [-106.5, 31.8],
    [-106.5, 31.7],
  ];
  const geometry = { type: 'Polygon' as const, coordinates: [square] };
  expect(outlineOf(geometry)).toEqual(geometry);
});

it('a finely drawn circle keeps its place and its size with a tenth of its points', () => {
  const circle = ringAround([-106.45, 31.7], new Array(4_000).fill(0.02));
  const outline = outlineOf({ type: 'Polygon', coordinates: [circle] });
  const points = pointsOf(outline);
  expect(points.length).toBeLessThan(400);
  for (const [x, y] of points) expect(Math.hypot(x + 106.45, y - 31.7)).toBeCloseTo(0.02, 3);
});

it('a hole too small to be seen is left out, the place itself never', () => {
  const outer = ringAround([-106.45, 31.7], [0.02, 0.02, 0.02, 0.02, 0.02]);
  const tiny = ringAround([-106.45, 31.7], [0.000001, 0.000001, 0.000001]);
  expect(outlineOf({ type: 'Polygon', coordinates: [outer, tiny] }).coordinates).toHaveLength(1);
  expect(outlineOf({ type: 'Polygon', coordinates: [tiny] }).coordinates).toHaveLength(1);
});

it('whatever a territory is like, its outline is one, with few points', () => {
  const radius = fc.double({ min: 0.000_01, max: 0.3, noNaN: true });
  const ring = fc
    .array(radius, { minLength: 3, maxLength: 600 })
    .map((radii) => ringAround([-106, 31], radii));
  const shape = fc.oneof(
    ring.map((outer): Geometry => ({ type: 'Polygon', coordinates: [outer] })),
    fc
      .array(ring, { minLength: 1, maxLength: 5 })
      .map((rings): Geometry => ({ type: 'MultiPolygon', coordinates: rings.map((one) => [one]) })),
  );
  fc.assert(
    fc.property(shape, (geometry) => {
      const outline = outlineOf(geometry);
      expect(Geometry.safeParse(outline).error).toBeUndefined();
      expect(outline.type).toBe(geometry.type);
      expect(pointsOf(outline).length).toBeLessThanOrEqual(300);
    }),
    { numRuns: 200 },
  );
});
