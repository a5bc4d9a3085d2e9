import * as z from 'zod';
import { Commitment, CommitmentId, commitmentId, commitmentOf } from '../../domain/commitment.ts';
import { Problem } from '../../domain/errors.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import type { StakeholderStore } from '../../store/stakeholders.ts';
import type { ApiDependencies } from './dependencies.ts';

/** A commitment as it is shown. */
export const CommitmentView = Commitment.omit({ revision: true, writes: true, number: true }).extend({
  id: CommitmentId,
  version: z.int(),
});

/** Shows a commitment; its version is the revision of the locality at which it last changed. */
export function commitmentView(commitment: Commitment): z.infer<typeof CommitmentView> {
  const { revision, writes: _, number: __, ...shown } = commitment;
  return { id: commitmentId(commitment), ...shown, version: revision };
}

/** The locality and number that a commitment's id is made of. */
export const CommitmentKey = CommitmentId.transform(commitmentOf);

/**
 * Whoever is named as responsible, to be written to. They must exist, and so must those who share in it; somebody whose
 * data were erased cannot promise anything new.
 */
export async function responsibleOf(
  stakeholders: StakeholderStore,
  { responsible, coResponsible = [] }: { responsible?: string | null; coResponsible?: string[] },
): Promise<Stakeholder | undefined> {
  const [first, ...others] = await Promise.all(
    [responsible ?? undefined, ...coResponsible].map((id) =>
      id === undefined ? undefined : stakeholders.find(id),
    ),
  );
  const gone = (one: Stakeholder | undefined) => !one || one.erasedOn !== undefined;
  const errors = others.flatMap((one, at) =>
    gone(one) ? [{ path: `coResponsible.${at}`, message: 'unknown-stakeholder' }] : [],
  );
  if (typeof responsible === 'string' && gone(first))
    errors.unshift({ path: 'responsible', message: 'unknown-stakeholder' });
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  return first;
}

/** By what a change of a matrix sets the next reminder: the municipality's ladder, and now. */
export const remindersNow = ({ municipality, moment }: Pick<ApiDependencies, 'municipality' | 'moment'>) => ({
  reminders: municipality.reminders,
  moment: moment(),
});
