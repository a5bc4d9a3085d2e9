import * as z from 'zod';
import { agendaItemKinds, longestAgenda } from '../../domain/agenda.ts';
import { daysBetween, LocalDate } from '../../domain/calendar.ts';
import { Problem } from '../../domain/errors.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { mayEverywhere, policies } from '../../domain/policies.ts';
import { municipal } from '../../domain/work/board.ts';
import { readAgenda } from '../agenda/read-agenda.ts';
import { AgendaItem, agendaItem } from './agenda-view.ts';
import { boardOf, toReadSession } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';
import { theirLocalities } from './their-localities.ts';

/** Where a page ends: a day, a kind and an id on it. */
const Cursor = z
  .string()
  .max(300)
  .regex(new RegExp(`^\\d{4}-\\d\\d-\\d\\d [0-${agendaItemKinds.length - 1}] [\\w./-]+$`));

const Asked = Paging.extend({
  from: LocalDate,
  to: LocalDate,
  locality: LocalityId.optional(),
  cursor: z.string().max(300).optional(),
}).superRefine(({ from, to }, context) => {
  if (to < from) context.addIssue({ code: 'custom', path: ['to'], message: 'before-from' });
  else if (daysBetween(from, to) >= longestAgenda)
    context.addIssue({ code: 'custom', path: ['to'], message: 'range-too-long' });
});

/** GET /api/agenda: what falls on some days, of a locality or of all that the caller may see, and of the municipality. */
export const getAgenda = route({
  method: 'GET',
  path: '/api/agenda',
  summary:
    'Sessions, gates, due commitments and ends of line periods on some days, 400 at most; without a locality, of all one may see',
  policy: policies.agenda.read,
  params: noInput,
  query: Asked,
  body: noInput,
  responses: { 200: listOf(AgendaItem) },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { from, to, locality, limit, cursor }, caller, language }) => {
      const after = Cursor.optional().safeParse(cursor);
      if (!after.success)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      const only =
        locality === undefined
          ? undefined
          : (await boardOf(dependencies, caller, locality, toReadSession)).id;
      const isTheirs = await theirLocalities(dependencies, caller);
      const seesMunicipal = mayEverywhere(policies.session.read, caller);
      const maySee = (board: string) => (board === municipal ? seesMunicipal : isTheirs(board));
      const isWanted = (board: string) => (only === undefined ? maySee(board) : board === only);
      const { entries, next } = await readAgenda({ from, to, isWanted }, after.data, limit, dependencies);
      const items = entries.map((entry) => agendaItem(entry, dependencies, language));
      return { response: { status: 200, body: { items, nextCursor: next } } };
    },
});
