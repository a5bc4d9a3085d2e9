import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { LocalityEdit } from '../../domain/commands/create-locality.ts';
import { editLocality as edit } from '../../domain/commands/edit-locality.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownCoordinators } from './known-staff.ts';
import { EnteredLocality, localityWarnings } from './locality-warnings.ts';
import { localityView } from './representations.ts';
import { checkIfMatch, noInput, route } from './route.ts';

/** PATCH /api/localities/{id}: name, code, population, territory or coordinators are corrected. */
export const editLocality = route({
  method: 'PATCH',
  path: '/api/localities/{id}',
  summary: 'Correct the particulars of a locality',
  policy: policies.locality.edit,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: LocalityEdit,
  responses: { 200: EnteredLocality },
  problems: ['not-found', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller, ifMatch, language }) => {
      const { localities, moment } = dependencies;
      const locality = permitted(policies.locality.edit, caller, await localities.get(params.id));
      checkIfMatch(ifMatch, locality.detailsRevision, locality.revision);
      const { coordinators } = body;
      const command = coordinators
        ? {
            ...body,
            coordinators: await knownCoordinators(dependencies, coordinators, locality.coordinators),
          }
        : body;
      const change = edit(locality, command, caller);
      const warnings = await localityWarnings(dependencies, locality.id, body, caller, language);
      const view = localityView(change.locality, moment().today);
      return { change, response: { status: 200, body: { ...view, warnings } } };
    },
});
