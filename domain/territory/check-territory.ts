import { area } from '@turf/area';
import { multiPolygon } from '@turf/helpers';
import * as z from 'zod';
import {
  leastGround,
  mostParts,
  mostPoints,
  type Position,
  type Ring,
  type TerritoryFault,
} from './fault.ts';
import { faultOfPlace } from './place.ts';
import { selfCrossing } from './self-crossing.ts';

/** A territory whose outline can be relied on: in degrees, in Mexico, of closed rings that do not cross themselves. */
export type CheckedTerritory =
  | { type: 'Polygon'; coordinates: Ring[] }
  | { type: 'MultiPolygon'; coordinates: Ring[][] };

type Checked =
  | { territory: CheckedTerritory; fault?: undefined }
  /** `outline`: of one that crosses itself and is in its place, for who can do with what is on the map. */
  | { territory?: undefined; fault: TerritoryFault; outline?: CheckedTerritory };

/** In degrees: about a millimetre. */
const onLine = 1e-8;

const Any = z.object({ type: z.string(), crs: z.unknown().optional(), coordinates: z.unknown().optional() });
/** What follows longitude and latitude, an altitude mostly, says nothing about an outline. */
const Point = z.tuple([z.number(), z.number()]).rest(z.unknown());
const Polygon = z.array(z.array(Point).min(1)).min(1);
const MultiPolygon = z.array(Polygon).min(1);

const flat = (rings: z.infer<typeof Polygon>): Ring[] =>
  rings.map((ring) => ring.map(([x, y]): Position => [x, y]));

/**
 * The one check of a territory, wherever one comes in: typed, imported, or read as a candidate (GeoJSON, RFC 7946, and the
 * `crs` of the 2008 edition). Altitudes and unknown members are dropped. Of what is wrong the first thing is told that
 * somebody has to mend, once for the whole territory.
 */
export function checkTerritory(geometry: unknown): Checked {
  const any = Any.safeParse(geometry).data;
  if (!any) return { fault: { kind: 'malformed' } };
  const { type, crs, coordinates } = any;
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return { fault: { kind: 'no-polygon', is: kindOf(type) } };
  // Counted before anything is read: what is far too large is not looked at point by point.
  const points = pointsIn(coordinates);
  if (points > mostPoints) return { fault: { kind: 'too-detailed', points } };
  const read = MultiPolygon.safeParse(type === 'Polygon' ? [coordinates] : coordinates).data;
  if (!read) return { fault: { kind: 'malformed' } };
  const polygons = read.map(flat);
  const fault = wrongWith(polygons, crs);
  const [only] = polygons;
  const territory: CheckedTerritory =
    type === 'Polygon' && only
      ? { type, coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons };
  if (!fault) return { territory };
  return fault.kind === 'crosses-itself' ? { fault, outline: territory } : { fault };
}

function kindOf(type: string): 'line' | 'point' | 'other' {
  if (type.endsWith('LineString')) return 'line';
  return type.endsWith('Point') ? 'point' : 'other';
}

/** How many points there are in coordinates, whatever else they are. */
export function pointsIn(part: unknown): number {
  if (!Array.isArray(part)) return 0;
  return Array.isArray(part[0]) ? part.reduce<number>((sum, one) => sum + pointsIn(one), 0) : 1;
}

function wrongWith(polygons: Ring[][], crs: unknown): TerritoryFault | undefined {
  const rings = polygons.flat();
  if (polygons.length > mostParts || polygons.some((parts) => parts.length > mostParts))
    return { kind: 'too-many-parts' };
  const misplaced = faultOfPlace(rings.flat(), crs);
  if (misplaced) return misplaced;
  if (rings.some((ring) => ring.length < 4)) return { kind: 'ring-short' };
  if (!rings.every(isClosed)) return { kind: 'ring-open' };
  if (polygons.every(([outer = []]) => isLine(outer))) return { kind: 'no-area' };
  // Of a bow tie one half takes away the other: that it crosses itself is told before how little it encloses.
  const at = firstOf(rings, selfCrossing);
  if (at === 'too-intricate') return { kind: at };
  if (at) return { kind: 'crosses-itself', at };
  return groundOf(polygons) < leastGround ? { kind: 'too-small' } : undefined;
}

/** Whether all points of a ring are on one line, but for how numbers are written. */
function isLine([from = [0, 0], ...others]: Ring): boolean {
  const away = ([x, y]: Position): Position => [x - from[0], y - from[1]];
  const lengths = others.map((point) => Math.hypot(...away(point)));
  const length = Math.max(0, ...lengths);
  const [dx, dy] = away(others[lengths.indexOf(length)] ?? from);
  return others.map(away).every(([x, y]) => Math.abs(x * dy - y * dx) <= onLine * length);
}

function firstOf<Of, Found>(all: readonly Of[], find: (one: Of) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** The ground of polygons, holes taken off, in square metres on a sphere. */
export const groundOf = (polygons: Ring[][]): number => area(multiPolygon(polygons));
