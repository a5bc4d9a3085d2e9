import * as z from 'zod';
import { revokeLinks as revoke } from '../../domain/commands/stakeholders.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import type { ApiDependencies } from './dependencies.ts';
import { checkIfMatch, noInput, route } from './route.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/** POST /api/stakeholders/{id}/links/revoke: every link this person was ever sent is dead. */
export const revokeLinks = route({
  method: 'POST',
  path: '/api/stakeholders/{id}/links/revoke',
  summary: 'Revoke all links sent to a stakeholder',
  policy: policies.stakeholder.revokeLinks,
  readsPersonalData: true,
  params: z.object({ id: StakeholderId }),
  query: noInput,
  body: z.strictObject({}),
  responses: { 200: StakeholderView },
  problems: ['not-found', 'stale-version'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller, ifMatch }) => {
      const { stakeholder, contact } = await stakeholderAsked(
        dependencies,
        params.id,
        caller,
        policies.stakeholder.revokeLinks,
      );
      checkIfMatch(ifMatch, stakeholder.revision, stakeholder.revision);
      const change = revoke(stakeholder, caller);
      const view = stakeholderView({ stakeholder: change.stakeholder, contact }, caller);
      return { change, response: { status: 200, body: view } };
    },
});
