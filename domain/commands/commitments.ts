import { addDays, type LocalDate } from '../calendar.ts';
import type { Caller } from '../caller.ts';
import { bumpRevision, type Change, type Moment } from '../change.ts';
import {
  type Commitment,
  type CommitmentEdit,
  type EveryField,
  isOpen,
  type NewCommitment,
} from '../commitment.ts';
import { Problem } from '../errors.ts';
import { type Locality, requireUnderWay } from '../locality.ts';
import { emptyMatrix, recounted } from '../matrix-counts.ts';
import { applyPatch } from '../patch.ts';
import type { Reminders } from '../reminder-settings.ts';
import { nextReminder } from '../reminders.ts';
import { sumsOf } from '../roll-up.ts';
import type { Stakeholder } from '../stakeholder.ts';
import { notBegun, type Standing, standingFault, standingOf } from '../standing.ts';
import { difference, sumOf } from '../tally.ts';
import type { TaskKey } from '../task.ts';

/** When the responsible of a commitment is written to next; `undefined` when there is nobody or nothing to remind. */
export function reminderFor(
  commitment: Pick<Commitment, 'status' | 'dueOn' | 'responsible' | 'remindedOn'>,
  settings: Reminders,
  today: LocalDate,
): LocalDate | undefined {
  const { dueOn, responsible, remindedOn } = commitment;
  if (!isOpen(commitment) || !dueOn || !responsible) return undefined;
  // Whoever was written to today is not written to again today.
  return nextReminder(dueOn, remindedOn && remindedOn >= today ? addDays(remindedOn, 1) : today, settings);
}

/** The locality with a commitment counted where it stands now, and no longer where it stood before. */
export function counted(
  { commitments, commitmentsBy, matrixCounts }: Locality,
  is: Commitment,
  was?: Commitment,
): Pick<Locality, 'commitmentsBy' | 'matrixCounts'> {
  const counts = { ...commitmentsBy };
  if (was) counts[was.status] = (counts[was.status] ?? 0) - 1;
  counts[is.status] = (counts[is.status] ?? 0) + 1;
  // A matrix older than its counts is counted by whoever asks for them next.
  const known = matrixCounts ?? (commitments === 0 ? emptyMatrix : undefined);
  return {
    commitmentsBy: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    matrixCounts: known && recounted(known, is, was),
  };
}

/** @throws Problem `invalid-request` for a day on which nothing can have been fulfilled */
function possible<Of extends Standing>(standing: Of, today: LocalDate): Of {
  const message = standingFault(standing, today);
  if (message) throw new Problem('invalid-request', { errors: [{ path: 'fulfilledOn', message }] });
  return standing;
}

/** What of its standing an edit changed, whether it named that or not: `null` where there is no day any more. */
const followed = (before: Standing, { status, progress, fulfilledOn }: Standing) => ({
  ...(status === before.status ? {} : { status }),
  ...(progress === before.progress ? {} : { progress }),
  ...(fulfilledOn === before.fulfilledOn ? {} : { fulfilledOn: fulfilledOn ?? null }),
});

/** The kinds of tasks there may be about a commitment; each goes once the commitment is another. */
export const commitmentTasks = ['cannot', 'escalated', 'tell-in-person', 'responsible-erased'] as const;

export const tasksOf = ({ locality, number }: Commitment): TaskKey[] =>
  commitmentTasks.map((kind) => ({
    kind,
    locality,
    subject: String(number),
  }));

/** What a command on a locality's commitments is decided on, beside what it asks for. */
export interface MatrixSituation {
  locality: Locality;
  caller: Caller;
  reminders: Reminders;
  moment: Moment;
}

/** The same for one commitment, with whoever is responsible for it from now on; nobody where that is blank. */
export interface CommitmentSituation extends MatrixSituation {
  responsible: Pick<Stakeholder, 'sector'> | undefined;
}

/** A promise joins the commitment matrix. Blanks are accepted; the gate asks for them. */
export function createCommitment(
  command: NewCommitment,
  { locality, responsible, caller, reminders, moment: { now, today } }: CommitmentSituation,
): Change & { commitment: Commitment } {
  requireUnderWay(locality);
  const number = locality.commitments + 1;
  const standing = possible(standingOf(command, notBegun, today), today);
  const promised = { ...command, ...standing };
  const commitment: Commitment = {
    ...promised,
    locality: locality.id,
    number,
    sector: responsible?.sector,
    remindOn: reminderFor(promised, reminders, today),
    createdAt: now,
    revision: locality.revision + 1,
    writes: 1,
  };
  return {
    commitment,
    locality: bumpRevision(locality, { commitments: number, ...counted(locality, commitment) }),
    visits: [],
    commitments: [commitment],
    sums: sumsOf(commitment),
    event: { actor: caller.user, action: 'commitment-created', detail: { commitment: number, ...promised } },
    outbox: [],
  };
}

/** Promises of an imported matrix join the locality's together, as one change. */
export function importCommitments(
  rows: { command: NewCommitment; sector?: Stakeholder['sector'] }[],
  situation: MatrixSituation,
): Change {
  const { locality, caller } = situation;
  const commitments: Commitment[] = [];
  let grown = locality;
  for (const { command, sector } of rows) {
    const at = { ...grown, revision: locality.revision };
    const one = createCommitment(command, { ...situation, locality: at, responsible: sector && { sector } });
    commitments.push(one.commitment);
    grown = one.locality;
  }
  const imported = commitments.map(({ number, action, responsible, dueOn }) => ({
    commitment: number,
    action,
    responsible,
    dueOn,
  }));
  return {
    locality: grown,
    visits: [],
    commitments,
    sums: sumOf(commitments.map(sumsOf)),
    event: { actor: caller.user, action: 'commitments-imported', detail: { commitments: imported } },
    outbox: [],
  };
}

/** The fields after an edit: what it does not name stays, and what it names as `null` is blank. */
export const patchedFields = (
  before: Omit<NewCommitment, keyof Standing> & Standing,
  edit: CommitmentEdit,
  today: LocalDate,
): EveryField<Omit<NewCommitment, keyof Standing> & Standing> => ({
  ...standingOf(edit, before, today),
  action: edit.action ?? before.action,
  responsible: applyPatch(edit.responsible, before.responsible),
  coResponsible: edit.coResponsible ?? before.coResponsible,
  supportingProgramme: applyPatch(edit.supportingProgramme, before.supportingProgramme),
  policyArea: applyPatch(edit.policyArea, before.policyArea),
  dueOn: applyPatch(edit.dueOn, before.dueOn),
  budget: applyPatch(edit.budget, before.budget),
  note: applyPatch(edit.note, before.note),
  evidence: edit.evidence ?? before.evidence,
});

/** A promise changes: a moved date re-arms its reminders once, and one that is kept or dropped ends them. */
export function editCommitment(
  before: Commitment,
  edit: CommitmentEdit,
  { locality, responsible, caller, reminders, moment: { today } }: CommitmentSituation,
): Change & { commitment: Commitment } {
  requireUnderWay(locality);
  const fields = patchedFields(before, edit, today);
  possible(fields, today);
  const after: Commitment = {
    ...before,
    ...fields,
    sector: responsible?.sector,
    revision: locality.revision + 1,
    writes: before.writes + 1,
  };
  const rearmed =
    after.dueOn !== before.dueOn ||
    after.responsible !== before.responsible ||
    isOpen(after) !== isOpen(before);
  const commitment: Commitment = rearmed
    ? {
        ...after,
        remindOn: reminderFor(after, reminders, today),
        escalatedOn: undefined,
        // What was said of it was said by another person, or of another date: the same may be said again.
        answer: undefined,
      }
    : after;
  return {
    commitment,
    locality: bumpRevision(locality, counted(locality, commitment, before)),
    visits: [],
    commitments: [commitment],
    sums: difference(sumsOf(commitment), sumsOf(before)),
    tasks: { open: [], clear: rearmed ? tasksOf(before) : [] },
    event: {
      actor: caller.user,
      action: 'commitment-edited',
      detail: { commitment: before.number, ...edit, ...followed(before, after) },
    },
    outbox: [],
  };
}

/** What a stakeholder can say of a promise, with two taps. */
export type CommitmentAnswer = 'fulfilled' | 'in-progress' | 'cannot';

/** What they said, and what they wrote beside it. */
interface AnswerGiven {
  answer: CommitmentAnswer;
  note: string | undefined;
  /** Since when it is kept, where that is not today. */
  fulfilledOn?: LocalDate;
}

/** Whether nothing but the last answer by a link ended it: that answer may still be taken back. */
export const mayAnswer = (commitment: Commitment): boolean =>
  isOpen(commitment) ||
  (commitment.status === 'fulfilled' &&
    commitment.answer?.answer === 'fulfilled' &&
    commitment.progress === 100);

/** How a commitment stands after an answer; *cannot* leaves it as it stood, for the coordinator to decide. */
function answeredStanding({ answer, fulfilledOn }: AnswerGiven, from: Standing, today: LocalDate) {
  if (answer === 'cannot') return { ...from, fulfilledOn: undefined };
  const said = answer === 'fulfilled' ? { status: answer, fulfilledOn } : { status: answer };
  return possible(standingOf(said, from, today), today);
}

/**
 * The responsible answers by a link. The same answer again changes nothing (`undefined`). *Fulfilled* and *cannot* stop
 * the reminders, and *cannot* makes a task for the coordinator; another answer after either takes it back.
 * @throws Problem `not-open` when somebody else has ended it, `not-active` when the locality is past it
 */
export function answerCommitment(
  before: Commitment,
  given: AnswerGiven,
  { locality, reminders, moment: { now, today } }: Omit<MatrixSituation, 'caller'>,
): Change | undefined {
  const { answer, note, fulfilledOn } = given;
  const task = { kind: 'cannot', locality: locality.id, subject: String(before.number) } as const;
  const said = before.answer;
  const holds = answer === 'cannot' || before.status === answer;
  const isSameDay = fulfilledOn === undefined || fulfilledOn === before.fulfilledOn;
  if (said?.answer === answer && said.note === note && isSameDay && holds) return undefined;
  requireUnderWay(locality);
  if (!mayAnswer(before)) throw new Problem('not-open');
  const { status, progress } = before;
  // Somebody's own "fulfilled" is taken back to how the commitment stood before it.
  const from = isOpen(before) || !said ? { status, progress } : said.from;
  const answered: Commitment = {
    ...before,
    // Said once more, it stays of the day that was said first.
    ...answeredStanding({ ...given, fulfilledOn: fulfilledOn ?? before.fulfilledOn }, from, today),
    answer: { answer, note, at: now, from },
    revision: locality.revision + 1,
    writes: before.writes + 1,
  };
  // What stopped with the last answer begins again; what goes on keeps its place on the ladder.
  const stopped = said !== undefined && said.answer !== 'in-progress';
  const resumed = stopped ? reminderFor(answered, reminders, today) : before.remindOn;
  const commitment = { ...answered, remindOn: answer === 'in-progress' ? resumed : undefined };
  return {
    locality: bumpRevision(locality, counted(locality, commitment, before)),
    visits: [],
    commitments: [commitment],
    sums: difference(sumsOf(commitment), sumsOf(before)),
    tasks:
      answer === 'cannot'
        ? { open: [{ ...task, since: now, dueOn: before.dueOn, note }], clear: [] }
        : { open: [], clear: answer === 'fulfilled' ? tasksOf(before) : [task] },
    event: {
      actor: `stakeholder:${before.responsible}`,
      action: 'commitment-answered',
      detail: { commitment: before.number, answer, note, fulfilledOn: commitment.fulfilledOn },
    },
    outbox: [],
  };
}
