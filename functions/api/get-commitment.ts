import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { policies } from '../../domain/policies.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import { CommitmentKey, CommitmentView, commitmentView } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** GET /api/commitments/{id}: one commitment. */
export const getCommitment = route({
  method: 'GET',
  path: '/api/commitments/{id}',
  summary: 'One commitment',
  policy: policies.commitment.read,
  params: z.object({ id: CommitmentKey }),
  query: noInput,
  body: noInput,
  responses: { 200: CommitmentView },
  problems: ['not-found'],
  run:
    ({ localities, commitments, municipality }: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      permitted(policies.commitment.read, caller, await localities.get(id.locality));
      return {
        response: { status: 200, body: commitmentView(await commitments.get(id), calendarOf(municipality)) },
      };
    },
});
