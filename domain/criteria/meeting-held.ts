import * as z from 'zod';
import { Key } from '../key.ts';
import { judgeFigure } from './activity-figure.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** So many meetings were held at an activity: its sessions, or the figure that was written down. */
export const meetingHeld = defineCriterion(
  z.strictObject({ type: z.literal('meeting-held'), ...ownKey, activity: Key, minimum: z.int().min(1) }),
  {
    about: ({ activity }) => activity,
    threshold: ({ minimum }) => minimum,
    needs: ['sessions'],
    judge: (criterion, by) =>
      judgeFigure(criterion, by, 'meetingsHeld', 'too-few-meetings', ({ sessions }) => sessions),
  },
);
