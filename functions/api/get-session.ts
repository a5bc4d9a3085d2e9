import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toReadSession } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { previousAgreements, readBy, SessionAddress, SessionView, sessionView } from './session-view.ts';

/** GET /api/sessions/{id}: one session. */
export const getSession = route({
  method: 'GET',
  path: '/api/sessions/{id}',
  summary: 'One session',
  policy: policies.session.read,
  params: z.object({ id: SessionAddress }),
  query: noInput,
  body: noInput,
  responses: { 200: SessionView },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      await boardOf(dependencies, caller, id.board, toReadSession);
      const session = await workStore(dependencies.table).session(id);
      const before = await previousAgreements(dependencies, session);
      const shown = sessionView(readBy(caller, session));
      return { response: { status: 200, body: { ...shown, previousAgreements: before } } };
    },
});
