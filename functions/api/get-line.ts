import * as z from 'zod';
import { may, policies } from '../../domain/policies.ts';
import { breakdownOf } from '../../domain/work/breakdown.ts';
import { quarterSums } from '../../domain/work/quarters.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toRead } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { LineAddress, LineView, lineView } from './line-view.ts';
import { noInput, route } from './route.ts';

const Cells = z.record(z.string(), z.string());

/** GET /api/plan/lines/{id}: one line, with its sums by breakdown: cell by cell for staff, without what tells people apart for others. */
export const getLine = route({
  method: 'GET',
  path: '/api/plan/lines/{id}',
  summary: 'One line of a plan, with its sums by month and by breakdown',
  policy: policies.plan.read,
  params: z.object({ id: LineAddress }),
  query: noInput,
  body: noInput,
  responses: { 200: LineView },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      await boardOf(dependencies, caller, id.board, toRead);
      const store = workStore(dependencies.table);
      const [line, sums] = await Promise.all([store.line(id), store.cellsOf(id)]);
      const isWhole = may(policies.plan.readSmallCells, caller);
      const quarters = [...quarterSums(line.sums).keys()].sort();
      const byQuarter = { quarters, dimensions: breakdownOf(line, sums, quarters, isWhole) };
      const byCell = sums.flatMap(({ month, cells }) =>
        Object.entries(cells).map(([cell, sum]) => ({
          month,
          cells: Cells.parse(JSON.parse(cell)),
          quantity: sum / 100,
        })),
      );
      const body = { ...lineView(line), ...(isWhole && { byCell }), byQuarter };
      return { response: { status: 200, body } };
    },
});
