import type { Caller } from '../caller.ts';
import type { Moment } from '../change.ts';
import { commitmentId, NewCommitment } from '../commitment.ts';
import { Problem } from '../errors.ts';
import type { OutboxMessage } from '../outbox-message.ts';
import { applyPatch } from '../patch.ts';
import type { Reminders } from '../reminder-settings.ts';
import type { Stakeholder } from '../stakeholder.ts';
import { type Board, revisionOf } from '../work/board.ts';
import { type Entry, entryId } from '../work/entry.ts';
import {
  type Agreement,
  attendanceFaults,
  awaitsAnswers,
  isAhead,
  mayBecome,
  type NewSession,
  type Session,
  type SessionAnswer,
  type SessionEdit,
  type SessionRecord,
  sessionId,
} from '../work/session.ts';
import type { Work } from '../work/work.ts';
import { type WorkChange, workChange } from '../work/work-change.ts';
import { importCommitments } from './commitments.ts';

interface SessionSituation {
  board: Board;
  caller: Caller;
}
interface SessionChange {
  change: WorkChange;
  session: Session;
}

/** A session is planned. @throws Problem `not-active` */
export function planSession(
  { locality: _, ...command }: NewSession,
  { board, caller }: SessionSituation,
): SessionChange {
  const number = revisionOf(board) + 1;
  const session: Session = {
    ...command,
    board: board.id,
    // A change of a board plans one session at most, so that its revision numbers it.
    number,
    status: 'planned',
    answers: [],
    sequence: 0,
    askedAt: 0,
    revision: number,
    writes: 1,
  };
  const { kind, on } = session;
  const event = {
    actor: caller.user,
    action: 'session-planned',
    detail: { session: number, kind, on },
  } as const;
  return { session, change: workChange(board, { sessions: [session] }, event) };
}

const rewritten = (before: Session, some: Partial<Session>, board: Board): Session => ({
  ...before,
  ...some,
  revision: revisionOf(board) + 1,
  writes: before.writes + 1,
});

/** Those of a session who are to be mailed about it, with the change that makes it so; nothing where there are none. */
const convoke = (
  session: Session,
  method: 'request' | 'cancel',
  people: readonly string[],
): OutboxMessage[] =>
  people.length === 0
    ? []
    : [
        {
          kind: 'convoke',
          session: sessionId(session),
          revision: session.revision,
          sequence: session.sequence,
          method,
          people: [...people],
        },
      ];

/**
 * A session that is still to take place changes. Those who were convened are mailed at once where its day, hour or place is
 * another, and asked anew; who comes in addition is convened, and who is not to come any more is told so.
 * @throws Problem `session-state`, `not-active` */
export function editSession(
  before: Session,
  edit: SessionEdit,
  { board, caller }: SessionSituation,
): SessionChange {
  if (!isAhead(before.status)) throw new Problem('session-state');
  const changed = {
    kind: edit.kind ?? before.kind,
    on: edit.on ?? before.on,
    at: applyPatch(edit.at, before.at),
    place: applyPatch(edit.place, before.place),
    agenda: edit.agenda ?? before.agenda,
    convened: edit.convened ?? before.convened,
    group: applyPatch(edit.group, before.group),
    activity: applyPatch(edit.activity, before.activity),
  };
  const isConvened = before.status === 'convened';
  const isMoved = changed.on !== before.on || changed.at !== before.at || changed.place !== before.place;
  const added = changed.convened.filter((id) => !before.convened.includes(id));
  const gone = before.convened.filter((id) => !changed.convened.includes(id));
  const sequence = before.sequence + (isConvened && (isMoved || added.length > 0 || gone.length > 0) ? 1 : 0);
  const session = rewritten(
    before,
    {
      ...changed,
      sequence,
      askedAt: isMoved ? sequence : before.askedAt,
      // What was said of another day, hour or place says nothing of this one.
      answers: isMoved
        ? []
        : before.answers.filter(({ stakeholder }) => changed.convened.includes(stakeholder)),
    },
    board,
  );
  const outbox = isConvened
    ? [
        ...convoke(session, 'request', isMoved ? changed.convened : added),
        ...convoke(session, 'cancel', gone),
      ]
    : [];
  const detail = { session: before.number, kind: session.kind, ...edit, on: session.on };
  const event = { actor: caller.user, action: 'session-edited', detail } as const;
  return { session, change: workChange(board, { sessions: [session] }, event, outbox) };
}

/** Those who are to come are called, each by a mail. @throws Problem `session-state`, `invalid-request` where nobody is, `not-active` */
export function conveneSession(before: Session, { board, caller }: SessionSituation): SessionChange {
  if (!mayBecome(before.status, 'convened')) throw new Problem('session-state');
  if (before.convened.length === 0)
    throw new Problem('invalid-request', { errors: [{ path: 'convened', message: 'nobody-convened' }] });
  const session = rewritten(before, { status: 'convened' }, board);
  const { number, kind, on, convened } = session;
  const detail = { session: number, kind, on, convened: convened.length };
  const event = { actor: caller.user, action: 'session-convened', detail } as const;
  const outbox = convoke(session, 'request', convened);
  return { session, change: workChange(board, { sessions: [session] }, event, outbox) };
}

/**
 * Somebody who was convened says whether they come; the last they say holds. `undefined` where they have said so already.
 * @throws Problem `session-state` where nobody is asked any more, or they are not convened; `not-active`
 */
export function answerSession(
  before: Session,
  { stakeholder, answer }: Pick<SessionAnswer, 'stakeholder' | 'answer'>,
  { board, moment: { now, today } }: { board: Board; moment: Moment },
): SessionChange | undefined {
  if (!awaitsAnswers(before, today) || !before.convened.includes(stakeholder))
    throw new Problem('session-state');
  const said = before.answers.find((one) => one.stakeholder === stakeholder);
  if (said?.answer === answer) return undefined;
  const answers = [...before.answers.filter((one) => one !== said), { stakeholder, answer, at: now }];
  const session = rewritten(before, { answers }, board);
  const { number, kind, on } = session;
  const event = {
    actor: `stakeholder:${stakeholder}`,
    action: 'session-answered',
    detail: { session: number, kind, on, answer },
  } as const;
  return { session, change: workChange(board, { sessions: [session] }, event) };
}

/** A session does not take place; those who were convened are mailed so. @throws Problem `session-state`, `not-active` */
export function cancelSession(
  before: Session,
  reason: string,
  { board, caller }: SessionSituation,
): SessionChange {
  if (!mayBecome(before.status, 'cancelled')) throw new Problem('session-state');
  const isConvened = before.status === 'convened';
  const sequence = before.sequence + (isConvened ? 1 : 0);
  const session = rewritten(before, { status: 'cancelled', reason, sequence }, board);
  const outbox = isConvened ? convoke(session, 'cancel', before.convened) : [];
  const { number, kind, on } = session;
  const event = {
    actor: caller.user,
    action: 'session-cancelled',
    detail: { session: number, kind, on, reason },
  } as const;
  return { session, change: workChange(board, { sessions: [session] }, event, outbox) };
}

/** What a held session is decided on, beside what is said of it. */
export interface HeldSituation extends SessionSituation {
  /** Whoever is named as responsible of an agreement, by their ids. */
  responsible: ReadonlyMap<string, Pick<Stakeholder, 'sector'>>;
  /** What it counts for, of lines of every board, and what of that belongs to its own. */
  entries: readonly Entry[];
  counted: Work;
  reminders: Reminders;
  moment: Moment;
}

/** Whether a session may be recorded as held now. @throws Problem `session-state`, `invalid-request` by field */
export function checkHeld(before: Session, { attendance }: SessionRecord, { today }: Moment): void {
  if (!mayBecome(before.status, 'held')) throw new Problem('session-state');
  const errors = [
    ...(before.on > today ? [{ path: 'on', message: 'in-the-future' }] : []),
    ...attendanceFaults(attendance),
  ];
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/**
 * A session was held: who was there, what was decided and what it counts for, as one change. In a locality, an agreement
 * with a responsible and a date is a commitment from now on; the municipality has no matrix, so that there it stays an agreement.
 * @throws Problem `session-state`, `invalid-request` by field, `not-active`
 */
export function holdSession(
  before: Session,
  { attendance, minutes, files, agreements }: SessionRecord,
  situation: HeldSituation,
): SessionChange {
  const { board, caller, responsible, entries, counted, reminders, moment } = situation;
  const { locality } = board;
  let next = (locality?.commitments ?? 0) + 1;
  const agreed = agreements.map((agreement): Agreement => {
    const isPromise = locality && agreement.responsible !== undefined && agreement.dueOn !== undefined;
    if (!isPromise) return agreement;
    const commitment = commitmentId({ locality: locality.id, number: next });
    next += 1;
    return { ...agreement, commitment };
  });
  const held = { attendance, minutes, files, agreements: agreed, entries: entries.map(entryId) };
  const session = rewritten(before, { status: 'held', held }, board);
  const { number, kind, on } = session;
  const event = {
    actor: caller.user,
    action: 'session-held',
    detail: {
      session: number,
      kind,
      on,
      attendance: attendance.total,
      agreements: agreed.map(({ action, commitment }) => ({ action, commitment })),
      entries: held.entries,
    },
  } as const;
  const work = { ...counted, sessions: [session] };
  const promises = agreed.filter(({ commitment }) => commitment !== undefined);
  if (!locality || promises.length === 0) return { session, change: workChange(board, work, event) };
  const rows = promises.map(({ commitment: _, ...promised }) => ({
    command: NewCommitment.parse(promised),
    sector: responsible.get(promised.responsible ?? '')?.sector,
  }));
  return {
    session,
    change: { ...importCommitments(rows, { locality, caller, reminders, moment }), work, event },
  };
}
