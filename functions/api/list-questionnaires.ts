import * as z from 'zod';
import { Text } from '../../domain/language.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf } from './representations.ts';
import { noInput, route } from './route.ts';

const Listed = z.object({ id: z.string(), version: z.int(), name: Text });

/** GET /api/questionnaires: by which surveys can be read, the newest version of each. */
export const listQuestionnaires = route({
  method: 'GET',
  path: '/api/questionnaires',
  summary: 'Questionnaires',
  policy: policies.questionnaire.read,
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
