import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { Programme } from '../../domain/programme.ts';
import { asReleased } from '../runtime/programme-catalogue.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/programmes/{id}: the newest version, or with `?version=` the one asked for. */
export const getProgramme = route({
  method: 'GET',
  path: '/api/programmes/{programme}',
  summary: 'One programme: its stages, activities and criteria',
  policy: policies.programme.read,
  params: z.object({ programme: z.string() }),
  query: z.strictObject({ version: z.coerce.number().int().optional() }),
  body: noInput,
  responses: { 200: Programme },
  problems: ['not-found'],
  run:
    ({ programmes }: ApiDependencies) =>
    async ({ params, query }) => {
      const found = programmes.all.find(
        ({ id, version }) =>
          id === params.programme && (query.version === undefined || version === query.version),
      );
      if (!found) throw new Problem('not-found');
      return { response: { status: 200, body: asReleased(found) } };
    },
});
