import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { PrivacyRequestId } from '../../domain/privacy-request.ts';
import { privacyRequestStore } from '../../store/privacy-requests.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { keptOf } from './kept-of-person.ts';

const pdf = 'application/pdf';

/** GET /api/privacy-requests/{id}/answer.pdf: the answer to a request with all that is held of the person, to hand over. */
export const printPrivacyAnswer = route({
  method: 'GET',
  path: '/api/privacy-requests/{id}/answer.pdf',
  summary: 'The answer to a request as a document to print, with what is held of the person',
  policy: policies.privacyRequest.read,
  readsPersonalData: true,
  params: z.object({ id: PrivacyRequestId }),
  query: noInput,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [pdf],
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller, language }) => {
      const { table, municipality, fonts, moment } = dependencies;
      const request = await privacyRequestStore(table).get(params.id);
      const held =
        request.stakeholder === undefined
          ? undefined
          : await keptOf(dependencies, request.stakeholder, caller);
      // The printer is larger than all the rest of the interface, and few requests need it.
      const { printedAnswer } = await import('../dossier/privacy-answer.ts');
      const bytes = printedAnswer({ municipality, request, held, ...moment() }, language, fonts());
      return { response: { status: 200, file: { name: `${params.id}-answer.pdf`, type: pdf, bytes } } };
    },
});
