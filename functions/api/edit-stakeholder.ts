import * as z from 'zod';
import { editStakeholder as edit } from '../../domain/commands/stakeholders.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { StakeholderEdit } from '../../domain/stakeholder-input.ts';
import { registered } from '../../store/address-register.ts';
import { addressWarnings, EnteredStakeholder } from './address-warnings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownLocalities } from './known-ids.ts';
import { checkIfMatch, noInput, route } from './route.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { stakeholderView } from './stakeholder-view.ts';

/**
 * PATCH /api/stakeholders/{id}: what is known of a stakeholder is corrected. What they have promised keeps the sector that
 * they had when they were named for it.
 */
export const editStakeholder = route({
  method: 'PATCH',
  path: '/api/stakeholders/{id}',
  summary: 'Correct what is known of a stakeholder',
  policy: policies.stakeholder.edit,
  readsPersonalData: true,
  params: z.object({ id: StakeholderId }),
  query: noInput,
  body: StakeholderEdit,
  responses: { 200: EnteredStakeholder },
  problems: ['not-found', 'erased', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller, ifMatch, language }) => {
      const { stakeholder, contact } = await stakeholderAsked(
        dependencies,
        params.id,
        caller,
        policies.stakeholder.edit,
      );
      checkIfMatch(ifMatch, stakeholder.revision, stakeholder.revision);
      // Localities that the stakeholder belongs to already may stay, even those the caller may not see.
      const joined = (body.localities ?? []).filter((id) => !stakeholder.localities.includes(id));
      await knownLocalities(dependencies, caller, joined);
      const asked = edit(stakeholder, contact, body, caller);
      const { change, record } = await registered(dependencies.table, asked);
      const after = { stakeholder: change.stakeholder, contact: change.contact ?? undefined };
      const warnings = body.email ? addressWarnings(record, stakeholder.id, language) : [];
      return { change, response: { status: 200, body: { ...stakeholderView(after, caller), warnings } } };
    },
});
