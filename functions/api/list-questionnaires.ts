import * as z from 'zod';
import { Role } from '../../domain/caller.ts';
import { Text } from '../../domain/language.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf } from './representations.ts';

const Listed = z.object({ id: z.string(), version: z.int(), name: Text });

/** GET /api/questionnaires: by which surveys can be read, the newest version of each. */
export const listQuestionnaires = route({
  method: 'GET',
  path: '/api/questionnaires',
  summary: 'Questionnaires',
  roles: Role.options,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: listOf(Listed) },
  run:
    ({ questionnaires }: ApiDependencies) =>
    async () => {
      const items = questionnaires.current.map(({ id, version, name }) => ({ id, version, name }));
      return { response: { status: 200, body: { items } } };
    },
});
