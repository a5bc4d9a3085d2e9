import * as z from 'zod';

/** Longitude and latitude, in degrees of WGS 84. */
const Position = z.tuple([z.number(), z.number()]);
const Ring = z.array(Position).min(1).max(5_000);

/**
 * The outline of a place as it was handed in, GeoJSON (RFC 7946). It may be wrong: rings that stay open, coordinates in
 * metres, outlines that cross themselves. `checkTerritories` tells, by name, so that somebody can mend them.
 */
export const Territory = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(100) }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(Ring).min(1).max(100)).min(1).max(100),
  }),
]);
export type Territory = z.infer<typeof Territory>;

export type Position = z.infer<typeof Position>;
export type Ring = Position[];

/** The polygons of a territory, each an outer ring and its holes. */
export const polygonsOf = ({ type, coordinates }: Territory): Ring[][] =>
  type === 'Polygon' ? [coordinates] : coordinates;

/** Files may give an altitude with every position; it says nothing about a place's outline. */
const Deep = z.object({ type: z.string(), coordinates: z.array(z.unknown()) });
const flat = (part: unknown): unknown =>
  !Array.isArray(part) ? part : typeof part[0] === 'number' ? part.slice(0, 2) : part.map(flat);

/** The territory in a feature of a file; `undefined` where it is no polygon or multipolygon. */
export function territoryIn(geometry: unknown): Territory | undefined {
  const shape = Deep.safeParse(geometry).data;
  return shape && Territory.safeParse({ type: shape.type, coordinates: flat(shape.coordinates) }).data;
}
