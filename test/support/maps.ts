import type { Response, TestApp } from './test-app.ts';
import { ana, boss } from './walk.ts';

export type Point = readonly number[];
export const polygon = (...ring: Point[]) => ({ type: 'Polygon', coordinates: [ring] });

/** A square of so many degrees about a place, closed, each of its points as `told`. */
export const around = (
  x: number,
  y: number,
  side = 0.01,
  told: (x: number, y: number) => Point = (lon, lat) => [lon, lat],
) => {
  const corners: [number, number][] = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  return polygon(...corners.map(([lon, lat]) => told(lon, lat)));
};

export const crs = (name: string) => ({ type: 'name', properties: { name } });

export interface Feature {
  name?: string;
  geometry: unknown;
  more?: Record<string, unknown>;
}

/** A file of features (GeoJSON), with what stands beside them. */
export const mapOf = (features: readonly Feature[], beside: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...beside,
    features: features.map(({ geometry, more, name = 'Anapra' }) => ({
      type: 'Feature',
      properties: { nombre: name, ...more },
      geometry,
    })),
  });

/** Hands a map in to be imported, or read for a ranking. */
export const handIn = (
  here: TestApp,
  path: string,
  map: string,
  language: 'es' | 'en' = 'es',
): Promise<Response> =>
  here.call('POST', path, map, {
    ...(path.includes('imports') ? boss : ana),
    headers: { 'content-type': 'application/geo+json', 'accept-language': language },
  });
