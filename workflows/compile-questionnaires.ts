import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestionnaires } from './questionnaires.ts';

/** Writes every questionnaire version into `folder` as `questionnaires.json`, for the functions, as programmes are. */
export function compileQuestionnaires(folder: string): void {
  writeFileSync(join(folder, 'questionnaires.json'), JSON.stringify(readQuestionnaires()));
}
