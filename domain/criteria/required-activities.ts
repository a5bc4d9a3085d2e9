import * as z from 'zod';
import { defineCriterion, type Lack, ownKey } from './criterion-module.ts';

/** Every required activity is done, with a document where one is asked for, or does not apply. */
export const requiredActivities = defineCriterion(
  z.strictObject({ type: z.literal('required-activities'), ...ownKey }),
  {
    needs: [],
    judge: (_, { activities, visit }) => {
      const required = activities.filter((activity) => activity.required);
      const missing = required.flatMap(
        ({ key, name, evidence }): Lack<'activity-open' | 'evidence-missing'>[] => {
          const record = visit.activities[key];
          const lack = { activity: key, name, have: 0, needed: 1 };
          if (!record || record.status === 'open') return [{ ...lack, code: 'activity-open' }];
          return evidence && record.status === 'done' && record.evidence.length === 0
            ? [{ ...lack, code: 'evidence-missing' }]
            : [];
        },
      );
      const needed = required.length;
      return { met: missing.length === 0, have: needed - missing.length, needed, missing };
    },
  },
);
