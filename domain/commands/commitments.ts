import { addDays, type LocalDate } from '../calendar.ts';
import type { Caller } from '../caller.ts';
import { type Change, type Moment, revised } from '../change.ts';
import { type Commitment, type CommitmentEdit, isOpen, type NewCommitment } from '../commitment.ts';
import { Problem } from '../errors.ts';
import type { Locality } from '../locality.ts';
import { nextReminder, type ReminderSettings } from '../reminders.ts';
import type { Stakeholder } from '../stakeholder.ts';
import type { TaskKey } from '../task.ts';

/** When the responsible of a commitment is written to next; `undefined` when there is nobody or nothing to remind. */
export function reminderFor(
  commitment: Pick<Commitment, 'status' | 'dueOn' | 'responsible' | 'remindedOn'>,
  settings: ReminderSettings,
  today: LocalDate,
): LocalDate | undefined {
  const { dueOn, responsible, remindedOn } = commitment;
  if (!isOpen(commitment) || !dueOn || !responsible) return undefined;
  // Whoever was written to today is not written to again today.
  return nextReminder(dueOn, remindedOn && remindedOn >= today ? addDays(remindedOn, 1) : today, settings);
}

const underWay = ({ status }: Locality) => {
  if (status === 'completed' || status === 'closed') throw new Problem('not-active');
};

const tasksOf = ({ locality, number }: Commitment): TaskKey[] =>
  (['cannot', 'escalated', 'tell-in-person'] as const).map((kind) => ({
    kind,
    locality,
    subject: String(number),
  }));

/** A promise joins the commitment matrix. Blanks are accepted; the gate asks for them. */
export function createCommitment(
  locality: Locality,
  command: NewCommitment,
  responsible: Stakeholder | undefined,
  caller: Caller,
  settings: ReminderSettings,
  { now, today }: Moment,
): Change & { commitment: Commitment } {
  underWay(locality);
  const number = locality.commitments + 1;
  const commitment: Commitment = {
    ...command,
    locality: locality.id,
    number,
    sector: responsible?.sector,
    remindOn: reminderFor(command, settings, today),
    createdAt: now,
    revision: locality.revision + 1,
    writes: 1,
  };
  return {
    commitment,
    locality: revised(locality, { commitments: number }),
    visits: [],
    commitments: [commitment],
    deed: { actor: caller.user, action: 'commitment-created', detail: { commitment: number, ...command } },
    errands: [],
  };
}

/** A promise changes: a moved date re-arms its reminders once, and one that is kept or dropped ends them. */
export function editCommitment(
  locality: Locality,
  before: Commitment,
  edit: CommitmentEdit,
  responsible: Stakeholder | undefined,
  caller: Caller,
  settings: ReminderSettings,
  { today }: Moment,
): Change & { commitment: Commitment } {
  underWay(locality);
  const edited: Commitment = {
    ...before,
    ...edit,
    sector: responsible?.sector,
    revision: locality.revision + 1,
    writes: before.writes + 1,
  };
  if (edit.status === 'fulfilled') edited.progress = 100;
  const rearmed =
    edited.dueOn !== before.dueOn ||
    edited.responsible !== before.responsible ||
    isOpen(edited) !== isOpen(before);
  const commitment: Commitment = rearmed
    ? { ...edited, remindOn: reminderFor(edited, settings, today), escalatedOn: undefined }
    : edited;
  return {
    commitment,
    locality: revised(locality, {}),
    visits: [],
    commitments: [commitment],
    tasks: { open: [], clear: rearmed ? tasksOf(before) : [] },
    deed: { actor: caller.user, action: 'commitment-edited', detail: { commitment: before.number, ...edit } },
    errands: [],
  };
}

/** What a stakeholder can say of a promise, with two taps. */
export type CommitmentAnswer = 'fulfilled' | 'in-progress' | 'cannot';

/**
 * The responsible answers by a link. The same answer again changes nothing (`undefined`); *cannot* leaves the
 * commitment as it stands, stops its reminders and makes a task for the coordinator.
 */
export function answerCommitment(
  locality: Locality,
  before: Commitment,
  answer: CommitmentAnswer,
  note: string | undefined,
  { now }: Moment,
): Change | undefined {
  const task = { kind: 'cannot', locality: locality.id, subject: String(before.number) } as const;
  const said = { answer, note, at: now };
  if (before.answer?.answer === answer && before.answer.note === note) return undefined;
  if (!isOpen(before)) throw new Problem('not-open');
  const settled = answer === 'in-progress' ? {} : { remindOn: undefined };
  const status = answer === 'cannot' ? before.status : answer;
  const commitment: Commitment = {
    ...before,
    ...settled,
    status,
    progress: answer === 'fulfilled' ? 100 : before.progress,
    answer: said,
    revision: locality.revision + 1,
    writes: before.writes + 1,
  };
  return {
    locality: revised(locality, {}),
    visits: [],
    commitments: [commitment],
    tasks:
      answer === 'cannot'
        ? { open: [{ ...task, since: now, dueOn: before.dueOn, note }], clear: [] }
        : { open: [], clear: answer === 'fulfilled' ? tasksOf(before) : [task] },
    deed: {
      actor: `stakeholder:${before.responsible}`,
      action: 'commitment-answered',
      detail: { commitment: before.number, answer, note },
    },
    errands: [],
  };
}
