import type { LocalDate } from './calendar.ts';
import type { Commitment, CommitmentEdit, EveryField } from './commitment.ts';
import { applyPatch } from './patch.ts';
import { lateAfter } from './reminders.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** How a commitment stands: its status, how far it is, and since when it is kept. */
export type Standing = Pick<Commitment, 'status' | 'progress' | 'fulfilledOn'>;

/** How something stands of which nothing was done yet. */
export const notBegun: Standing = { status: 'pending', progress: 0, fulfilledOn: undefined };

/**
 * How a commitment stands after something was said of it; the only place where its status, progress and day go by each
 * other. What is fulfilled is at 100 %, since the day that is said or today. What is pending is at 0 %: whoever says that
 * it is further says that it is under way. What is taken up again has no day, and is as far as is said, or at 0 %. Of what
 * was fulfilled before days were kept there is none until somebody says it.
 */
export function standingOf(
  said: Pick<CommitmentEdit, keyof Standing>,
  before: Standing,
  today: LocalDate,
): Pick<EveryField<Commitment>, keyof Standing> {
  const asked = said.status ?? before.status;
  if (asked === 'fulfilled') {
    const since = before.status === 'fulfilled' ? before.fulfilledOn : today;
    return { status: asked, progress: 100, fulfilledOn: applyPatch(said.fulfilledOn, since) };
  }
  const progress = said.progress ?? (before.status === 'fulfilled' ? 0 : before.progress);
  const standing = { progress, fulfilledOn: said.fulfilledOn ?? undefined };
  if (asked !== 'pending') return { status: asked, ...standing };
  if (said.progress) return { status: 'in-progress', ...standing };
  return { status: asked, ...standing, progress: said.status ? 0 : progress };
}

/** Why a commitment cannot stand so: a day of what is not fulfilled, or one that has not come. */
export function standingFault(
  { status, fulfilledOn }: Standing,
  today: LocalDate,
): 'not-fulfilled' | 'not-come' | undefined {
  if (fulfilledOn === undefined) return undefined;
  if (status !== 'fulfilled') return 'not-fulfilled';
  return fulfilledOn > today ? 'not-come' : undefined;
}

/** Whether it was kept before it was late; `undefined` where one of the two days is not known. */
export const isOnTime = (
  { dueOn, fulfilledOn }: Pick<Commitment, 'dueOn' | 'fulfilledOn'>,
  calendar: WorkCalendar,
): boolean | undefined =>
  dueOn === undefined || fulfilledOn === undefined ? undefined : fulfilledOn <= lateAfter(dueOn, calendar);
