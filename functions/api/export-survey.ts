import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { SurveyWave } from '../../domain/survey-wave.ts';
import { surveyStore } from '../../store/surveys.ts';
import { typeOf } from '../tabular/write-file.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/localities/{id}/surveys/{wave}/rows.csv: the answers as they were imported; they name nobody. */
export const exportSurvey = route({
  method: 'GET',
  path: '/api/localities/{id}/surveys/{wave}/rows.csv',
  summary: 'The rows of a survey',
  policy: policies.survey.readRows,
  params: z.object({ id: LocalityId, wave: SurveyWave }),
  query: noInput,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [typeOf.csv],
  problems: ['not-found'],
  run:
    ({ localities, table }: ApiDependencies) =>
    async ({ params: { id, wave }, caller }) => {
      const surveys = surveyStore(table);
      permitted(policies.survey.readRows, caller, await localities.get(id));
      const survey = await surveys.find(id, wave);
      if (!survey) throw new Problem('not-found');
      const header = Buffer.from(`${survey.columns.join(',')}\n`);
      const bytes = Buffer.concat([header, await surveys.rows(id, survey)]);
      return { response: { status: 200, file: { name: `${id}-${wave}.csv`, type: typeOf.csv, bytes } } };
    },
});
