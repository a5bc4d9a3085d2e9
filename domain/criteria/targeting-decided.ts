import * as z from 'zod';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** A ranking of places that this locality is among was frozen during the visit. */
export const targetingDecided = defineCriterion(
  z.strictObject({ type: z.literal('targeting-decided'), ...ownKey }),
  {
    needs: [],
    findings: () => ['targeting'],
    judge: (_, { visit }) => {
      const have = visit.targeting ? 1 : 0;
      const missing = visit.targeting ? [] : [{ code: 'targeting-undecided', have, needed: 1 } as const];
      return { met: have === 1, have, needed: 1, missing };
    },
  },
);
