import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { NewEntry } from '../../domain/work/entry.ts';
import { lineId } from '../../domain/work/line.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toRecord } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { EntryView, entryView, recording } from './entry-view.ts';
import { LineAddress } from './line-view.ts';
import { noInput, route } from './route.ts';

/** POST /api/plan/lines/{id}/entries: so much of a line, on a day. */
export const createEntry = route({
  method: 'POST',
  path: '/api/plan/lines/{id}/entries',
  summary:
    'Enter so much of a line, on a day; an entry that corrects another stands in its place in every sum',
  policy: policies.plan.record,
  params: z.object({ id: LineAddress }),
  query: noInput,
  body: NewEntry,
  responses: { 201: EntryView },
  problems: ['not-found', 'not-active'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller }) => {
      // What an address names and is not there is not found, where a body would be told what is wrong with it.
      await boardOf(dependencies, caller, id.board, toRecord);
      await workStore(dependencies.table).line(id);
      const { recorded, commit } = await recording(
        dependencies,
        caller,
        [{ ...body, line: lineId(id) }],
        () => '',
      );
      const [entry] = recorded.entries;
      if (!entry) throw new Error('what was asked for must have been recorded');
      return { response: { status: 201, body: entryView(entry) }, commit };
    },
});
