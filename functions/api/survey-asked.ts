import * as z from 'zod';
import type { Survey } from '../../store/surveys.ts';
import { Survey as SurveySchema } from '../../store/surveys.ts';

/** A survey as it is shown: what it is, not yet what it says. */
export const SurveyView = SurveySchema.pick({
  wave: true,
  checksum: true,
  columns: true,
  importedBy: true,
  importedAt: true,
}).extend({ questionnaire: z.object({ id: z.string(), version: z.int() }), respondents: z.int() });

export function surveyView({ summary, ...survey }: Survey): z.infer<typeof SurveyView> {
  return SurveyView.parse({ ...survey, questionnaire: summary.questionnaire, respondents: summary.rows });
}
