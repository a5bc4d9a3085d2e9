import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { summaryWorkbook } from '../tabular/summary-workbook.ts';
import { typeOf } from '../tabular/write-file.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { SummaryFilter, wholeSummary } from './summary-asked.ts';

/** GET /api/summary.xlsx: the summary as a workbook, its figures as numbers. */
export const exportSummary = route({
  method: 'GET',
  path: '/api/summary.xlsx',
  summary: 'The summary as a workbook',
  policy: policies.summary.read,
  params: noInput,
  query: SummaryFilter,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [typeOf.xlsx],
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query, caller, language }) => {
      const summary = await wholeSummary(dependencies, caller, query);
      const bytes = await summaryWorkbook(summary, language);
      const name = `etapas-summary-${summary.from}-${summary.to}.xlsx`;
      return { response: { status: 200, file: { name, type: typeOf.xlsx, bytes } } };
    },
});
