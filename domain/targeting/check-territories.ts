import { area } from '@turf/area';
import { featureCollection, multiPolygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { kinks } from '@turf/kinks';
import { type Box, boxOf, clipped, sharedBox } from './box.ts';
import type { Candidate } from './candidate.ts';
import { type Position, polygonsOf, type Ring, type Territory } from './territory.ts';

/** A territory that is not one, by the first thing wrong with it; `validationErrors` of the catalogues has words for it. */
export interface InvalidTerritory {
  key: string;
  problem: 'ring-points' | 'ring-short' | 'ring-open' | 'crosses-itself' | 'too-small';
  /** Where on the map, if it is somewhere. */
  at?: Position;
}

/** Two candidates that claim the same ground. */
export interface Overlap {
  keys: [string, string];
  /** The ground they share, in square metres. */
  area: number;
  /** The part of the smaller one that is shared, 0 to 1. */
  share: number;
}

/** Neighbours drawn by different hands share slivers along their border: less of the smaller one than this is no overlap. */
const sliver = 0.01;

/** Square metres. Cutting one map by another leaves scraps as small as a room; nobody works in one. */
const leastGround = 100;

interface Ground {
  key: string;
  polygons: Ring[][];
  box: Box;
  area: number;
}

/**
 * Territories that are drawn wrong, and pairs that overlap, the largest share first. Those that only cross themselves
 * are compared with the others all the same: official maps hold many whose outline touches itself at a point.
 * Every ring is judged by itself, since parts and holes may touch; parts of one place that overlap are not looked for.
 */
export function checkTerritories(candidates: readonly Pick<Candidate, 'key' | 'geometry'>[]): {
  invalid: InvalidTerritory[];
  overlaps: Overlap[];
} {
  const invalid: InvalidTerritory[] = [];
  const grounds: Ground[] = [];
  for (const { key, geometry } of candidates) {
    if (!geometry) continue;
    const wrong = wrongWith(geometry);
    if (wrong) invalid.push({ key, ...wrong });
    if (!wrong || wrong.problem === 'crosses-itself') grounds.push(groundOf(key, geometry));
  }
  const overlaps = grounds.flatMap((one, at) =>
    grounds.slice(at + 1).flatMap((other) => overlapOf(one, other) ?? []),
  );
  return { invalid, overlaps: overlaps.sort((a, b) => b.share - a.share) };
}

function wrongWith(territory: Territory): Omit<InvalidTerritory, 'key'> | undefined {
  const rings = polygonsOf(territory).flat();
  for (const ring of rings) {
    const outside = ring.find(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90));
    if (outside) return { problem: 'ring-points', at: outside };
    if (ring.length < 4) return { problem: 'ring-short', at: ring[0] };
    const [first, last] = [ring[0], ring.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return { problem: 'ring-open', at: first };
  }
  if (areaOf(polygonsOf(territory)) < leastGround) return { problem: 'too-small', at: rings[0]?.[0] };
  for (const ring of rings) {
    const at = crossingOf(ring);
    if (at) return { problem: 'crosses-itself', at };
  }
  return undefined;
}

/** Where a closed ring crosses or touches itself. A point given twice in a row is no crossing. */
function crossingOf(ring: Ring): Position | undefined {
  const line = ring.filter(([x, y], at) => x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]);
  const [x, y] = kinks({ type: 'Polygon', coordinates: [line] }).features[0]?.geometry.coordinates ?? [];
  return x === undefined || y === undefined ? undefined : [x, y];
}

/** In square metres, on a sphere. */
const areaOf = (polygons: Ring[][]): number => area(multiPolygon(polygons));

function groundOf(key: string, geometry: Territory): Ground {
  const polygons = polygonsOf(geometry);
  return { key, polygons, box: boxOf(polygons.flat(2)), area: areaOf(polygons) };
}

function overlapOf(one: Ground, other: Ground): Overlap | undefined {
  const shared = sharedBox(one.box, other.box);
  if (!shared) return undefined;
  const least = Math.min(one.area, other.area);
  const enough = (polygons: Ring[][]) => areaOf(polygons) >= sliver * least;
  // Most neighbours are told apart by what each has within the box that both reach into: the exact work is slow.
  const [a, b] = [within(one, shared), within(other, shared)];
  if (!enough(a) || !enough(b)) return undefined;
  const common = intersect(featureCollection([multiPolygon(a), multiPolygon(b)]));
  if (!common) return undefined;
  const ground = area(common);
  const share = ground / least;
  return share < sliver ? undefined : { keys: [one.key, other.key], area: ground, share };
}

/** The parts of a territory within a box; a hole goes with the polygon that it is in. */
const within = ({ polygons }: Ground, box: Box): Ring[][] =>
  polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => clipped(ring, box));
    return outer?.length ? [[outer, ...holes.filter((hole) => hole.length > 0)]] : [];
  });
