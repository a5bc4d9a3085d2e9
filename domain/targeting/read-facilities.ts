import * as z from 'zod';
import { type Column, cellsOf, columnsOf, type KnownNames, keyIn, numberIn } from '../tabular/columns.ts';
import type { Rejection, Sheet } from '../tabular/sheet.ts';
import { Facility } from './facilities.ts';

/** The columns of a table of facilities. */
export const facilityColumns: readonly Column[] = [
  { name: 'type', also: ['tipo', 'facility', 'equipamiento'], required: true },
  { name: 'longitude', also: ['longitud', 'lon', 'lng', 'x'] },
  { name: 'latitude', also: ['latitud', 'lat', 'y'] },
];

const Point = z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) });

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
    const position = point?.coordinates.slice(0, 2) ?? [numberIn(longitude), numberIn(latitude)];
    const { data, error } = Facility.safeParse({ type: keyIn(type, facilityNames), position });
    if (data) facilities.push(data);
    const columns = new Set(error?.issues.map(({ path }) => (path[0] === 'type' ? 'type' : 'position')));
    for (const column of columns)
      rejected.push({
        row: row.row,
        column,
        message: column === 'type' ? 'unknown-facility' : 'ring-points',
      });
  }
  return { facilities, rejected };
}
