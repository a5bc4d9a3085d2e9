import { polygonsOf, type Ring, territoryIn } from '../../domain/targeting/territory.ts';
import type { Territory } from './form-values.ts';

export type FileFault = 'not-geojson' | 'no-polygon' | 'not-degrees' | 'too-detailed';
export interface Named {
  /** What it is called, if the file says so. */
  name?: string;
  territory: Territory;
}
type Found = { territories: Named[]; fault?: undefined } | { territories?: undefined; fault: FileFault };

const mostPoints = 5_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The geometries of a file, each with the properties it goes by: a bare one, a feature, or a collection of features. */
function geometriesIn(value: unknown): { geometry: unknown; properties: Record<string, unknown> }[] {
  if (!isRecord(value)) return [];
  if (value.type === 'FeatureCollection' && Array.isArray(value.features))
    return value.features.flatMap(geometriesIn);
  if (value.type === 'Feature')
    return [{ geometry: value.geometry, properties: isRecord(value.properties) ? value.properties : {} }];
  return [{ geometry: value, properties: {} }];
}

const isText = (value: unknown): value is string => typeof value === 'string' && /\p{L}/u.test(value);

/** The property that tells the features of a file apart best: names do, what all of them share does not. */
function namingOf(all: { properties: Record<string, unknown> }[]): string | undefined {
  const values = new Map<string, Set<string>>();
  for (const { properties } of all)
    for (const [key, value] of Object.entries(properties))
      if (isText(value)) values.set(key, (values.get(key) ?? new Set()).add(value));
  return [...values].sort(([, one], [, other]) => other.size - one.size)[0]?.[0];
}

/** Some programs leave rings open; where they end is where they began. */
function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

/** A polygon of so many points is not read at all. */
const isTooDetailed = (geometry: unknown) =>
  isRecord(geometry) &&
  (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
  (JSON.stringify(geometry).match(/\[[-\d]/g) ?? []).length > mostPoints;

const inDegrees = ([x, y]: Ring[number]) => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** The territories that a GeoJSON file holds, or why it cannot be used. */
export function territoriesIn(text: string): Found {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'not-geojson' };
  }
  const geometries = geometriesIn(value);
  if (geometries.length === 0) return { fault: 'not-geojson' };
  const naming = namingOf(geometries);
  const found = geometries.flatMap(({ geometry, properties }): Named[] => {
    const territory = territoryIn(geometry);
    if (!territory) return [];
    const name = naming === undefined ? undefined : properties[naming];
    const polygons = polygonsOf(territory).map((rings) => rings.map(closed));
    const [only] = polygons;
    const shape: Territory =
      territory.type === 'Polygon' && only
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: polygons };
    return [{ ...(isText(name) && { name }), territory: shape }];
  });
  const pointsOf = ({ territory }: Named) => polygonsOf(territory).flat(2);
  if (found.length === 0)
    return {
      fault: geometries.some(({ geometry }) => isTooDetailed(geometry)) ? 'too-detailed' : 'no-polygon',
    };
  if (found.some((one) => !pointsOf(one).every(inDegrees))) return { fault: 'not-degrees' };
  const light = found.filter((one) => pointsOf(one).length <= mostPoints);
  return light.length > 0 ? { territories: light } : { fault: 'too-detailed' };
}
