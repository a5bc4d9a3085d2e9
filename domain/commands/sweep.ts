import { addDays, type LocalDate } from '../calendar.ts';
import { bumpRevision, type Change, type Moment, workflowActor } from '../change.ts';
import { type Commitment, isOpen } from '../commitment.ts';
import type { Locality } from '../locality.ts';
import type { Reminders } from '../reminder-settings.ts';
import { ladderOf, nextReminder, rearmed } from '../reminders.ts';
import type { Stakeholder } from '../stakeholder.ts';

/** Whether reminders go out on a day at all; what falls on another is made up for once, on the next that counts. */
export const isSweepDay = (on: LocalDate, { workingDaysOnly, calendar }: Reminders) =>
  !workingDaysOnly || calendar.isWorkingDay(on);

/** What a day asks for with a commitment: `wait` while its locality is on hold, `stop` once nobody is reminded of it. */
export type Asked = 'remind' | 'escalate' | 'wait' | 'stop' | 'nothing';

/** What is to be done on a day about one commitment. Several rungs that were missed are made up for by one reminder. */
export function askedOn(
  on: LocalDate,
  commitment: Commitment,
  locality: Pick<Locality, 'status'> | undefined,
  settings: Reminders,
): Asked {
  const { remindOn, dueOn, responsible } = commitment;
  if (!remindOn || remindOn > on) return 'nothing';
  if (!isOpen(commitment) || !dueOn || !responsible) return 'stop';
  if (locality?.status === 'on-hold') return 'wait';
  if (locality?.status !== 'active') return 'stop';
  return nextReminder(dueOn, remindOn, settings) === ladderOf(dueOn, settings).escalation
    ? 'escalate'
    : 'remind';
}

/** Nobody is reminded of it any more. */
export const unreminded = (commitment: Commitment): Commitment => ({
  ...commitment,
  remindOn: undefined,
  writes: commitment.writes + 1,
});

/** The responsible is told of it on a day: it waits at the next rung of the ladder, or for its end, not the same day. */
export function reminded(commitment: Commitment, on: LocalDate, settings: Reminders): Commitment {
  const { dueOn, writes } = commitment;
  const tomorrow = addDays(on, 1);
  const next = dueOn && nextReminder(dueOn, tomorrow, settings);
  return {
    ...commitment,
    remindOn: next && next < tomorrow ? tomorrow : next,
    remindedOn: on,
    writes: writes + 1,
  };
}

/** A commitment at the rung that the ladder, as it is now, asks for next; the very same where that is where it waits. */
export function rearmedCommitment(commitment: Commitment, on: LocalDate, settings: Reminders): Commitment {
  const { dueOn, remindOn, remindedOn } = commitment;
  if (!remindOn || !dueOn) return commitment;
  const next = rearmed({ dueOn, remindOn, remindedOn }, on, settings);
  return next === remindOn ? commitment : { ...commitment, remindOn: next, writes: commitment.writes + 1 };
}

/**
 * The commitment as it was before its responsible was to be told of it on a day, when that mail never left: it waits at the
 * last rung by then. `undefined` where it was told or settled since, or the coordinator has taken over.
 */
export function untoldOn(commitment: Commitment, on: LocalDate, settings: Reminders): Commitment | undefined {
  const { dueOn, remindOn, remindedOn, writes } = commitment;
  if (!isOpen(commitment) || !dueOn || !remindOn || remindedOn !== on) return undefined;
  const rung = ladderOf(dueOn, settings).reminders.findLast((day) => day <= on) ?? on;
  return { ...commitment, remindOn: rung, remindedOn: undefined, writes: writes + 1 };
}

/** Whether mail reaches somebody: there is an address, and nobody asked or forced us not to use it. */
export const isWrittenTo = (stakeholder?: Stakeholder): stakeholder is Stakeholder =>
  stakeholder?.reachable === true && !stakeholder.suppressed && !stakeholder.erasedOn;

interface Situation {
  locality: Locality;
  /** As it stood before. */
  commitment: Commitment;
  settings: Reminders;
}

type TaskMade = 'escalated' | 'tell-in-person';
const actions = {
  escalated: 'commitment-escalated',
  'tell-in-person': 'commitment-to-tell-in-person',
} as const;

/** A commitment becomes a coordinator's task: its ladder came to an end, or its responsible cannot be written to. */
export function handToCoordinator(
  kind: TaskMade,
  { locality, commitment: before, settings }: Situation,
  { now, today }: Moment,
): Change {
  const { number, dueOn, responsible } = before;
  const moved =
    kind === 'escalated' ? { ...unreminded(before), escalatedOn: today } : reminded(before, today, settings);
  return {
    locality: bumpRevision(locality, {}),
    visits: [],
    commitments: [{ ...moved, revision: locality.revision + 1 }],
    tasks: {
      open: [{ kind, subject: String(number), locality: locality.id, since: now, dueOn }],
      clear: [],
    },
    event: {
      actor: workflowActor,
      action: actions[kind],
      detail: { commitment: number, responsible, dueOn },
    },
    outbox: [],
  };
}
