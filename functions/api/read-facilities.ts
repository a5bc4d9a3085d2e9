import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { Facility } from '../../domain/targeting/facilities.ts';
import { readFacilities as read } from '../../domain/targeting/read-facilities.ts';
import { messagesFor } from '../../domain/words/index.ts';
import { validationMessage } from '../runtime/problem-response.ts';
import { noInput, route } from '../runtime/route.ts';
import { largestFile } from '../tabular/limits.ts';
import { fileTypes, readFile } from '../tabular/read-file.ts';
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
      const words = messagesFor(language);
      const { facilities, rejected } = read(await readFile(file));
      const told = rejected.map(({ message, ...place }) => ({
        ...place,
        message: validationMessage(message, words),
      }));
      return { response: { status: 200, body: { facilities, rejected: told } } };
    },
});
