import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { HistoryPage, HistoryQuery, historyPage } from './history-page.ts';
import { noInput, route } from './route.ts';

/** GET /api/localities/{id}/history: everything that happened, each entry chained to the one before; oldest first. */
export const getHistory = route({
  method: 'GET',
  path: '/api/localities/{id}/history',
  summary: 'The history of a locality',
  policy: policies.history.read,
  params: z.object({ id: LocalityId }),
  query: HistoryQuery,
  body: noInput,
  responses: { 200: HistoryPage },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, query, caller }) => {
      const { id } = permitted(policies.history.read, caller, await dependencies.localities.get(params.id));
      return { response: { status: 200, body: await historyPage(dependencies, `LOCALITY#${id}`, query) } };
    },
});
