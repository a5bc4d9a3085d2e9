import * as z from 'zod';
import { Key } from '../key.ts';
import { Sector } from '../stakeholder.ts';
import { judgeFigure } from './activity-figure.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** So many people were trained at an activity: the heads of its sessions, or the figure that was written down. */
export const peopleTrained = defineCriterion(
  z.strictObject({
    type: z.literal('people-trained'),
    ...ownKey,
    activity: Key,
    minimum: z.int().min(1),
    /** Only people of this sector; a figure that was written down does not tell them apart. */
    sector: Sector.optional(),
  }),
  {
    about: ({ activity, sector }) => (sector ? `${activity}.${sector}` : activity),
    threshold: ({ minimum }) => minimum,
    needs: ['sessions'],
    judge: (criterion, by) =>
      judgeFigure(criterion, by, 'peopleTrained', 'too-few-people', ({ heads }) => heads),
  },
);
