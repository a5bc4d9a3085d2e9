import * as z from 'zod';
import { answerPrivacyRequest as answer } from '../../domain/commands/privacy-requests.ts';
import { policies } from '../../domain/policies.ts';
import { PrivacyAnswer, PrivacyRequestId } from '../../domain/privacy-request.ts';
import { commitPrivacyRequest, privacyRequestStore } from '../../store/privacy-requests.ts';
import type { ApiDependencies } from './dependencies.ts';
import { namesOfPeople } from './known-ids.ts';
import { PrivacyRequestView, privacyRequestView } from './privacy-request-view.ts';
import { noInput, route } from './route.ts';

/** POST /api/privacy-requests/{id}/answer: the person was told; what they asked for is done by the routes that do it. */
export const answerPrivacyRequest = route({
  method: 'POST',
  path: '/api/privacy-requests/{id}/answer',
  summary: 'Say how and when a request was answered',
  policy: policies.privacyRequest.answer,
  readsPersonalData: true,
  params: z.object({ id: PrivacyRequestId }),
  query: noInput,
  body: PrivacyAnswer,
  responses: { 200: PrivacyRequestView },
  problems: ['not-found', 'already-answered'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller }) => {
      const { table, clock, moment, stakeholders } = dependencies;
      const before = await privacyRequestStore(table).get(params.id);
      const { stakeholder } = before;
      const person = stakeholder === undefined ? undefined : await stakeholders.get(stakeholder);
      const change = answer(before, body, person, caller, moment());
      const names = await namesOfPeople(dependencies, caller, person ? [person.id] : []);
      return {
        response: { status: 200, body: privacyRequestView(change.request, names) },
        commit: (also) => commitPrivacyRequest(table, change, clock(), also),
      };
    },
});
