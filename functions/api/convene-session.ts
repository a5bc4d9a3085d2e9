import * as z from 'zod';
import { conveneSession as convene } from '../../domain/commands/sessions.ts';
import { policies } from '../../domain/policies.ts';
import { commitAll } from '../../store/commit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { SessionAddress, SessionView, sessionToEdit, sessionView } from './session-view.ts';

/** POST /api/sessions/{id}/convocation: those who are to come are called. */
export const conveneSession = route({
  method: 'POST',
  path: '/api/sessions/{id}/convocation',
  summary: 'Convene a planned session',
  policy: policies.session.edit,
  params: z.object({ id: SessionAddress }),
  query: noInput,
  body: z.strictObject({}),
  responses: { 200: SessionView },
  problems: ['not-found', 'not-active', 'session-state'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      const { table, clock } = dependencies;
      const { board, before } = await sessionToEdit(dependencies, caller, id);
      const { change, session } = convene(before, { board, caller });
      return {
        response: { status: 200, body: sessionView(session) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
