import * as z from 'zod';

/** The survey before the work, and the one after it. */
export const SurveyWave = z.enum(['baseline', 'follow-up']);
export type SurveyWave = z.infer<typeof SurveyWave>;
