import * as z from 'zod';
import type { Text } from './language.ts';

/** The survey before the work, and the one after it. */
export const SurveyWave = z.enum(['baseline', 'follow-up']);
export type SurveyWave = z.infer<typeof SurveyWave>;

export const surveyNames: Record<SurveyWave, Text> = {
  baseline: { es: 'línea base', en: 'baseline' },
  'follow-up': { es: 'seguimiento', en: 'follow-up' },
};
