import * as z from 'zod';
import { SurveyWave } from '../survey-wave.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** The survey of a wave was imported during the visit, with so many respondents. */
export const surveyWave = defineCriterion(
  z.strictObject({
    type: z.literal('survey-wave'),
    ...ownKey,
    wave: SurveyWave,
    minimumRespondents: z.int().min(1),
  }),
  {
    about: ({ wave }) => wave,
    threshold: ({ minimumRespondents }) => minimumRespondents,
    needs: [],
    findings: ({ wave }) => [wave],
    judge: ({ wave, minimumRespondents: needed }, { visit }) => {
      const have = visit.surveys[wave]?.respondents ?? 0;
      const met = have >= needed;
      return {
        met,
        wave,
        have,
        needed,
        missing: met ? [] : [{ code: 'too-few-respondents', wave, have, needed }],
      };
    },
  },
);
