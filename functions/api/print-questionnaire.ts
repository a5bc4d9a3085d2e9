import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { printableQuestionnaire } from '../surveys/printable.ts';
import { surveyTemplate } from '../surveys/template.ts';
import { typeOf } from '../tabular/write-file.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const page = 'text/html; charset=utf-8';

/** GET /api/questionnaires/{questionnaire}/{file}: the form to print, in the caller's language, or its columns. */
export const printQuestionnaire = route({
  method: 'GET',
  path: '/api/questionnaires/{questionnaire}/{file}',
  summary: 'A questionnaire to print, or the template of its file',
  policy: policies.questionnaire.read,
  params: z.object({ questionnaire: z.string(), file: z.enum(['form.html', 'template.csv']) }),
  query: noInput,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [page, typeOf.csv],
  problems: ['not-found'],
  run:
    ({ questionnaires }: ApiDependencies) =>
    async ({ params, language }) => {
      const found = questionnaires.newest(params.questionnaire);
      if (!found) throw new Problem('not-found');
      const [type, bytes] =
        params.file === 'form.html'
          ? [page, Buffer.from(printableQuestionnaire(found, language))]
          : [typeOf.csv, await surveyTemplate(found)];
      return { response: { status: 200, file: { name: `${found.id}-${params.file}`, type, bytes } } };
    },
});
