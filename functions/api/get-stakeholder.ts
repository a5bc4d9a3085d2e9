import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/** GET /api/stakeholders/{id}: one stakeholder. */
export const getStakeholder = route({
  method: 'GET',
  path: '/api/stakeholders/{id}',
  summary: 'One stakeholder',
  policy: policies.stakeholder.read,
  readsPersonalData: true,
  params: z.object({ id: StakeholderId }),
  query: noInput,
  body: noInput,
  responses: { 200: StakeholderView },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller }) => {
      const known = await stakeholderAsked(dependencies, params.id, caller, policies.stakeholder.read);
      return { response: { status: 200, body: stakeholderView(known, caller) } };
    },
});
