import * as z from 'zod';
import type { LocalityEvent } from './audit-events.ts';
import type { Instant, LocalDate } from './calendar.ts';
import type { Commitment } from './commitment.ts';
import { Problem } from './errors.ts';
import type { Locality } from './locality.ts';
import { MailMessage, type StaffMail } from './mail.ts';
import type { Municipality } from './municipality.ts';
import type { Tally } from './tally.ts';
import type { Task, TaskKey } from './task.ts';
import { DecisionOutcome, type Visit } from './visit.ts';

/** What the waiting workflow is told: a decision, or to let the next generation take over. */
export const GateAnswer = z.object({
  outcome: z.enum([...DecisionOutcome.options, 'hand-over']),
  /** Set with `return`: the stage whose next visit opens. */
  toStage: z.string().optional(),
});
export type GateAnswer = z.infer<typeof GateAnswer>;

/** Something to be done outside the table once the change is written. */
export const OutboxMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start-execution'),
    programme: z.object({ id: z.string(), version: z.int() }),
    generation: z.int(),
    stage: z.string(),
  }),
  z.object({ kind: z.literal('answer-gate'), token: z.string(), answer: GateAnswer }),
  /** The rest of an accepted import is written. */
  z.object({ kind: z.literal('import'), staged: z.string() }),
  MailMessage,
]);
export type OutboxMessage = z.infer<typeof OutboxMessage>;

/** GeoJSON of a locality's territory, WGS 84 longitude and latitude. */
const Ring = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
  .min(4)
  .max(5_000);
const closed = Ring.refine((ring) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}, 'ring-open');
const Shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(closed).min(1).max(100) }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(closed).min(1)).min(1).max(100),
  }),
]);
/** An item of the table holds 400 kB; a district's outline has some hundred points. */
const mostPoints = 5_000;
const pointsOf = (shape: z.infer<typeof Shape>) =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flat(2).length;
export const Geometry = Shape.refine((shape) => pointsOf(shape) <= mostPoints, 'too-detailed');
export type Geometry = z.infer<typeof Geometry>;

/** All that one command writes: it is written whole, or not at all. */
export interface Change {
  /** As it is to be, one revision further than it was read. */
  locality: Locality;
  /** New or changed visits, each one revision further than it was read. */
  visits: Visit[];
  geometry?: Geometry;
  /** New or changed commitments, each one write further than it was read. */
  commitments?: Commitment[];
  /** What they add to the sums of the matrix and of the municipality, or take away. */
  sums?: Tally;
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

/** A field after an edit, which may say nothing of it (`undefined`) or take it away (`null`). */
export const applyPatch = <T>(said: T | null | undefined, before: T | undefined): T | undefined =>
  said === undefined ? before : (said ?? undefined);

/** A mail to each coordinator of the locality and each approver of the municipality, none of them twice. */
export function notifyStaff(
  locality: Locality,
  { approvers }: Pick<Municipality, 'approvers'>,
  mail: StaffMail,
): OutboxMessage[] {
  return [...new Set([...locality.coordinators, ...approvers])].map((to) => ({ kind: 'mail', to, mail }));
}

/** The outbox message that starts the locality's current generation at the stage where it stands. */
export function startExecution(locality: Locality): OutboxMessage {
  if (!locality.position) throw new Problem('not-active');
  const { programme, generation } = locality;
  return { kind: 'start-execution', programme, generation, stage: locality.position.stage };
}
