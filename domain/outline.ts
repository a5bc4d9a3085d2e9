import type { Geometry } from './geometry.ts';

type Position = readonly [x: number, y: number];
type Ring = [number, number][];

/** A map of a whole municipality shows no more of a territory than this many points. */
const mostPoints = 300;
/** In degrees: some five metres, and finer than a pixel of any map that shows a neighbourhood whole. */
const finest = 0.00005;
/** A metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** How far a point is from the line between two others, squared. */
function distance([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}

/**
 * The points of a line without those that are nearer than `tolerance` to the line that is left.
 * Source: Douglas and Peucker, Algorithms for the reduction of the number of points, Cartographica 10 (1973).
 */
function reduced(line: Ring, tolerance: number): Ring {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [start, end] = [line[from], line[to]];
    let [farthest, most] = [-1, tolerance ** 2];
    for (let at = from + 1; start && end && at < to; at += 1) {
      const far = distance(line[at] ?? start, start, end);
      if (far > most) [farthest, most] = [at, far];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept.has(at));
}

/** A ring begins and ends in one point, so that it is reduced in two halves. */
function reducedRing(ring: Ring, tolerance: number): Ring {
  const half = Math.floor(ring.length / 2);
  return [...reduced(ring.slice(0, half + 1), tolerance), ...reduced(ring.slice(half), tolerance).slice(1)];
}

/** The outer ring is what is left of the place, so that it stays; what became of a hole is not missed. */
const reducedPolygon = (rings: Ring[], tolerance: number) =>
  rings.flatMap((ring, at) => {
    const left = reducedRing(ring, tolerance);
    if (left.length >= 4) return [left];
    return at === 0 ? [ring.slice(0, 3).concat(ring.slice(0, 1))] : [];
  });

/**
 * A territory as a map shows it among others: at most some hundred points, in degrees of five decimals. It is for
 * looking at, never for keeping or reckoning with.
 */
export function outlineOf(geometry: Geometry): Geometry {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let tolerance = finest;
  let outline = polygons.map((rings) => reducedPolygon(rings, tolerance));
  while (outline.flat(2).length > mostPoints && tolerance < 1) {
    tolerance *= 2;
    outline = polygons.map((rings) => reducedPolygon(rings, tolerance));
  }
  const written = outline.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): [number, number] => [rounded(x), rounded(y)])),
  );
  const [only] = written;
  return geometry.type === 'Polygon' && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: written };
}
