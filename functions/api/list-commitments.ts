import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { CommitmentStatus } from '../../domain/commitment.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality.ts';
import { missingSectors } from '../../domain/matrix-counts.ts';
import { policies } from '../../domain/policies.ts';
import { Sector, StakeholderId } from '../../domain/stakeholder.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import { matrixCountsOf } from '../../store/matrix-counts.ts';
import { noInput, route } from '../runtime/route.ts';
import { CommitmentView, commitmentView } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';

/**
 * GET /api/localities/{id}/commitments: the commitment matrix, and which sectors are missing from it. Where only some of
 * it is asked for, a page may hold less than its limit and yet not be the last.
 */
export const listCommitments = route({
  method: 'GET',
  path: '/api/localities/{id}/commitments',
  summary: 'The commitment matrix of a locality',
  policy: policies.commitment.read,
  params: z.object({ id: LocalityId }),
  query: Paging.extend({
    status: CommitmentStatus.optional(),
    sector: Sector.optional(),
    responsible: StakeholderId.optional(),
  }),
  body: noInput,
  responses: { 200: listOf(CommitmentView).extend({ missingSectors: z.array(Sector) }) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, query: { limit, cursor, ...asked }, caller }) => {
      const { localities, commitments, municipality } = dependencies;
      const after = z.coerce
        .number()
        .int()
        .min(0)
        .safeParse(cursor ?? 0);
      if (!after.success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const locality = permitted(policies.commitment.read, caller, await localities.get(params.id));
      const [{ items, next }, counts] = await Promise.all([
        commitments.page(locality, after.data, limit, asked),
        matrixCountsOf(dependencies, locality),
      ]);
      const body = {
        items: items.map((one) => commitmentView(one, calendarOf(municipality))),
        nextCursor: next?.toString(),
        missingSectors: missingSectors(counts),
      };
      return { response: { status: 200, body } };
    },
});
