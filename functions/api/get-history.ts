import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { HistoryEntry } from '../../store/history.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Flag, listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/localities/{id}/history: everything that happened, each entry chained to the one before; oldest first. */
export const getHistory = route({
  method: 'GET',
  path: '/api/localities/{id}/history',
  summary: 'The history of a locality',
  policy: policies.history.read,
  params: z.object({ id: LocalityId }),
  query: Paging.extend({ newestFirst: Flag }),
  body: noInput,
  responses: { 200: listOf(HistoryEntry) },
  problems: ['not-found'],
  run:
    ({ localities, history }: ApiDependencies) =>
    async ({ params, query, caller }) => {
      const after = z.coerce.number().int().min(0).optional().safeParse(query.cursor);
      if (!after.success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { id } = permitted(policies.history.read, caller, await localities.get(params.id));
      const { items, next } = await history.page(
        `LOCALITY#${id}`,
        after.data,
        query.limit,
        query.newestFirst,
      );
      return { response: { status: 200, body: { items, nextCursor: next?.toString() } } };
    },
});
