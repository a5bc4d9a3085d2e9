import * as z from 'zod';
import { SurveyWave } from '../survey-wave.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** The follow-up was compared with the baseline, by one question at least. */
export const baselineCompared = defineCriterion(
  z.strictObject({ type: z.literal('baseline-compared'), ...ownKey }),
  {
    needs: [],
    findings: () => SurveyWave.options,
    judge: (_, { visit }) => {
      const have = visit.surveys['follow-up']?.compared ?? 0;
      const met = have > 0;
      return { met, have, needed: 1, missing: met ? [] : [{ code: 'not-compared', have, needed: 1 }] };
    },
  },
);
