import * as z from 'zod';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { readFacts } from '../dossier/facts.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';

const pdf = 'application/pdf';

/** GET /api/localities/{id}/dossier.pdf: the whole record of a locality, to print and to sign. */
export const printDossier = route({
  method: 'GET',
  path: '/api/localities/{id}/dossier.pdf',
  summary: 'The record of a locality as a document to print',
  policy: policies.dossier.print,
  readsPersonalData: true,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: noInput,
  responses: { 200: z.unknown() },
  produces: [pdf],
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller, language }) => {
      const facts = await readFacts(dependencies, params.id, caller);
      // The printer is larger than all the rest of the interface, and few requests need it.
      const { printed } = await import('../dossier/print.ts');
      const bytes = printed(facts, language, dependencies.fonts());
      return { response: { status: 200, file: { name: `${params.id}-dossier.pdf`, type: pdf, bytes } } };
    },
});
