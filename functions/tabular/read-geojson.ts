import * as z from 'zod';
import type { Sheet } from '../../domain/tabular/sheet.ts';
import { withCrs } from '../../domain/territory/crs.ts';
import { mostRows } from './limits.ts';
import { rejectedFile } from './rejected-file.ts';

const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.unknown(),
  crs: z.unknown().optional(),
});
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(Feature),
  crs: z.unknown().optional(),
});

/** Anything deeper than a list of texts has no place in a cell. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(' | ');
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** Features often end in `null` where others have a territory. */
const territory = (geometry: unknown) => geometry ?? undefined;

/** Reads a collection of features (RFC 7946): each is a row, its properties the cells, the first feature row 1. */
export function readGeoJson(bytes: Uint8Array): Sheet {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw rejectedFile('not-geojson', cause);
  }
  const { success, data, error } = Collection.safeParse(value);
  if (!success) throw rejectedFile('not-geojson', error);
  if (data.features.length > mostRows) throw rejectedFile('too-many-rows');
  const header = [...new Set(data.features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  const rows = data.features.map(({ properties, geometry, crs = data.crs }, at) => ({
    row: at + 1,
    cells: header.map((name) => textOf(properties?.[name])),
    geometry: territory(withCrs(geometry, crs)),
  }));
  return { header, rows, open: true };
}
