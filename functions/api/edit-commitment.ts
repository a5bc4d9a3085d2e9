import * as z from 'zod';
import { changeable } from '../../domain/caller.ts';
import { editCommitment as edit } from '../../domain/commands/commitments.ts';
import { CommitmentEdit } from '../../domain/commitment.ts';
import { fresh, none, route } from '../runtime/route.ts';
import { CommitmentKey, CommitmentView, commitmentView, responsibleOf } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';

/** PATCH /api/commitments/{id}: what was promised, by whom, until when, and how it stands. */
export const editCommitment = route({
  method: 'PATCH',
  path: '/api/commitments/{id}',
  summary: 'Change a commitment',
  roles: ['administrator', 'coordinator'],
  params: z.object({ id: CommitmentKey }),
  query: none,
  body: CommitmentEdit,
  answers: { 200: CommitmentView },
  problems: ['not-found', 'not-active', 'stale-version'],
  needsVersion: true,
  run:
    ({ localities, commitments, stakeholders, municipality, moment }: ApiDependencies) =>
    async ({ params: { id }, body, caller, ifMatch }) => {
      const locality = changeable(caller, await localities.get(id.locality));
      const before = await commitments.get(id);
      fresh(ifMatch, before.revision, locality.revision);
      // The sector is that of whoever is responsible now; who is not named anew need not be found.
      const named = await responsibleOf(stakeholders, body);
      const responsible = body.responsible === undefined ? sectorOf(before.sector) : named;
      const { commitment, ...change } = edit(
        ...([locality, before, body, responsible, caller] as const),
        municipality.reminders,
        moment(),
      );
      return { change, answer: { status: 200, body: commitmentView(commitment) } };
    },
});

const sectorOf = <Sector>(sector: Sector | undefined) => (sector === undefined ? undefined : { sector });
