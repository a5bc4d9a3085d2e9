import * as z from 'zod';
import { permitted } from '../../domain/caller.ts';
import { editCommitment as edit } from '../../domain/commands/commitments.ts';
import { CommitmentEdit } from '../../domain/commitment.ts';
import { policies } from '../../domain/policies.ts';
import { attachable, commitAttaching } from '../files/attach.ts';
import {
  CommitmentKey,
  EnteredCommitment,
  enteredCommitment,
  remindersNow,
  responsibleOf,
} from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { checkIfMatch, noInput, route } from './route.ts';

/** PATCH /api/commitments/{id}: what was promised, by whom, until when, and how it stands. */
export const editCommitment = route({
  method: 'PATCH',
  path: '/api/commitments/{id}',
  summary: 'Change a commitment',
  policy: policies.commitment.edit,
  params: z.object({ id: CommitmentKey }),
  query: noInput,
  body: CommitmentEdit,
  responses: { 200: EnteredCommitment },
  problems: ['not-found', 'not-active', 'stale-version'],
  needsVersion: true,
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller, ifMatch, language }) => {
      const now = remindersNow(dependencies);
      const { localities, commitments } = dependencies;
      const locality = permitted(policies.commitment.edit, caller, await localities.get(id.locality));
      const before = await commitments.get(id);
      checkIfMatch(ifMatch, before.revision, locality.revision);
      // A responsible who is not named again is not looked up: the sector stays as it was when they were named.
      const named = await responsibleOf(dependencies, caller, body, before);
      const responsible = body.responsible === undefined ? sectorOf(before.sector) : named;
      const attaching = await attachable(dependencies, locality.id, caller, body.evidence);
      const { commitment, ...change } = edit(before, body, {
        locality,
        responsible,
        caller,
        ...now,
      });
      return {
        response: { status: 200, body: enteredCommitment(commitment, body.dueOn, now.reminders, language) },
        commit: commitAttaching(dependencies, change, attaching),
      };
    },
});

const sectorOf = <Sector>(sector: Sector | undefined) => (sector === undefined ? undefined : { sector });
