import type { CodeOf, CriterionType } from '../domain/criteria/index.ts';

/** The figures a criterion is judged by; `name` is that of the activity, survey or sector, empty where it is about all. */
export interface CriterionFigures {
  name: string;
  have: number;
  needed: number;
  /** So many sessions that would count for it are planned. */
  planned?: number;
}

/** All that is said of one type of criterion. */
export interface CriterionMessages<Code extends string> {
  /** What it asks for, as a thing: `commitments fulfilled`. */
  name: string;
  /** What is left to do for it: `Fulfil the planned share of the commitments`. */
  toDo: string;
  /** How it stands, met or not. */
  standing(figures: CriterionFigures): string;
  /** What is missing, by the codes its rule gives. */
  missing: Record<Code, (figures: CriterionFigures) => string>;
}

/** What is said of criteria in one language; a new type, or a new thing that can be missing, has to be said here. */
export type CriteriaMessages = { [Type in CriterionType]: CriterionMessages<CodeOf[Type]> };
