import * as z from 'zod';
import { entriesOf } from '../../domain/commands/record-entries.ts';
import { checkHeld, holdSession as hold } from '../../domain/commands/sessions.ts';
import { policies } from '../../domain/policies.ts';
import { SessionRecord } from '../../domain/work/session.ts';
import { commitAll } from '../../store/commit.ts';
import { attachable } from '../files/attach.ts';
import { remindersNow } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { recording } from './entry-view.ts';
import { knownStakeholders } from './known-ids.ts';
import { noInput, route } from './route.ts';
import { SessionAddress, SessionView, sessionToEdit, sessionView } from './session-view.ts';

/**
 * POST /api/sessions/{id}/held: who was there, what was decided and what it counts for. Its commitments and entries are
 * written with it, or nothing is.
 */
export const holdSession = route({
  method: 'POST',
  path: '/api/sessions/{id}/held',
  summary: 'Record that a session was held, with its attendance, agreements and what it counts for',
  policy: policies.session.edit,
  params: z.object({ id: SessionAddress }),
  query: noInput,
  body: SessionRecord,
  responses: { 200: SessionView },
  problems: ['not-found', 'not-active', 'session-state'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, body, caller }) => {
      const { table, clock, moment } = dependencies;
      const { board, before } = await sessionToEdit(dependencies, caller, id);
      checkHeld(before, body, moment());
      const named = [
        ...body.agreements.flatMap(({ responsible }, at) =>
          responsible ? [{ path: `agreements.${at}.responsible`, id: responsible }] : [],
        ),
        ...body.attendance.named.map((person, at) => ({ path: `attendance.named.${at}`, id: person })),
      ];
      const people = await knownStakeholders(dependencies, caller, named, before.convened);
      const counts = body.counts.map((count) => ({
        ...count,
        on: before.on,
        place: before.place,
        evidence: [],
      }));
      const { recorded, changes } = await recording(
        dependencies,
        caller,
        counts,
        (place) => `counts.${place}.`,
      );
      const files = body.files.map((fileId) => ({ title: fileId, fileId }));
      const attaching = await attachable(dependencies, board.id, caller, files, (at) => `files.${at}`);
      const { change, session } = hold(before, body, {
        board,
        caller,
        responsible: new Map(people.map((person) => [person.id, person])),
        entries: recorded.entries,
        counted: entriesOf(board, recorded),
        ...remindersNow(dependencies),
      });
      const elsewhere = [...changes].flatMap(([of, counted]) => (of === board.id ? [] : [counted]));
      return {
        response: { status: 200, body: sessionView(session) },
        commit: async (also) =>
          commitAll(table, [change, ...elsewhere], clock(), [...(await attaching.keep()), ...also]),
      };
    },
});
