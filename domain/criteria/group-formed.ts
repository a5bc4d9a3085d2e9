import * as z from 'zod';
import { Key } from '../key.ts';
import { Sector } from '../stakeholder.ts';
import { defineCriterion, ownKey } from './criterion-module.ts';

/** The locality has a group of a kind, with members; formalised, and with a sector in it, where that is asked for. */
export const groupFormed = defineCriterion(
  z.strictObject({
    type: z.literal('group-formed'),
    ...ownKey,
    kind: Key,
    /** Members it must have now. */
    minimumMembers: z.int().min(1).default(1),
    formalised: z.boolean().default(false),
    /** A sector that must be among its own. */
    sector: Sector.optional(),
  }),
  {
    about: ({ kind, sector }) => (sector ? `${kind}.${sector}` : kind),
    threshold: ({ minimumMembers }) => minimumMembers,
    needs: ['groups'],
    judge: ({ kind, minimumMembers: needed, formalised, sector }, { groups }) => {
      const ofKind = groups.filter((one) => one.kind === kind && (!sector || one.sectors.includes(sector)));
      const sound = ofKind.filter((one) => !formalised || one.isFormalised);
      const have = Math.max(0, ...sound.map(({ members }) => members));
      const subject = { kind, sector };
      if (have >= needed) return { ...subject, met: true, have, needed, missing: [] };
      const code =
        ofKind.length === 0 ? 'group-absent' : sound.length === 0 ? 'not-formalised' : 'too-few-members';
      return { ...subject, met: false, have, needed, missing: [{ ...subject, code, have, needed }] };
    },
  },
);
