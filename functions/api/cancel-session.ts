import * as z from 'zod';
import { cancelSession as cancel } from '../../domain/commands/sessions.ts';
import { freeText } from '../../domain/free-text.ts';
import { policies } from '../../domain/policies.ts';
import { commitAll } from '../../store/commit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { SessionAddress, SessionView, sessionToEdit, sessionView } from './session-view.ts';

/** POST /api/sessions/{id}/cancellation: it does not take place, and why. */
export const cancelSession = route({
  method: 'POST',
  path: '/api/sessions/{id}/cancellation',
  summary: 'Cancel a session that is still to take place, with a reason',
  policy: policies.session.edit,
  params: z.object({ id: SessionAddress }),
  query: noInput,
  body: z.strictObject({ reason: freeText(1_000).min(1) }),
  responses: { 200: SessionView },
  problems: ['not-found', 'not-active', 'session-state'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller }) => {
      const { table, clock } = dependencies;
      const { board, before } = await sessionToEdit(dependencies, caller, id);
      const { change, session } = cancel(before, body.reason, { board, caller });
      return {
        response: { status: 200, body: sessionView(session) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
