import * as z from 'zod';
import { LocalityId } from '../../domain/locality-id.ts';
import { policies } from '../../domain/policies.ts';
import { revisionOf } from '../../domain/work/board.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toRead } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LineView, lineView, ObjectiveView, objectiveView } from './line-view.ts';
import { noInput, route } from './route.ts';

/** GET /api/plan: the objectives and lines of a locality, or those of the municipality, with what was done. */
export const getPlan = route({
  method: 'GET',
  path: '/api/plan',
  summary: 'The plan of a locality; without one, that of the municipality',
  policy: policies.plan.read,
  params: noInput,
  query: z.strictObject({ locality: LocalityId.optional() }),
  body: noInput,
  responses: {
    200: z.object({ objectives: z.array(ObjectiveView), lines: z.array(LineView), version: z.int() }),
  },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query, caller }) => {
      const board = await boardOf(dependencies, caller, query.locality, toRead);
      const { objectives, lines } = await workStore(dependencies.table).plan(board.id);
      const body = {
        objectives: objectives.map(objectiveView),
        lines: lines.map(lineView),
        version: revisionOf(board),
      };
      return { response: { status: 200, body } };
    },
});
