import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { Commitment, CommitmentId, commitmentId, commitmentOf } from '../../domain/commitment.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { isOnTime } from '../../domain/standing.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders } from './known-ids.ts';

/** A commitment as it is shown. */
export const CommitmentView = Commitment.omit({ revision: true, writes: true, number: true }).extend({
  id: CommitmentId,
  /** Whether it was kept by its day; absent where it is not kept, or one of the two days is not known. */
  onTime: z.boolean().optional(),
  version: z.int(),
});

/** Shows a commitment; its version is the revision of the locality at which it last changed. */
export function commitmentView(commitment: Commitment): z.infer<typeof CommitmentView> {
  const { revision, writes: _, number: __, ...shown } = commitment;
  return { id: commitmentId(commitment), ...shown, onTime: isOnTime(commitment), version: revision };
}

/** The locality and number that a commitment's id is made of. */
export const CommitmentKey = CommitmentId.transform(commitmentOf);

/**
 * Whoever is named as responsible, to be written to. The caller must know them and those who share in it; those who stand in
 * the commitment `before` may stay. Somebody whose data were erased cannot promise anything new.
 */
export async function responsibleOf(
  dependencies: Pick<ApiDependencies, 'stakeholders' | 'lists'>,
  caller: Caller,
  { responsible, coResponsible = [] }: { responsible?: string | null; coResponsible?: string[] },
  before?: Pick<Commitment, 'responsible' | 'coResponsible'>,
): Promise<Stakeholder | undefined> {
  const named = [
    ...(responsible ? [{ path: 'responsible', id: responsible }] : []),
    ...coResponsible.map((id, at) => ({ path: `coResponsible.${at}`, id })),
  ];
  const standing = before ? [before.responsible ?? [], before.coResponsible].flat() : [];
  const known = await knownStakeholders(dependencies, caller, named, standing);
  return known.find(({ id }) => id === responsible);
}

/** By what a change of a matrix sets the next reminder: the municipality's ladder, and now. */
export const remindersNow = ({ municipality, moment }: Pick<ApiDependencies, 'municipality' | 'moment'>) => ({
  reminders: municipality.reminders,
  moment: moment(),
});
