import type * as z from 'zod';
import type { Activity } from '../activity.ts';
import { Key } from '../key.ts';
import type { Text } from '../language.ts';
import type { Sector } from '../stakeholder.ts';
import type { SurveyWave } from '../survey-wave.ts';
import type { FactName, Finding, GateFacts, VisitEvidence } from './facts.ts';

/** What a criterion, or something that it lacks, is about, where it is about one thing; words are found for it. */
export interface Subject {
  activity?: string;
  /** The name of that activity. */
  name?: Text;
  sector?: Sector;
  wave?: SurveyWave;
  /** The kind of sessions or groups. */
  kind?: string;
}

/** Something a criterion still lacks; words are found for it by `code`. */
export interface Lack<Code extends string> extends Subject {
  code: Code;
  have: number;
  needed: number;
  /** So many sessions that would count for it are planned. */
  planned?: number;
}

/** Whether a criterion holds, with the figures it was judged by. Nothing is missing exactly when it is met. */
export interface Judgement<Code extends string> extends Subject {
  met: boolean;
  have: number;
  needed: number;
  missing: Lack<Code>[];
}

/** What a criterion is judged by: the gate's activities, what its visit has shown, and the facts it says it needs. */
export type JudgedBy<Needs extends FactName> = {
  activities: readonly Activity[];
  visit: VisitEvidence;
} & Pick<GateFacts, Needs>;

/** One type of criterion: how it is written in a programme, what names it within its gate, and its rule. */
export interface CriterionModule<Criterion, Code extends string, Needs extends FactName = FactName> {
  /** The activity, survey … that a criterion is about: with its type, this is the key of the criterion. */
  about?(criterion: Criterion): string | undefined;
  /** What is asked for; it goes into the key where a gate asks twice about the same. */
  threshold?(criterion: Criterion): number;
  /** The facts to be read for it beside the visit. */
  needs: readonly Needs[];
  /** The findings that count as evidence for it. */
  findings?(criterion: Criterion): readonly Finding[];
  /** A pure function of what it is given. */
  judge(criterion: Criterion, by: JudgedBy<Needs>): Judgement<Code>;
}

/** A field of every type: the key of a criterion, where a programme gives it one of its own. */
export const ownKey = { key: Key.optional() };

/** Defines a type of criterion: what its functions are given has the type of its schema. */
export const defineCriterion = <
  Schema extends z.ZodType,
  Code extends string,
  Needs extends FactName = never,
>(
  schema: Schema,
  module: CriterionModule<z.infer<Schema>, Code, Needs>,
) => ({ schema, ...module });
