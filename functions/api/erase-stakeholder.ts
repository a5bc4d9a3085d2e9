import * as z from 'zod';
import { eraseStakeholder as erase } from '../../domain/commands/stakeholders.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import type { ApiDependencies } from './dependencies.ts';
import { checkIfMatch, noInput, route } from './route.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/** DELETE /api/stakeholders/{id}: what identifies a person is erased; what they promised stays, without a name. */
export const eraseStakeholder = route({
  method: 'DELETE',
  path: '/api/stakeholders/{id}',
  summary: 'Erase the contact data of a stakeholder',
  policy: policies.stakeholder.erase,
  params: z.object({ id: StakeholderId }),
  query: noInput,
  body: noInput,
  responses: { 200: StakeholderView },
  problems: ['not-found', 'erased', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller, ifMatch }) => {
      const { stakeholder, contact } = await stakeholderAsked(
        dependencies,
        params.id,
        caller,
        policies.stakeholder.erase,
      );
      checkIfMatch(ifMatch, stakeholder.revision, stakeholder.revision);
      const change = erase(stakeholder, contact, caller, dependencies.moment());
      const view = stakeholderView({ stakeholder: change.stakeholder }, caller);
      return { change, response: { status: 200, body: view } };
    },
});
