import * as z from 'zod';
import { Facility } from '../../domain/targeting/facilities.ts';
import { facilityColumns, readFacilities as read } from '../../domain/targeting/read-facilities.ts';
import { knownNames } from '../../words/names.ts';
import { readFile } from '../tabular/read-file.ts';
import { rejectedRows } from '../tabular/rejected-rows.ts';
import type { ApiDependencies } from './dependencies.ts';
import { placesFile } from './places-file.ts';
import { RejectedRow } from './representations.ts';
import { route } from './route.ts';

const Read = z.object({ facilities: z.array(Facility), rejected: z.array(RejectedRow) });

/** POST /api/targeting/facilities: reads a file of schools, markets, plazas and the like; keeps nothing. */
export const readFacilities = route({
  method: 'POST',
  path: '/api/targeting/facilities',
  summary: 'Read facilities, of ten types, from points on a map or a table of coordinates',
  ...placesFile,
  responses: { 200: Read },
  run:
    (_: ApiDependencies) =>
    async ({ body: file, language }) => {
      const { facilities, rejected } = read(await readFile(file, facilityColumns), knownNames('facilities'));
      const body = { facilities, rejected: rejectedRows(rejected, language) };
      return { response: { status: 200, body } };
    },
});
