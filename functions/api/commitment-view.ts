import * as z from 'zod';
import type { LocalDate } from '../../domain/calendar.ts';
import type { Caller } from '../../domain/caller.ts';
import { Commitment, CommitmentId, commitmentId, commitmentOf } from '../../domain/commitment.ts';
import type { Language } from '../../domain/language.ts';
import { type Reminders, remindersOf } from '../../domain/reminder-settings.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { isOnTime } from '../../domain/standing.ts';
import type { WorkCalendar } from '../../domain/work-calendar.ts';
import { longDate } from '../../emails/values.ts';
import { functionWords, languages } from '../../words/languages.ts';
import { Warnings } from '../runtime/problem-body.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders } from './known-ids.ts';

/** A commitment as it is shown. */
export const CommitmentView = Commitment.omit({ revision: true, writes: true, number: true }).extend({
  id: CommitmentId,
  /** Whether it was kept by its day; absent where it is not kept, or one of the two days is not known. */
  onTime: z.boolean().optional(),
  version: z.int(),
});

/** A commitment that was just written down, with what to know of what was entered and written all the same. */
export const EnteredCommitment = CommitmentView.extend(Warnings.shape);

/** Shows a commitment; its version is the revision of the locality at which it last changed. */
export function commitmentView(
  commitment: Commitment,
  calendar: WorkCalendar,
): z.infer<typeof CommitmentView> {
  const { revision, writes: _, number: __, ...shown } = commitment;
  return {
    id: commitmentId(commitment),
    ...shown,
    onTime: isOnTime(commitment, calendar),
    version: revision,
  };
}

/** A commitment as it was entered; a day on which nobody works is told, with the day from which it counts as late. */
export function enteredCommitment(
  commitment: Commitment,
  dueOn: LocalDate | null | undefined,
  { calendar }: Reminders,
  language: Language,
): z.infer<typeof EnteredCommitment> {
  if (!dueOn || calendar.isWorkingDay(dueOn)) return commitmentView(commitment, calendar);
  const message = functionWords[language].dayOff(
    longDate(calendar.onOrAfter(dueOn), languages[language].locale),
  );
  return { ...commitmentView(commitment, calendar), warnings: [{ path: 'dueOn', message }] };
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
  reminders: remindersOf(municipality),
  moment: moment(),
});
