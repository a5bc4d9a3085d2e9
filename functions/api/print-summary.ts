import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { SummaryFilter, wholeSummary } from './summary-asked.ts';

const pdf = 'application/pdf';

/** GET /api/summary.pdf: the summary as a document to print. */
export const printSummary = route({
  method: 'GET',
  path: '/api/summary.pdf',
  summary: 'The summary as a document to print',
  policy: policies.summary.read,
  params: noInput,
  query: SummaryFilter,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [pdf],
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query, caller, language }) => {
      const { municipality, fonts, moment } = dependencies;
      const summary = await wholeSummary(dependencies, caller, query);
      // The printer is larger than all the rest of the interface, and few requests need it.
      const { printedSummary } = await import('../dossier/summary.ts');
      const bytes = printedSummary({ municipality, summary, ...moment() }, language, fonts());
      const name = `etapas-summary-${summary.from}-${summary.to}.pdf`;
      return { response: { status: 200, file: { name, type: pdf, bytes } } };
    },
});
