import * as z from 'zod';
import { baselineCompared } from './baseline-compared.ts';
import { commitments } from './commitments.ts';
import { commitmentsFulfilled } from './commitments-fulfilled.ts';
import type { CriterionModule, Judgement, Lack } from './criterion-module.ts';
import { groupFormed } from './group-formed.ts';
import { lineReached } from './line-reached.ts';
import { meetingHeld } from './meeting-held.ts';
import { peopleTrained } from './people-trained.ts';
import { requiredActivities } from './required-activities.ts';
import { sessions } from './sessions.ts';
import { surveyWave } from './survey-wave.ts';
import { targetingDecided } from './targeting-decided.ts';

/** Every type of criterion, by its name: what is not here does not exist. */
const modules = {
  'required-activities': requiredActivities,
  'meeting-held': meetingHeld,
  'people-trained': peopleTrained,
  sessions,
  'group-formed': groupFormed,
  'line-reached': lineReached,
  commitments,
  'commitments-fulfilled': commitmentsFulfilled,
  'targeting-decided': targetingDecided,
  'survey-wave': surveyWave,
  'baseline-compared': baselineCompared,
} satisfies Record<CriterionType, object>;
type Modules = typeof modules;

/** What must hold before a gate lets a locality pass. Its types are those of `modules`; the compiler holds both together. */
export const Criterion = z.discriminatedUnion('type', [
  requiredActivities.schema,
  meetingHeld.schema,
  peopleTrained.schema,
  sessions.schema,
  groupFormed.schema,
  lineReached.schema,
  commitments.schema,
  commitmentsFulfilled.schema,
  targetingDecided.schema,
  surveyWave.schema,
  baselineCompared.schema,
]);
export type Criterion = z.infer<typeof Criterion>;
export type CriterionType = Criterion['type'];
export const CriterionType = z.literal(Criterion.options.map(({ shape }) => shape.type.value));

/** The criteria of each type. */
export type CriterionOf = { [Type in CriterionType]: Extract<Criterion, { type: Type }> };

type CodeOfModule<Module> = Module extends { judge(...given: never[]): Judgement<infer Code> } ? Code : never;
/** What each type of criterion can say is missing. */
export type CodeOf = { [Type in CriterionType]: CodeOfModule<Modules[Type]> };

/** One thing missing before a gate lets a locality pass, with the type and the key of the criterion that lacks it. */
export type MissingOf<Type extends CriterionType> = Lack<CodeOf[Type]> & { criterion: Type; key: string };
export type Missing = MissingOf<CriterionType>;

export const criterionModules: {
  [Type in CriterionType]: CriterionModule<CriterionOf[Type], CodeOf[Type]>;
} = modules;
