import * as z from 'zod';
import { eraseStakeholder as erase } from '../../domain/commands/stakeholders.ts';
import { namedBy } from '../../domain/names-in-text.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { commitStakeholder } from '../../store/commit.ts';
import type { ApiDependencies } from './dependencies.ts';
import { eraseTraces } from './erase-traces.ts';
import { checkIfMatch, noInput, route } from './route.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/**
 * DELETE /api/stakeholders/{id}: what identifies a person is erased, with what they wrote and what others wrote of them; what they
 * promised stays, without a name, and nobody is responsible for what was still open.
 */
export const eraseStakeholder = route({
  method: 'DELETE',
  path: '/api/stakeholders/{id}',
  summary: 'Erase what identifies a stakeholder, what they wrote, and what was written of them',
  policy: policies.stakeholder.erase,
  readsPersonalData: true,
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
      return {
        response: { status: 200, body: view },
        async commit(also) {
          // First what others wrote of them: it is found by their name, which is gone afterwards.
          if (contact) {
            const person = { id: stakeholder.id, named: namedBy(contact) };
            await eraseTraces(dependencies, person, stakeholder.localities, caller);
          }
          await commitStakeholder(dependencies.table, change, dependencies.clock(), also);
        },
      };
    },
});
