import * as z from 'zod';
import { defineCriterion, type Lack, ownKey } from './criterion-module.ts';
import { missingSectors } from './missing-sectors.ts';

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
    judge: ({ minimum: needed, sectors }, facts) => {
      const standing = facts.commitments.filter(({ status }) => status !== 'cancelled');
      const have = standing.length;
      const whole = standing.filter(({ responsible, dueOn }) => responsible && dueOn).length;
      const missing: Lack<Code>[] = [];
      if (have < needed) missing.push({ code: 'too-few-commitments', have, needed });
      if (whole < have) missing.push({ code: 'commitments-blank', have: whole, needed: have });
      for (const sector of sectors ? missingSectors(standing) : [])
        missing.push({ code: 'sector-missing', sector, have: 0, needed: 1 });
      return { met: missing.length === 0, have, needed, missing };
    },
  },
);
