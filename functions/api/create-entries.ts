import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { NewEntries } from '../../domain/work/entry.ts';
import type { ApiDependencies } from './dependencies.ts';
import { EntryView, entryView, LineSum, lineSum, recording } from './entry-view.ts';
import { Flag } from './representations.ts';
import { noInput, route } from './route.ts';

const Recorded = z.object({
  accepted: z.int(),
  entries: z.array(EntryView),
  /** How the lines stand, or would stand, once all of it is entered. */
  lines: z.array(LineSum),
});

/** POST /api/plan/entries: a count sheet, all of it or nothing; a dry run says what it would come to. */
export const createEntries = route({
  method: 'POST',
  path: '/api/plan/entries',
  summary: 'Enter a count sheet for several lines, all of it or nothing; with dryRun=true, only look at it',
  policy: policies.plan.record,
  params: noInput,
  query: z.strictObject({ dryRun: Flag }),
  body: NewEntries,
  responses: { 200: Recorded, 201: Recorded },
  problems: ['not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { dryRun }, body, caller }) => {
      const { recorded, commit } = await recording(
        dependencies,
        caller,
        body.entries,
        (place) => `entries.${place}.`,
      );
      const answered = {
        accepted: recorded.entries.length,
        entries: recorded.entries.map(entryView),
        lines: [...recorded.lines.values()].map(lineSum),
      };
      if (dryRun) return { response: { status: 200, body: answered } };
      return { response: { status: 201, body: answered }, commit };
    },
});
