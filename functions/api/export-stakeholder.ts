import * as z from 'zod';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { noInput, route } from '../runtime/route.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Kept, keptAfter } from './kept-of-person.ts';

/**
 * GET /api/stakeholders/{id}/export: all that is kept of a person, for their right of access (LGPDPPSO). It tells of all
 * their localities, so that only administrators answer such a request.
 */
export const exportStakeholder = route({
  method: 'GET',
  path: '/api/stakeholders/{id}/export',
  summary: 'All that is kept of a stakeholder',
  policy: policies.stakeholder.exportKept,
  readsPersonalData: true,
  params: z.object({ id: StakeholderId }),
  query: z.strictObject({ cursor: LocalityId.optional() }),
  body: noInput,
  responses: { 200: Kept },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, query: { cursor }, caller }) => ({
      response: { status: 200, body: await keptAfter(dependencies, id, caller, cursor) },
    }),
});
