import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import { CriterionType } from '../../domain/criteria/index.ts';
import { Geometry } from '../../domain/geometry.ts';
import { Text } from '../../domain/language.ts';
import { Locality, LocalityStatus } from '../../domain/locality.ts';
import { healthOf } from '../../domain/plan.ts';
import { SurveyWave } from '../../domain/survey-wave.ts';
import { ActivityRecord, Decision, Review, SurveyEvidence, TargetingEvidence } from '../../domain/visit.ts';
import { MissingItem } from '../runtime/problem-body.ts';

/** A page of a list; `nextCursor` is passed as `cursor` to get the next one. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

/** The part of a list that is asked for. */
export const Paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: z.string().max(200).optional(),
});

/** A question that is answered by `true` or `false` in an address. */
export const Flag = z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false);

/** A file as it was sent. */
export const File = z.object({ type: z.string(), bytes: z.instanceof(Uint8Array) });

/** Row 1 is the header, in files of geometry the first feature. */
export const RejectedRow = z.object({
  row: z.int(),
  column: z.string(),
  /** The sheet of the workbook, where rows of several were read. */
  sheet: z.string().optional(),
  message: z.string(),
});

/** What is to be known of a file that is read all the same: what was left out, hidden, or understood otherwise. */
export const FileWarning = z.object({
  row: z.int().optional(),
  column: z.string().optional(),
  sheet: z.string().optional(),
  message: z.string(),
});

export const Health = z.enum(['on-track', 'due-soon', 'overdue']);
export type Health = z.infer<typeof Health>;

export const CurrentVisit = z.object({
  stage: z.string(),
  track: z.string().optional(),
  visit: z.int(),
  openedOn: LocalDate,
  targetOn: LocalDate,
  gate: z.enum(['open', 'in-review']),
});

/** A locality as it is shown in lists. */
export const LocalityView = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().optional(),
  population: z.int().optional(),
  coordinators: z.array(z.string()),
  programme: z.string(),
  programmeVersion: z.int(),
  status: LocalityStatus,
  health: Health,
  current: z.array(CurrentVisit),
  /** The gates that were passed although criteria were unmet, until somebody says that each is settled. */
  overrides: Locality.shape.overrides,
  /** Those that go on where this one was closed, and those that this one goes on from. */
  continuedBy: Locality.shape.continuedBy,
  continues: Locality.shape.continues,
  generation: z.int(),
  createdOn: LocalDate,
  version: z.int(),
});

export const PlannedStage = z.object({ stage: z.string(), startOn: LocalDate, targetOn: LocalDate });

/** A locality by itself: with its territory, its first plan and the plan as it stands today. */
export const LocalityDetail = LocalityView.extend({
  geometry: Geometry.optional(),
  plan: z.object({ first: z.array(PlannedStage), current: z.array(PlannedStage) }),
});

/** Shows a locality as of `today`; tracks whose visit is not open yet, or passed, are not current. */
export function localityView(locality: Locality, today: LocalDate): z.infer<typeof LocalityView> {
  const { programme, position, revision, headHash: _, generationSince: __, ...shown } = locality;
  const current = (position?.gates ?? []).flatMap(({ state, track, visit, openedOn, targetOn }) =>
    position && openedOn && targetOn && (state === 'open' || state === 'in-review')
      ? [{ stage: position.stage, track, visit, openedOn, targetOn, gate: state }]
      : [],
  );
  return LocalityView.parse({
    ...shown,
    programme: programme.id,
    programmeVersion: programme.version,
    health: healthOf(locality, today),
    current,
    version: revision,
  });
}

export const StepView = ActivityRecord.omit({ revision: true })
  .partial({ changedAt: true, changedBy: true })
  .extend({ key: z.string(), name: Text, version: z.int() });
const ActivityView = StepView.extend({ required: z.boolean(), steps: z.array(StepView).optional() });

/** One visit with everything recorded at it. */
export const VisitView = z.object({
  visit: z.int(),
  track: z.string().optional(),
  openedOn: LocalDate,
  targetOn: LocalDate,
  endedOn: LocalDate.optional(),
  activities: z.array(ActivityView),
  surveys: z.partialRecord(SurveyWave, SurveyEvidence),
  targeting: TargetingEvidence.optional(),
  review: Review.optional(),
  decisions: z.array(Decision),
});

export const StageView = z.object({
  stage: z.string(),
  name: Text,
  tracks: z.array(z.object({ key: z.string(), name: Text })).optional(),
  state: z.enum(['ahead', 'current', 'behind']),
  planned: z.object({ startOn: LocalDate, targetOn: LocalDate }).optional(),
  visits: z.array(VisitView),
});

export const GateView = z.object({
  stage: z.string(),
  track: z.string().optional(),
  visit: z.int(),
  state: z.enum(['open', 'in-review', 'passed']),
  ready: z.boolean(),
  criteria: z.array(
    z.object({
      /** Names it within its gate. */
      key: z.string(),
      type: CriterionType,
      met: z.boolean(),
      detail: z.string(),
      activity: z.string().optional(),
    }),
  ),
  missing: z.array(MissingItem),
  review: Review.optional(),
  /** Whether whoever asks for the review is kept from deciding it. */
  fourEyes: z.boolean(),
  version: z.int(),
});
