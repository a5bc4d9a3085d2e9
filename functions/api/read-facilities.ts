import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { Facility } from '../../domain/targeting/facilities.ts';
import { readFacilities as read } from '../../domain/targeting/read-facilities.ts';
import { knownNames } from '../../words/names.ts';
import { noInput, route } from '../runtime/route.ts';
import { largestFile } from '../tabular/limits.ts';
import { fileTypes, readFile } from '../tabular/read-file.ts';
import { rejectedRows } from '../tabular/rejected-rows.ts';
import type { ApiDependencies } from './dependencies.ts';
import { File, RejectedRow } from './representations.ts';

const Read = z.object({ facilities: z.array(Facility), rejected: z.array(RejectedRow) });

/** POST /api/targeting/facilities: reads a file of schools, markets, plazas and the like; keeps nothing. */
export const readFacilities = route({
  method: 'POST',
  path: '/api/targeting/facilities',
  summary: 'Read facilities, of ten types, from points on a map or a table of coordinates',
  policy: policies.ranking.prepare,
  params: noInput,
  query: noInput,
  body: File,
  consumes: { types: fileTypes, largest: largestFile },
  responses: { 200: Read },
  problems: ['body-too-large', 'unsupported-media-type'],
  run:
    (_: ApiDependencies) =>
    async ({ body: file, language }) => {
      const { facilities, rejected } = read(await readFile(file), knownNames('facilities'));
      const body = { facilities, rejected: rejectedRows(rejected, language) };
      return { response: { status: 200, body } };
    },
});
