import { Municipality } from '../../domain/municipality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/municipality: the settings as deployed; they are changed in the municipality's file. */
export const getMunicipality = route({
  method: 'GET',
  path: '/api/municipality',
  summary: 'The settings of the municipality',
  policy: policies.installation.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: Municipality },
  run:
    ({ municipality }: ApiDependencies) =>
    async () => ({ response: { status: 200, body: municipality } }),
});
