import * as z from 'zod';
import { editLine as edit } from '../../domain/commands/plan-lines.ts';
import { policies } from '../../domain/policies.ts';
import { revisionOf } from '../../domain/work/board.ts';
import { LineEdit } from '../../domain/work/line.ts';
import { commitAll } from '../../store/commit.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toEdit } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LineAddress, LineView, lineView, namedByLine } from './line-view.ts';
import { checkIfMatch, noInput, route } from './route.ts';

/** PATCH /api/plan/lines/{id}: what is to be done, by whom and until when; what was done is the sum of entries. */
export const editLine = route({
  method: 'PATCH',
  path: '/api/plan/lines/{id}',
  summary: 'Change a line of a plan; another target needs a reason',
  policy: policies.plan.edit,
  params: z.object({ id: LineAddress }),
  query: noInput,
  body: LineEdit,
  responses: { 200: LineView },
  problems: ['not-found', 'not-active', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller, ifMatch }) => {
      const { table, clock } = dependencies;
      const board = await boardOf(dependencies, caller, id.board, toEdit);
      const before = await workStore(table).line(id);
      checkIfMatch(ifMatch, before.revision, revisionOf(board));
      const named = await namedByLine(dependencies, caller, board, body, before);
      const { change, line } = edit(before, named, { board, caller });
      return {
        response: { status: 200, body: lineView(line) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
