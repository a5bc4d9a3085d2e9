import * as z from 'zod';
import { Key } from '../key.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';
import { sessionsHeld } from './sessions-held.ts';

/** So many sessions of a kind were held during the visit. */
export const sessions = defineCriterion(
  z.strictObject({ type: z.literal('sessions'), ...ownKey, kind: Key, minimum: z.int().min(1) }),
  {
    about: ({ kind }) => kind,
    threshold: ({ minimum }) => minimum,
    needs: ['sessions'],
    judge: ({ kind, minimum: needed }, { sessions: all, visit }) => {
      const { sessions: have, planned } = sessionsHeld(all, visit, (one) => one.kind === kind);
      const subject = { kind };
      const missing =
        have >= needed ? [] : [{ code: 'too-few-sessions', ...subject, have, needed, planned } as const];
      return { ...subject, met: have >= needed, have, needed, missing };
    },
  },
);
