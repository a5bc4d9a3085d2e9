import type { LocalityEvent } from './audit-events.ts';
import type { Instant, LocalDate } from './calendar.ts';
import type { Commitment } from './commitment.ts';
import { Problem } from './errors.ts';
import type { Geometry } from './geometry.ts';
import type { Locality } from './locality.ts';
import type { StaffMail } from './mail.ts';
import type { Municipality } from './municipality.ts';
import type { OutboxMessage } from './outbox-message.ts';
import type { Tally } from './tally.ts';
import type { Task, TaskKey } from './task.ts';
import { usersIn } from './user.ts';
import type { Visit } from './visit.ts';
import type { Work } from './work/work.ts';

/** All that one command writes: it is written whole, or not at all. */
export interface Change {
  /** As it is to be, one revision further than it was read. */
  locality: Locality;
  /** New or changed visits, each one revision further than it was read. */
  visits: Visit[];
  /** Its territory from now on; `null` takes it away. */
  geometry?: Geometry | null;
  /** New or changed commitments, each one write further than it was read. */
  commitments?: Commitment[];
  /** What they add to the sums of the matrix and of the municipality, or take away. */
  sums?: Tally;
  /** New or changed objectives, plan lines and entries, with what they add up to. */
  work?: Work;
  /** What a person has to do from now on, and what is done. */
  tasks?: { open: Task[]; clear: TaskKey[] };
  /** What the locality's history tells of it. */
  event: LocalityEvent;
  outbox: OutboxMessage[];
}

/** When a command is carried out: the instant, and the municipality's calendar day. */
export interface Moment {
  now: Instant;
  today: LocalDate;
}

/** The actor of what the workflow and the schedule do by themselves. */
export const workflowActor = 'etapas';

/** A locality or visit with some fields changed, one revision further. */
export function bumpRevision<T extends { revision: number }>(before: T, change: Partial<T>): T {
  return { ...before, ...change, revision: before.revision + 1 };
}

/**
 * A mail to each coordinator of the locality, each approver of the municipality and `others`, none of them twice, and none
 * to those who did it. When it is sent, `wayOf` tells who gets it by itself and who reads of it in their digest.
 */
export function notifyStaff(
  locality: Locality,
  municipality: Pick<Municipality, 'approvers' | 'staffMailDomain'>,
  mail: StaffMail,
  { by, others = [] }: { by: readonly string[]; others?: readonly string[] },
): OutboxMessage[] {
  const doers = usersIn(municipality, by);
  const names = [...locality.coordinators, ...municipality.approvers, ...others];
  return usersIn(municipality, names)
    .filter((to) => !doers.includes(to))
    .map((to) => ({ kind: 'mail', to, mail }));
}

/** The outbox message that starts the locality's current generation at the stage where it stands. */
export function startExecution(locality: Locality): OutboxMessage {
  if (!locality.position) throw new Problem('not-active');
  const { programme, generation } = locality;
  return { kind: 'start-execution', programme, generation, stage: locality.position.stage };
}
