import { clock } from '../runtime/clock.ts';
import {
  deployedMunicipality,
  deployedProgrammes,
  deployedQuestionnaires,
  deployedTable,
  publicUrl,
} from '../runtime/environment.ts';
import { pageDependencies } from './dependencies.ts';
import { pagesHandler } from './handler.ts';

/** The pages for people without an account. */
export const handler = pagesHandler(
  pageDependencies(
    deployedTable(),
    deployedMunicipality(),
    publicUrl(),
    { programmes: deployedProgrammes(), questionnaires: deployedQuestionnaires() },
    clock,
  ),
);
