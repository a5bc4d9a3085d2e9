import * as z from 'zod';
import { Role } from '../../domain/caller.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

/** GET /api/stakeholders/{id}: one stakeholder. */
export const getStakeholder = route({
  method: 'GET',
  path: '/api/stakeholders/{id}',
  summary: 'One stakeholder',
  roles: Role.options,
  params: z.object({ id: StakeholderId }),
  query: noInput,
  body: noInput,
  responses: { 200: StakeholderView },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, caller }) => {
      const known = await stakeholderAsked(dependencies, params.id, caller, 'look');
      return { response: { status: 200, body: stakeholderView(known, caller) } };
    },
});
