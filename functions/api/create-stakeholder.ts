import { createStakeholder as create } from '../../domain/commands/stakeholders.ts';
import { policies } from '../../domain/policies.ts';
import { NewStakeholder } from '../../domain/stakeholder-input.ts';
import { registered } from '../../store/address-register.ts';
import { addressWarnings, EnteredStakeholder } from './address-warnings.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownLocalities } from './known-ids.ts';
import { noInput, route } from './route.ts';
import { stakeholderView } from './stakeholder-view.ts';

/** POST /api/stakeholders: somebody who may promise something is recorded. */
export const createStakeholder = route({
  method: 'POST',
  path: '/api/stakeholders',
  summary: 'Record a stakeholder',
  policy: policies.stakeholder.create,
  readsPersonalData: true,
  params: noInput,
  query: noInput,
  body: NewStakeholder,
  responses: { 201: EnteredStakeholder },
  run:
    ({ table, localities, moment, newStakeholderId }: ApiDependencies) =>
    async ({ body, caller, language }) => {
      await knownLocalities({ localities }, caller, body.localities);
      const asked = create(newStakeholderId(), body, caller, moment());
      const { change, record } = await registered(table, asked);
      const { stakeholder, contact } = change;
      const view = stakeholderView({ stakeholder, contact: contact ?? undefined }, caller);
      const warnings = addressWarnings(record, stakeholder.id, language);
      return { change, response: { status: 201, body: { ...view, warnings } } };
    },
});
