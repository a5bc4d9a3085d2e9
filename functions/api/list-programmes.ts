import { policies } from '../../domain/policies.ts';
import { Programme } from '../../domain/programme.ts';
import { asReleased } from '../runtime/programme-catalogue.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/programmes: the newest version of every programme. */
export const listProgrammes = route({
  method: 'GET',
  path: '/api/programmes',
  summary: 'The programmes a locality can walk',
  policy: policies.programme.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: listOf(Programme) },
  run:
    ({ programmes }: ApiDependencies) =>
    async () => ({ response: { status: 200, body: { items: programmes.current.map(asReleased) } } }),
});
