import { createLine as create } from '../../domain/commands/plan-lines.ts';
import { policies } from '../../domain/policies.ts';
import { NewLine } from '../../domain/work/line.ts';
import { commitAll } from '../../store/commit.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toEdit } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LineView, lineView, namedByLine } from './line-view.ts';
import { noInput, route } from './route.ts';

/** POST /api/plan/lines: a line joins the plan of a locality, or of the municipality. */
export const createLine = route({
  method: 'POST',
  path: '/api/plan/lines',
  summary: 'Add a line to the plan of a locality or, without one, of the municipality',
  policy: policies.plan.edit,
  params: noInput,
  query: noInput,
  body: NewLine,
  responses: { 201: LineView },
  problems: ['not-found', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller }) => {
      const { table, clock } = dependencies;
      const board = await boardOf(dependencies, caller, body.locality, toEdit);
      const [named, { lines }] = await Promise.all([
        namedByLine(dependencies, caller, board, body),
        workStore(table).plan(board.id),
      ]);
      const taken = new Set(lines.map(({ key }) => key));
      const { change, line } = create(named, { board, taken, caller });
      return {
        response: { status: 201, body: lineView(line) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
