import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { CommitmentStatus } from '../../domain/commitment.ts';
import { missingSectors } from '../../domain/criteria/missing-sectors.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { Sector, StakeholderId } from '../../domain/stakeholder.ts';
import { CommitmentView, commitmentView } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/localities/{id}/commitments: the commitment matrix, and which sectors are missing from it. */
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
    ({ localities, commitments }: ApiDependencies) =>
    async ({ params, query: { limit, cursor, ...wanted }, caller }) => {
      const after = z.coerce
        .number()
        .int()
        .min(0)
        .safeParse(cursor ?? 0);
      if (!after.success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const { id } = permitted(policies.commitment.read, caller, await localities.get(params.id));
      const matrix = await commitments.ofLocality(id);
      const rest = matrix.filter(
        ({ number, status, sector, responsible }) =>
          number > after.data &&
          (!wanted.status || status === wanted.status) &&
          (!wanted.sector || sector === wanted.sector) &&
          (!wanted.responsible || responsible === wanted.responsible),
      );
      const items = rest.slice(0, limit);
      const nextCursor = rest.length > limit ? items.at(-1)?.number.toString() : undefined;
      const body = {
        items: items.map(commitmentView),
        nextCursor,
        missingSectors: missingSectors(matrix),
      };
      return { response: { status: 200, body } };
    },
});
