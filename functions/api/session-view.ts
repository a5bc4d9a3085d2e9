import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { may, policies } from '../../domain/policies.ts';
import { type Board, municipal } from '../../domain/work/board.ts';
import { Session, SessionId, sessionId, sessionParts } from '../../domain/work/session.ts';
import { shownAttendance } from '../../domain/work/small-cells.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toEditSession } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders } from './known-ids.ts';

/** The board and number that a session's id is made of. */
export const SessionAddress = SessionId.transform(sessionParts);

export const SessionView = Session.omit({ board: true, number: true, revision: true, writes: true }).extend({
  id: SessionId,
  locality: LocalityId.optional(),
  version: z.int(),
});

/** Shows a session; its version is the revision of its board at which it last changed. */
export function sessionView(session: Session): z.infer<typeof SessionView> {
  const { board, number: _, revision, writes: __, ...shown } = session;
  return {
    id: sessionId(session),
    locality: board === municipal ? undefined : board,
    ...shown,
    version: revision,
  };
}

/** A session as the caller may read it: where a few people are told apart, who is none of the staff reads how many came. */
export function readBy(caller: Caller, session: Session): Session {
  const { held } = session;
  if (!held || may(policies.plan.readSmallCells, caller)) return session;
  return { ...session, held: { ...held, attendance: shownAttendance(held.attendance) } };
}

/** A session that the caller may change, with its board. @throws Problem `not-found`, `forbidden` */
export async function sessionToEdit(
  dependencies: ApiDependencies,
  caller: Caller,
  at: { board: string; number: number },
): Promise<{ board: Board; before: Session }> {
  const board = await boardOf(dependencies, caller, at.board, toEditSession);
  return { board, before: await workStore(dependencies.table).session(at) };
}

/** Refuses whoever is convened and is not known, or not to the caller; those who are convened already may stay. */
export async function convenedKnown(
  dependencies: ApiDependencies,
  caller: Caller,
  convened: readonly string[] = [],
  standing: readonly string[] = [],
): Promise<void> {
  const named = convened.map((id, at) => ({ path: `convened.${at}`, id }));
  await knownStakeholders(dependencies, caller, named, standing);
}
