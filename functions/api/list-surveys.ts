import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { surveysOf } from '../surveys/compared.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf } from './representations.ts';
import { noInput, route } from './route.ts';
import { SurveyView, surveyView } from './survey-asked.ts';

/** GET /api/localities/{id}/surveys: the baseline and the follow-up, as far as they were imported. */
export const listSurveys = route({
  method: 'GET',
  path: '/api/localities/{id}/surveys',
  summary: 'The surveys of a locality',
  policy: policies.survey.read,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: noInput,
  responses: { 200: listOf(SurveyView) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller }) => {
      const { id } = permitted(policies.survey.read, caller, await dependencies.localities.get(params.id));
      const { baseline, followUp } = await surveysOf(dependencies, id);
      const items = [baseline, followUp].flatMap((survey) => (survey ? [surveyView(survey)] : []));
      return { response: { status: 200, body: { items } } };
    },
});
