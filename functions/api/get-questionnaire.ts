import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/questionnaires/{questionnaire}: which columns measure what, in which codes. */
export const getQuestionnaire = route({
  method: 'GET',
  path: '/api/questionnaires/{questionnaire}',
  summary: 'A questionnaire: its questions, columns and codes',
  policy: policies.questionnaire.read,
  params: z.object({ questionnaire: z.string() }),
  query: noInput,
  body: noInput,
  responses: { 200: Questionnaire },
  problems: ['not-found'],
  run:
    ({ questionnaires }: ApiDependencies) =>
    async ({ params }) => {
      const found = questionnaires.newest(params.questionnaire);
      if (!found) throw new Problem('not-found');
      return { response: { status: 200, body: found } };
    },
});
