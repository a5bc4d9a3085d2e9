import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import { PrivacyRequestId } from '../../domain/privacy-request.ts';
import { privacyRequestStore } from '../../store/privacy-requests.ts';
import type { ApiDependencies } from './dependencies.ts';
import { namesOfPeople } from './known-ids.ts';
import { PrivacyRequestView, privacyRequestView } from './privacy-request-view.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/privacy-requests: what people asked for about their data, the newest first. */
export const listPrivacyRequests = route({
  method: 'GET',
  path: '/api/privacy-requests',
  summary: 'The register of requests of access, rectification, cancellation and opposition, the newest first',
  policy: policies.privacyRequest.read,
  readsPersonalData: true,
  params: noInput,
  query: Paging,
  body: noInput,
  responses: { 200: listOf(PrivacyRequestView) },
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { cursor, limit }, caller }) => {
      if (cursor !== undefined && !PrivacyRequestId.safeParse(cursor).success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { items, next } = await privacyRequestStore(dependencies.table).page(cursor, limit);
      const people = items.flatMap(({ stakeholder }) => stakeholder ?? []);
      const names = await namesOfPeople(dependencies, caller, people);
      const shown = items.map((one) => privacyRequestView(one, names));
      return { response: { status: 200, body: { items: shown, nextCursor: next } } };
    },
});
