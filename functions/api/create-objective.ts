import { createObjective as create } from '../../domain/commands/plan-lines.ts';
import { policies } from '../../domain/policies.ts';
import { NewObjective } from '../../domain/work/line.ts';
import { commitAll } from '../../store/commit.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toEdit } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { ObjectiveView, objectiveView } from './line-view.ts';
import { noInput, route } from './route.ts';

/** POST /api/plan/objectives: an objective joins the plan of a locality, or of the municipality. */
export const createObjective = route({
  method: 'POST',
  path: '/api/plan/objectives',
  summary: 'Add an objective to the plan of a locality or, without one, of the municipality',
  policy: policies.plan.edit,
  params: noInput,
  query: noInput,
  body: NewObjective,
  responses: { 201: ObjectiveView },
  problems: ['not-found', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller }) => {
      const { table, clock } = dependencies;
      const board = await boardOf(dependencies, caller, body.locality, toEdit);
      const { objectives } = await workStore(table).plan(board.id);
      const taken = new Set(objectives.map(({ key }) => key));
      const { change, objective } = create(body, { board, taken, caller });
      return {
        response: { status: 201, body: objectiveView(objective) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
