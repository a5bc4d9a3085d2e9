import * as z from 'zod';
import { Key } from '../key.ts';
import { judgeFigure } from './activity-figure.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** So many people were trained at an activity. */
export const peopleTrained = defineCriterion(
  z.strictObject({ type: z.literal('people-trained'), ...ownKey, activity: Key, minimum: z.int().min(1) }),
  {
    about: ({ activity }) => activity,
    threshold: ({ minimum }) => minimum,
    needs: [],
    judge: (criterion, by) => judgeFigure(criterion, by, 'peopleTrained', 'too-few-people'),
  },
);
