import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { SummaryQuery, SummaryView, summaryPage } from './summary-asked.ts';

/** GET /api/summary: objectives, lines and quarters, money and policy areas, of the localities the caller may see. */
export const getSummary = route({
  method: 'GET',
  path: '/api/summary',
  summary: 'What was done of each line by quarter, with its money, and actions by policy area',
  policy: policies.summary.read,
  params: noInput,
  query: SummaryQuery,
  body: noInput,
  responses: { 200: SummaryView },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query, caller }) => ({
      response: { status: 200, body: await summaryPage(dependencies, caller, query) },
    }),
});
