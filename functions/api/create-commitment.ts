import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { createCommitment as create } from '../../domain/commands/commitments.ts';
import { NewCommitment } from '../../domain/commitment.ts';
import { LocalityId } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { attachable, commitAttaching } from '../files/attach.ts';
import { EnteredCommitment, enteredCommitment, remindersNow, responsibleOf } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

/** POST /api/localities/{id}/commitments: a promise joins the commitment matrix. */
export const createCommitment = route({
  method: 'POST',
  path: '/api/localities/{id}/commitments',
  summary: 'Add a commitment to the matrix of a locality',
  policy: policies.commitment.create,
  params: z.object({ id: LocalityId }),
  query: noInput,
  body: NewCommitment,
  responses: { 201: EnteredCommitment },
  problems: ['not-found', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params, body, caller, language }) => {
      const now = remindersNow(dependencies);
      const { localities } = dependencies;
      const locality = permitted(policies.commitment.create, caller, await localities.get(params.id));
      const responsible = await responsibleOf(dependencies, caller, body);
      const attaching = await attachable(dependencies, locality.id, caller, body.evidence);
      const { commitment, ...change } = create(body, {
        locality,
        responsible,
        caller,
        ...now,
      });
      return {
        response: { status: 201, body: enteredCommitment(commitment, body.dueOn, now.reminders, language) },
        commit: commitAttaching(dependencies, change, attaching),
      };
    },
});
