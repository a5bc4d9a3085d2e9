import * as z from 'zod';
import { type Column, cellsOf, columnsOf, type KnownNames, keyIn, numberIn } from '../tabular/columns.ts';
import type { Rejection, Sheet } from '../tabular/sheet.ts';
import type { TerritoryFault } from '../territory/fault.ts';
import { faultOfPlace } from '../territory/place.ts';
import { type Facility, FacilityType } from './facilities.ts';

/** The columns of a table of facilities. */
export const facilityColumns: readonly Column[] = [
  { name: 'type', also: ['tipo', 'facility', 'equipamiento'], required: true },
  { name: 'longitude', also: ['longitud', 'lon', 'lng', 'x'] },
  { name: 'latitude', also: ['latitud', 'lat', 'y'] },
];

const Point = z.object({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number(), z.number()]).rest(z.unknown()),
  crs: z.unknown().optional(),
});

/**
 * Reads facilities from points on a map, or from a table with longitude and latitude in degrees. Their type goes by its
 * key or by one of its names; other columns are let pass. Messages are codes, in `validationErrors` of the catalogues.
 */
export function readFacilities(
  sheet: Sheet,
  facilityNames: KnownNames,
): { facilities: Facility[]; rejected: Rejection[] } {
  const { places, wrong } = columnsOf({ ...sheet, open: true }, facilityColumns);
  const facilities: Facility[] = [];
  const rejected = [...wrong];
  if (wrong.length > 0) return { facilities, rejected };
  for (const row of sheet.rows) {
    if (row.geometry === undefined && row.cells.every((cell) => cell.trim() === '')) continue;
    const { type, longitude, latitude } = cellsOf(row, places);
    const point = Point.safeParse(row.geometry).data;
    const [x, y] = point?.coordinates ?? [numberIn(longitude), numberIn(latitude)];
    const reject = (column: string, message: string, territory?: TerritoryFault) =>
      rejected.push({ row: row.row, column, message, territory });
    const isPoint = typeof x === 'number' && typeof y === 'number';
    const fault = isPoint ? faultOfPlace([[x, y]], point?.crs) : undefined;
    const facilityType = FacilityType.safeParse(keyIn(type, facilityNames)).data;
    if (!facilityType) reject('type', 'unknown-facility');
    if (!isPoint || fault) reject('position', 'ring-points', fault);
    else if (facilityType) facilities.push({ type: facilityType, position: [x, y] });
  }
  return { facilities, rejected };
}
