import * as z from 'zod';

/** What GeoJSON had before RFC 7946, and mapping programs still write: a name, or the number of a register. */
const Declared = z.object({
  properties: z.object({
    name: z.string().optional(),
    href: z.string().optional(),
    code: z.unknown().optional(),
  }),
});
const longestName = 80;

/** WGS 84 in longitude and latitude, and Mexico ITRF2008, which is the same to less than a metre. */
const degrees = [/crs[\s_]?84h?$/i, /^wgs[\s_-]*(19)?84$/i, /epsg\D(.*\D)?(4326|6365)$/i];

/**
 * The name of a coordinate reference system that is declared and not ours, so that the territory is refused by it;
 * `undefined` where none is declared, or one whose degrees are taken as they are.
 */
export function foreignCrs(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined;
  const { name, href, code } = Declared.safeParse(crs).data?.properties ?? {};
  const number = typeof code === 'number' || typeof code === 'string' ? `EPSG:${code}` : undefined;
  const said = (name ?? number ?? href ?? '').trim();
  if (degrees.some((known) => known.test(said))) return undefined;
  const register = /epsg\D(?:.*\D)?(\d+)$/i.exec(said)?.[1];
  return register ? `EPSG:${register}` : said.slice(0, longestName) || '?';
}

/** A geometry with the system that its file or feature declares for it, unless it declares one by itself. */
export function withCrs(geometry: unknown, crs: unknown): unknown {
  if (crs === undefined || geometry === null || typeof geometry !== 'object' || 'crs' in geometry)
    return geometry;
  return { ...geometry, crs };
}
