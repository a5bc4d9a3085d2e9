import * as z from 'zod';
import { countOf, standing } from '../matrix-counts.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** Of the commitments that still stand, so many per cent are fulfilled; with none there is nothing to wait for. */
export const commitmentsFulfilled = defineCriterion(
  z.strictObject({
    type: z.literal('commitments-fulfilled'),
    ...ownKey,
    minimumPercent: z.int().min(1).max(100),
  }),
  {
    threshold: ({ minimumPercent }) => minimumPercent,
    needs: ['commitments'],
    judge: ({ minimumPercent: needed }, { commitments }) => {
      const kept = countOf(commitments, ['fulfilled']);
      const all = countOf(commitments, standing);
      const have = all === 0 ? 100 : Math.floor((kept / all) * 100);
      const met = have >= needed;
      return { met, have, needed, missing: met ? [] : [{ code: 'too-few-fulfilled', have, needed }] };
    },
  },
);
