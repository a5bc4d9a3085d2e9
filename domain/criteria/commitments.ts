import * as z from 'zod';
import { countOf, missingSectors, standing } from '../matrix-counts.ts';
import { defineCriterion, type Lack, ownKey } from './criterion-module.ts';

type Code = 'too-few-commitments' | 'commitments-blank' | 'sector-missing';

/** So many commitments, each with somebody responsible and a day; `sectors`: from all six of them. */
export const commitments = defineCriterion(
  z.strictObject({
    type: z.literal('commitments'),
    ...ownKey,
    minimum: z.int().min(1),
    sectors: z.boolean().default(false),
  }),
  {
    threshold: ({ minimum }) => minimum,
    needs: ['commitments'],
    judge: ({ minimum: needed, sectors }, { commitments: counts }) => {
      const have = countOf(counts, standing);
      const whole = have - counts.blank;
      const missing: Lack<Code>[] = [];
      if (have < needed) missing.push({ code: 'too-few-commitments', have, needed });
      if (whole < have) missing.push({ code: 'commitments-blank', have: whole, needed: have });
      for (const sector of sectors ? missingSectors(counts) : [])
        missing.push({ code: 'sector-missing', sector, have: 0, needed: 1 });
      return { met: missing.length === 0, have, needed, missing };
    },
  },
);
