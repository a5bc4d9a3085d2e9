import { planSession } from '../../domain/commands/sessions.ts';
import { policies } from '../../domain/policies.ts';
import { NewSession } from '../../domain/work/session.ts';
import { commitAll } from '../../store/commit.ts';
import { boardOf, toEditSession } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { activityKnown, convenedKnown, groupKnown, SessionView, sessionView } from './session-view.ts';

/** POST /api/sessions: a session of a locality, or of the municipality, is planned; one that has taken place too. */
export const createSession = route({
  method: 'POST',
  path: '/api/sessions',
  summary: 'Plan a session of a locality or, without one, of the municipality',
  policy: policies.session.edit,
  params: noInput,
  query: noInput,
  body: NewSession,
  responses: { 201: SessionView },
  problems: ['not-found', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller }) => {
      const { table, clock } = dependencies;
      const board = await boardOf(dependencies, caller, body.locality, toEditSession);
      await convenedKnown(dependencies, caller, body.convened);
      await groupKnown(dependencies, board, body.group);
      activityKnown(dependencies, board, body.activity);
      const { change, session } = planSession(body, { board, caller });
      return {
        response: { status: 201, body: sessionView(session) },
        commit: (also) => commitAll(table, [change], clock(), also),
      };
    },
});
