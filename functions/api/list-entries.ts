import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { Problem } from '../../domain/errors.ts';
import { may, policies } from '../../domain/policies.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toRead } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { EntryView, entryView } from './entry-view.ts';
import { LineAddress } from './line-view.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/plan/lines/{id}/entries: what was entered for a line within a period, in the order of days. */
export const listEntries = route({
  method: 'GET',
  path: '/api/plan/lines/{id}/entries',
  summary: 'The entries of a line, of a period if one is named, in the order of days',
  policy: policies.plan.read,
  params: z.object({ id: LineAddress }),
  query: Paging.extend({ from: LocalDate.optional(), to: LocalDate.optional() }),
  body: noInput,
  responses: { 200: listOf(EntryView) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, query: { limit, cursor, from, to }, caller }) => {
      if (cursor !== undefined && !/^\d{8}-\d{1,8}$/.test(cursor))
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      await boardOf(dependencies, caller, id.board, toRead);
      const store = workStore(dependencies.table);
      const line = await store.line(id);
      const period = { from: from ?? line.from, to: to ?? line.to };
      if (period.from > period.to)
        throw new Problem('invalid-request', { errors: [{ path: 'to', message: 'before-from' }] });
      const { items, next } = await store.entryPage(line, period, cursor, limit);
      // One entry is as small as cells come: who may not read these reads how much there is, and not of whom.
      const isWhole = may(policies.plan.readSmallCells, caller);
      const shown = items.map((entry) => entryView(isWhole ? entry : { ...entry, cells: {} }));
      return { response: { status: 200, body: { items: shown, nextCursor: next } } };
    },
});
