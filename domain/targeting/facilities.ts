import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import * as z from 'zod';
import { polygonsOf, type Territory } from './territory.ts';

/**
 * The ten types of facilities on the maps of the polygons.
 * Source: National Strategy for Community Development and Violence Prevention, Gobierno Federal, 27 April 2011.
 */
export const FacilityType = z.enum([
  'school',
  'sports-centre',
  'market',
  'government-palace',
  'plaza',
  'temple',
  'green-area',
  'cemetery',
  'shopping-centre',
  'hospital',
]);
export type FacilityType = z.infer<typeof FacilityType>;

/** How many there are of each type; a type that is left out was not counted or has none. */
export const FacilityCounts = z.partialRecord(FacilityType, z.int().min(0).max(100_000));
export type FacilityCounts = z.infer<typeof FacilityCounts>;

/** One facility, where it stands: longitude and latitude, in degrees of WGS 84. */
export const Facility = z.strictObject({
  type: FacilityType,
  position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
});
export type Facility = z.infer<typeof Facility>;

/**
 * The candidates with the facilities that stand in their territories, counted by type; what was counted before is
 * replaced. One on a shared border, or where candidates overlap, counts in each: it serves both. Candidates without a
 * territory stay as they are.
 * @returns `outside`: facilities that stand in none of them
 */
export function countFacilities<Place extends { geometry?: Territory; facilities?: FacilityCounts }>(
  candidates: readonly Place[],
  facilities: readonly Facility[],
): { candidates: Place[]; outside: Facility[] } {
  const placed = new Set<Facility>();
  const counted = candidates.map((candidate) => {
    if (!candidate.geometry) return candidate;
    const outline = { type: 'MultiPolygon' as const, coordinates: polygonsOf(candidate.geometry) };
    const counts: FacilityCounts = {};
    for (const facility of facilities) {
      if (!booleanPointInPolygon(facility.position, outline)) continue;
      placed.add(facility);
      counts[facility.type] = (counts[facility.type] ?? 0) + 1;
    }
    return { ...candidate, facilities: counts };
  });
  return { candidates: counted, outside: facilities.filter((facility) => !placed.has(facility)) };
}
