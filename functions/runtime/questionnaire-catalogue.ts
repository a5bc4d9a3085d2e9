import type { Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import { versionsOf } from './version-catalogue.ts';

/** Finds questionnaires among those deployed; `exact` is the version by which a wave was read. */
export const questionnairesOf = (questionnaires: readonly Questionnaire[]) =>
  versionsOf('questionnaire', questionnaires);
export type QuestionnaireCatalogue = ReturnType<typeof questionnairesOf>;
