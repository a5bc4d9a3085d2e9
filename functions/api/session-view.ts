import * as z from 'zod';
import { LocalDate } from '../../domain/calendar.ts';
import type { Caller } from '../../domain/caller.ts';
import { CommitmentStatus, commitmentId, commitmentOf } from '../../domain/commitment.ts';
import { Problem } from '../../domain/errors.ts';
import { gatedParts } from '../../domain/gated-part.ts';
import { LocalityId } from '../../domain/locality-id.ts';
import { may, policies } from '../../domain/policies.ts';
import { type Board, GroupId, municipal, partsOf } from '../../domain/work/board.ts';
import {
  Agreement,
  Session,
  SessionAnswer,
  SessionId,
  sessionId,
  sessionParts,
} from '../../domain/work/session.ts';
import { shownAttendance } from '../../domain/work/small-cells.ts';
import { groupStore } from '../../store/groups.ts';
import { workStore } from '../../store/work.ts';
import { boardOf, toEditSession } from './boards.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownStakeholders } from './known-ids.ts';

const PreviousAgreement = Agreement.extend({
  session: SessionId,
  on: LocalDate,
  /** How the commitment that it became stands. */
  status: CommitmentStatus.optional(),
  progress: z.int().optional(),
  fulfilledOn: LocalDate.optional(),
});

/** The board and number that a session's id is made of. */
export const SessionAddress = SessionId.transform(sessionParts);

export const SessionView = Session.omit({
  board: true,
  number: true,
  sequence: true,
  askedAt: true,
  revision: true,
  writes: true,
}).extend({
  answers: z.array(SessionAnswer),
  id: SessionId,
  locality: LocalityId.optional(),
  group: GroupId.optional(),
  /** Where one session of a group is asked for: what the last one before it decided, and how that stands. */
  previousAgreements: z.array(PreviousAgreement).optional(),
  version: z.int(),
});

/** Shows a session; its version is the revision of its board at which it last changed. */
export function sessionView(session: Session): z.infer<typeof SessionView> {
  const { board, number: _, sequence: __, askedAt: ___, revision, writes: ____, ...shown } = session;
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

/** Refuses a group that is not one of the board of the session: it meets there. */
export async function groupKnown(
  { table }: Pick<ApiDependencies, 'table'>,
  board: Board,
  group: string | null | undefined,
): Promise<void> {
  if (!group) return;
  const known = partsOf(group).board === board.id && (await groupStore(table).many([group])).has(group);
  if (!known) throw new Problem('invalid-request', { errors: [{ path: 'group', message: 'unknown-group' }] });
}

/** Refuses an activity that is none of the programme of the session's locality. */
export function activityKnown(
  { programmes }: Pick<ApiDependencies, 'programmes'>,
  { locality }: Board,
  activity: string | null | undefined,
): void {
  if (!activity) return;
  const stages = locality ? programmes.exact(locality.programme).stages : [];
  const known = stages.flatMap(gatedParts).flatMap(({ activities }) => activities);
  if (!known.some(({ key }) => key === activity))
    throw new Problem('invalid-request', { errors: [{ path: 'activity', message: 'unknown-activity' }] });
}

/** So many sessions are looked at in search of the last one that was held. */
const mostLookedAt = 50;

/** What the last session of the same group that was held before this one decided, and how each of it stands now. */
export async function previousAgreements(
  { table, commitments }: Pick<ApiDependencies, 'table' | 'commitments'>,
  { group, number, on }: Session,
): Promise<z.infer<typeof PreviousAgreement>[] | undefined> {
  if (group === undefined) return undefined;
  const { items } = await workStore(table).sessionsOfGroup(group, undefined, mostLookedAt);
  const last = items
    .filter((one) => one.held && one.number !== number && one.on <= on)
    .toSorted((a, b) => b.on.localeCompare(a.on) || b.number - a.number)[0];
  if (!last?.held) return [];
  const { agreements } = last.held;
  const ids = agreements.flatMap(({ commitment }) => commitment ?? []);
  const promised = await commitments.many(ids.map(commitmentOf));
  const standing = new Map(promised.map((one) => [commitmentId(one), one]));
  return agreements.map((agreement) => {
    const { status, progress, fulfilledOn } = standing.get(agreement.commitment ?? '') ?? {};
    return { ...agreement, session: sessionId(last), on: last.on, status, progress, fulfilledOn };
  });
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
