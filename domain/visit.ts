import * as z from 'zod';
import { Instant, LocalDate } from './calendar.ts';
import { DecisionOutcome } from './decision-outcome.ts';
import { Evidence } from './evidence.ts';
import { SurveyWave } from './survey-wave.ts';
import { User } from './user.ts';

export const ActivityStatus = z.enum(['open', 'done', 'not-applicable']);

/** What was counted at an activity; `meetingsHeld` in meetings, `peopleTrained` in persons. Aggregates only. */
export const Figures = z.strictObject({
  meetingsHeld: z.int().min(0).max(100_000).optional(),
  peopleTrained: z.int().min(0).max(1_000_000).optional(),
});
export type Figures = z.infer<typeof Figures>;

/** What is known of one activity, or of one step within it, during a visit. */
export const ActivityRecord = z.object({
  status: ActivityStatus,
  note: z.string().optional(),
  evidence: z.array(Evidence).default([]),
  figures: Figures.optional(),
  changedBy: User,
  changedAt: Instant,
  /** The locality's revision at which it last changed. */
  revision: z.int().min(1),
});
export type ActivityRecord = z.infer<typeof ActivityRecord>;

/** An administrator's leave to pass although criteria are unmet. */
export const Override = z.object({
  by: User,
  reason: z.string(),
  expiresOn: LocalDate,
  /** The keys of the criteria unmet when it was given: it covers these and no others. */
  unmet: z.array(z.string()),
});
export type Override = z.infer<typeof Override>;

export const Review = z.object({
  requestedBy: User,
  requestedAt: Instant,
  note: z.string().optional(),
  override: Override.optional(),
});
export type Review = z.infer<typeof Review>;

export const Decision = z.object({
  outcome: DecisionOutcome,
  reason: z.string(),
  toStage: z.string().optional(),
  decidedBy: User,
  decidedAt: Instant,
  /** The review it answers; only `advance` needs one. */
  review: Review.optional(),
});
export type Decision = z.infer<typeof Decision>;

/** A survey as a gate looks at it. */
export const SurveyEvidence = z.object({
  /** The checksum of the file. */
  checksum: z.string(),
  respondents: z.int().min(0),
  /** By how many items the follow-up and the baseline could be compared. */
  compared: z.int().min(0),
  /** The locality's revision at which it was imported. */
  revision: z.int().min(1),
});

/** A frozen ranking that the locality is among. */
export const TargetingEvidence = z.object({ ranking: z.string(), revision: z.int().min(1) });

/** One passage of a locality through one gate. It keeps its evidence for good. */
export const Visit = z.object({
  locality: z.string(),
  stage: z.string(),
  track: z.string().optional(),
  number: z.int().min(1),
  openedOn: LocalDate,
  targetOn: LocalDate,
  /** The locality's revision at which it was opened; visits kept before this was recorded have none. */
  openedAtRevision: z.int().min(1).optional(),
  /** By the key of the activity or step; what has no record is open. */
  activities: z.record(z.string(), ActivityRecord),
  /** The surveys imported during the visit, where its gate asks for them. */
  surveys: z.partialRecord(SurveyWave, SurveyEvidence).default({}),
  /** The ranking frozen during the visit, where its gate asks for one. */
  targeting: TargetingEvidence.optional(),
  review: Review.optional(),
  decisions: z.array(Decision),
  /** Set once the visit is over: by its own decision, or because another track's decision left the stage. */
  endedOn: LocalDate.optional(),
  /** The waiting workflow's task token, while one waits. */
  token: z.string().optional(),
  /** Raised by every write of the visit. */
  revision: z.int().min(1),
});
export type Visit = z.infer<typeof Visit>;
