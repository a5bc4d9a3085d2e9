import { Municipality } from '../../domain/municipality.ts';
import { none, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';

/** GET /api/municipality: the settings as deployed; they are changed in the municipality's file. */
export const getMunicipality = route({
  method: 'GET',
  path: '/api/municipality',
  summary: 'The settings of the municipality',
  roles: ['administrator'],
  params: none,
  query: none,
  body: none,
  answers: { 200: Municipality },
  run:
    ({ municipality }: ApiDependencies) =>
    async () => ({ answer: { status: 200, body: municipality } }),
});
