import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { policies } from '../../domain/policies.ts';
import { GroupId, partsOf } from '../../domain/work/board.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toReadSession } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';
import { readBy, SessionView, sessionView } from './session-view.ts';

/** GET /api/sessions: the sessions of a locality, of a group, or those of the municipality, the last one planned first. */
export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary:
    'The sessions of a locality or of a group; without either, those of the municipality; the last one planned first',
  policy: policies.session.read,
  params: noInput,
  query: Paging.extend({ locality: LocalityId.optional(), group: GroupId.optional() }),
  body: noInput,
  responses: { 200: listOf(SessionView) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { locality, group, limit, cursor }, caller }) => {
      const before = z.coerce.number().int().min(1).optional().safeParse(cursor);
      if (!before.success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const board = group === undefined ? locality : partsOf(group).board;
      const { id } = await boardOf(dependencies, caller, board, toReadSession);
      const store = workStore(dependencies.table);
      const { items, next } = await (group === undefined
        ? store.sessionPage(id, before.data, limit)
        : store.sessionsOfGroup(group, before.data, limit));
      const shown = items.map((session) => sessionView(readBy(caller, session)));
      return { response: { status: 200, body: { items: shown, nextCursor: next?.toString() } } };
    },
});
