import type { Position, Ring } from './territory.ts';

/** West, south, east and north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const boxOf = (points: readonly Position[]): Box =>
  points.reduce<Box>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );

/** What two boxes have in common, if that is an area. */
export function sharedBox(a: Box, b: Box): Box | undefined {
  const [west, south] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [east, north] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return west < east && south < north ? [west, south, east, north] : undefined;
}

/**
 * The part of a closed ring inside a box, closed again; empty where there is none. Parts that hang apart are joined
 * along the sides of the box, by lines without area.
 * Source: Sutherland and Hodgman, Reentrant Polygon Clipping, Communications of the ACM 17 (1974).
 */
export function clipped(ring: Ring, [west, south, east, north]: Box): Ring {
  let kept = ring.slice(0, -1);
  kept = cut(kept, 0, west, 1);
  kept = cut(kept, 0, east, -1);
  kept = cut(kept, 1, south, 1);
  kept = cut(kept, 1, north, -1);
  const [first] = kept;
  return first && kept.length > 2 ? [...kept, first] : [];
}

/** Keeps what lies on one side of a line: `side` 1 keeps what is greater on the axis, −1 what is less. */
function cut(points: Ring, axis: 0 | 1, limit: number, side: 1 | -1): Ring {
  const kept: Ring = [];
  const last = points.at(-1);
  if (!last) return kept;
  let before = last;
  for (const point of points) {
    const [was, is] = [(before[axis] - limit) * side, (point[axis] - limit) * side];
    if (was < 0 !== is < 0) {
      const part = was / (was - is);
      const along = (from: number, to: number) => from + (to - from) * part;
      kept.push(axis === 0 ? [limit, along(before[1], point[1])] : [along(before[0], point[0]), limit]);
    }
    if (is >= 0) kept.push(point);
    before = point;
  }
  return kept;
}
