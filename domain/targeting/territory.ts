import * as z from 'zod';

/** Longitude and latitude, in degrees of WGS 84. */
const Position = z.tuple([z.number(), z.number()]);
const Ring = z.array(Position).min(1).max(5_000);

/**
 * The outline of a place in a ranking, GeoJSON (RFC 7946). Those that were frozen before territories were checked may be
 * wrong; what a file holds is read by `checkTerritory`.
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
