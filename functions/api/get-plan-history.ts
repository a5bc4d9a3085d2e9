import { policies } from '../../domain/policies.ts';
import { municipal } from '../../domain/work/board.ts';
import { ownerOf } from '../../store/board-owner.ts';
import type { ApiDependencies } from './dependencies.ts';
import { HistoryPage, HistoryQuery, historyPage } from './history-page.ts';
import { noInput, route } from './route.ts';

/** GET /api/plan/history: what happened to the work that belongs to no locality; a chain of its own, oldest first. */
export const getPlanHistory = route({
  method: 'GET',
  path: '/api/plan/history',
  summary: 'The history of the municipality’s own work',
  policy: policies.plan.read,
  params: noInput,
  query: HistoryQuery,
  body: noInput,
  responses: { 200: HistoryPage },
  run:
    (dependencies: ApiDependencies) =>
    async ({ query }) => ({
      response: { status: 200, body: await historyPage(dependencies, ownerOf(municipal), query) },
    }),
});
