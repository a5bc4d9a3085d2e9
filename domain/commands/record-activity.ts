import * as z from 'zod';
import type { Caller } from '../caller.ts';
import { canonicalJson } from '../canonical-json.ts';
import { bumpRevision, type Change, type Moment } from '../change.ts';
import { Problem } from '../errors.ts';
import { NewEvidence } from '../evidence.ts';
import { freeText } from '../free-text.ts';
import type { Locality } from '../locality.ts';
import { type ActivityRecord, ActivityStatus, Figures, type Visit } from '../visit.ts';
import { type Office, voidReviews } from './void-reviews.ts';

export const ActivityEntry = z
  .strictObject({
    status: ActivityStatus,
    /** Free text about the work; never about victims or other persons. */
    note: freeText(2_000).optional(),
    evidence: z.array(NewEvidence).max(10).optional(),
    figures: Figures.optional(),
  })
  .refine(({ status, note }) => status !== 'not-applicable' || !!note, {
    path: ['note'],
    message: 'reason-needed',
  });
export type ActivityEntry = z.infer<typeof ActivityEntry>;

interface Situation extends Office {
  locality: Locality;
  /** The open visit during which it is recorded. */
  visit: Visit;
  /** The key of the activity, or of a step within one. */
  activity: string;
}

/**
 * What is known of an activity (or of a step within it) is replaced by what the caller says. Evidence and figures
 * left out stay as they were, so that a tap on a checklist never loses a document. What changes while a review of the visit
 * waits makes the review void.
 */
export function recordActivity(
  { locality, visit, activity, ...office }: Situation,
  entry: ActivityEntry,
  caller: Caller,
  { now }: Moment,
): Change {
  if (locality.status !== 'active') throw new Problem('not-active');
  const before = visit.activities[activity];
  const record = {
    status: entry.status,
    note: entry.note || undefined,
    evidence: entry.evidence ?? before?.evidence ?? [],
    figures: entry.figures ?? before?.figures,
    changedBy: caller.user,
    changedAt: now,
    revision: locality.revision + 1,
  };
  const { stage, track, number } = visit;
  const visits = [bumpRevision(visit, { activities: { ...visit.activities, [activity]: record } })];
  const after = bumpRevision(locality, {});
  const { voided, ...change } = saysTheSame(record, before)
    ? { locality: after, visits, outbox: [], voided: undefined }
    : voidReviews(after, visits, office, caller);
  return {
    ...change,
    event: {
      actor: caller.user,
      action: 'activity-recorded',
      detail: {
        stage,
        track,
        visit: number,
        activity,
        status: record.status,
        was: before?.status ?? 'open',
        note: record.note,
        evidence: record.evidence,
        figures: record.figures,
        reviewsVoided: voided,
      },
    },
  };
}

/** Whether a record says no more of an activity than was known of it. */
const saysTheSame = (record: ActivityRecord, before: ActivityRecord | undefined): boolean =>
  saidIn(record) === saidIn(before);
const saidIn = ({ status, note, evidence, figures }: Partial<ActivityRecord> = {}): string =>
  canonicalJson([status ?? 'open', note ?? '', evidence ?? [], figures ?? {}]);
