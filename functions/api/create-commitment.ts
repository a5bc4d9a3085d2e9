import * as z from 'zod';
import { changeable } from '../../domain/caller.ts';
import { createCommitment as create } from '../../domain/commands/commitments.ts';
import { NewCommitment } from '../../domain/commitment.ts';
import { LocalityId } from '../../domain/locality.ts';
import { none, route } from '../runtime/route.ts';
import { CommitmentView, commitmentView, responsibleOf } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';

/** POST /api/localities/{id}/commitments: a promise joins the commitment matrix. */
export const createCommitment = route({
  method: 'POST',
  path: '/api/localities/{id}/commitments',
  summary: 'Add a commitment to the matrix of a locality',
  roles: ['administrator', 'coordinator'],
  params: z.object({ id: LocalityId }),
  query: none,
  body: NewCommitment,
  answers: { 201: CommitmentView },
  problems: ['not-found', 'not-active'],
  run:
    ({ localities, stakeholders, municipality, moment }: ApiDependencies) =>
    async ({ params, body, caller }) => {
      const locality = changeable(caller, await localities.get(params.id));
      const responsible = await responsibleOf(stakeholders, body);
      const { commitment, ...change } = create(
        locality,
        body,
        responsible,
        caller,
        municipality.reminders,
        moment(),
      );
      return { change, answer: { status: 201, body: commitmentView(commitment) } };
    },
});
