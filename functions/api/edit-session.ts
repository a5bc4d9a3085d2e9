import * as z from 'zod';
import { editSession as edit } from '../../domain/commands/sessions.ts';
import { policies } from '../../domain/policies.ts';
import { revisionOf } from '../../domain/work/board.ts';
import { SessionEdit } from '../../domain/work/session.ts';
import { commitAll } from '../../store/commit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { checkIfMatch, noInput, route } from './route.ts';
import {
  activityKnown,
  convenedKnown,
  groupKnown,
  SessionAddress,
  SessionView,
  sessionToEdit,
  sessionView,
} from './session-view.ts';

/** PATCH /api/sessions/{id}: when and where it is, what it is about and who is to come, until it was held. */
export const editSession = route({
  method: 'PATCH',
  path: '/api/sessions/{id}',
  summary: 'Change a session that is still to take place',
  policy: policies.session.edit,
  params: z.object({ id: SessionAddress }),
  query: noInput,
  body: SessionEdit,
  responses: { 200: SessionView },
  problems: ['not-found', 'not-active', 'session-state', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller, ifMatch }) => {
      const { table, clock } = dependencies;
      const { board, before } = await sessionToEdit(dependencies, caller, id);
      checkIfMatch(ifMatch, before.revision, revisionOf(board));
      await convenedKnown(dependencies, caller, body.convened, before.convened);
      await groupKnown(dependencies, board, body.group);
      activityKnown(dependencies, board, body.activity);
      const { change, session } = edit(before, body, { board, caller });
      return {
        response: { status: 200, body: sessionView(session) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
