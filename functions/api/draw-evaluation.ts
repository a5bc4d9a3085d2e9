import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { evaluationPicture } from '../../domain/evaluation/picture.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { figureWords } from '../../words/figures.ts';
import { evaluated, surveysOf } from '../surveys/compared.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const svg = 'image/svg+xml';

/** GET /api/localities/{id}/evaluation.svg: baseline and follow-up with their intervals, as a picture. */
export const drawEvaluation = route({
  method: 'GET',
  path: '/api/localities/{id}/evaluation.svg',
  summary: 'The evaluation as a picture in SVG',
  policy: policies.survey.read,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [svg],
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller, language }) => {
      const { id, name } = permitted(
        policies.survey.read,
        caller,
        await dependencies.localities.get(params.id),
      );
      const rows = await evaluated(dependencies, await surveysOf(dependencies, id));
      const bytes = Buffer.from(evaluationPicture('evaluation', name, rows, figureWords(language)));
      return { response: { status: 200, file: { name: `${id}-evaluation.svg`, type: svg, bytes } } };
    },
});
