import { recordPrivacyRequest as record } from '../../domain/commands/privacy-requests.ts';
import { policies } from '../../domain/policies.ts';
import { NewPrivacyRequest } from '../../domain/privacy-request.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import { commitPrivacyRequest } from '../../store/privacy-requests.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders, namesOfPeople } from './known-ids.ts';
import { PrivacyRequestView, privacyRequestView } from './privacy-request-view.ts';
import { noInput, route } from './route.ts';

/** POST /api/privacy-requests: somebody asks for what the law lets them ask for; from then on the days are counted. */
export const recordPrivacyRequest = route({
  method: 'POST',
  path: '/api/privacy-requests',
  summary: 'Record a request of access, rectification, cancellation or opposition',
  policy: policies.privacyRequest.record,
  readsPersonalData: true,
  params: noInput,
  query: noInput,
  body: NewPrivacyRequest,
  responses: { 201: PrivacyRequestView },
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller }) => {
      const { table, municipality, clock, moment, newPrivacyRequestId } = dependencies;
      const named = body.stakeholder === undefined ? [] : [{ path: 'stakeholder', id: body.stakeholder }];
      const [person] = await knownStakeholders(dependencies, caller, named);
      const change = record(newPrivacyRequestId(), body, person, caller, moment(), calendarOf(municipality));
      const names = await namesOfPeople(dependencies, caller, person ? [person.id] : []);
      return {
        response: { status: 201, body: privacyRequestView(change.request, names) },
        commit: (also) => commitPrivacyRequest(table, change, clock(), also),
      };
    },
});
