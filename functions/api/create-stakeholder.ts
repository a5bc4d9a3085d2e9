import { createStakeholder as create } from '../../domain/commands/stakeholders.ts';
import { policies } from '../../domain/policies.ts';
import { NewStakeholder } from '../../domain/stakeholder-input.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownLocalities } from './known-ids.ts';
import { noInput, route } from './route.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/** POST /api/stakeholders: somebody who may promise something is recorded. */
export const createStakeholder = route({
  method: 'POST',
  path: '/api/stakeholders',
  summary: 'Record a stakeholder',
  policy: policies.stakeholder.create,
  params: noInput,
  query: noInput,
  body: NewStakeholder,
  responses: { 201: StakeholderView },
  run:
    ({ localities, moment, newStakeholderId }: ApiDependencies) =>
    async ({ body, caller }) => {
      await knownLocalities({ localities }, caller, body.localities);
      const change = create(newStakeholderId(), body, caller, moment());
      const { stakeholder, contact } = change;
      const view = stakeholderView({ stakeholder, contact: contact ?? undefined }, caller);
      return { change, response: { status: 201, body: view } };
    },
});
