import { checkTerritory } from '../../domain/territory/check-territory.ts';
import { withCrs } from '../../domain/territory/crs.ts';
import type { TerritoryFault } from '../../domain/territory/fault.ts';
import type { Territory } from './form-values.ts';

/** No GeoJSON at all, or what is wrong with the first territory where none can be used. */
export type FileFault = 'not-geojson' | TerritoryFault;
export interface Named {
  /** What it is called, if the file says so. */
  name?: string;
  territory: Territory;
}
type Found = { territories: Named[]; fault?: undefined } | { territories?: undefined; fault: FileFault };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The geometries of a file, each with the properties it goes by: a bare one, a feature, or a collection of features. */
function geometriesIn(
  value: unknown,
  declared?: unknown,
): { geometry: unknown; properties: Record<string, unknown> }[] {
  if (!isRecord(value)) return [];
  const { crs = declared, properties } = value;
  if (value.type === 'FeatureCollection' && Array.isArray(value.features))
    return value.features.flatMap((feature) => geometriesIn(feature, crs));
  if (value.type === 'Feature')
    return [{ geometry: withCrs(value.geometry, crs), properties: isRecord(properties) ? properties : {} }];
  return [{ geometry: withCrs(value, crs), properties: {} }];
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

const isPoint = (part: unknown): part is unknown[] => Array.isArray(part) && typeof part[0] === 'number';

/** Some programs leave rings open; where they end is where they began. */
function closed(part: unknown): unknown {
  if (!Array.isArray(part)) return part;
  const [first, last] = [part[0], part.at(-1)];
  if (!isPoint(first)) return part.map(closed);
  return isPoint(last) && (first[0] !== last[0] || first[1] !== last[1]) ? [...part, first] : part;
}

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
  const checked = geometries.map(({ geometry, properties }) => ({
    properties,
    ...checkTerritory(
      isRecord(geometry) ? { ...geometry, coordinates: closed(geometry.coordinates) } : geometry,
    ),
  }));
  const territories = checked.flatMap(({ territory, properties }): Named[] => {
    if (!territory) return [];
    const name = naming === undefined ? undefined : properties[naming];
    return [{ ...(isText(name) && { name }), territory }];
  });
  if (territories.length > 0) return { territories };
  const fault = checked.find((one) => one.fault)?.fault;
  return { fault: fault ?? 'not-geojson' };
}
