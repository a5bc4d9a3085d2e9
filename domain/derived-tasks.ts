import type { Instant, LocalDate } from './calendar.ts';
import type { GatedPart } from './gated-part.ts';
import { type Gate, gateKey, type Locality } from './locality.ts';
import { emptyMatrix, missingSectors } from './matrix-counts.ts';
import type { Sector } from './stakeholder.ts';
import { StoredTaskKind, type TaskKey } from './task.ts';
import type { Visit } from './visit.ts';

/** Everything a coordinator may have to do; what is not stored follows from how a locality stands. */
export const taskKinds = [
  ...StoredTaskKind.options,
  'gate-overdue',
  'review-waiting',
  'override-expired',
  'missing-sectors',
  'privacy-request',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something to do that follows from how a locality stands: it goes away when the cause does. */
export interface DerivedTask {
  kind: Exclude<TaskKind, StoredTaskKind | 'privacy-request'>;
  locality: string;
  /** Names it within its locality and kind: stage, track and visit. */
  subject: string;
  stage: string;
  track?: string;
  since: Instant | LocalDate;
  dueOn?: LocalDate;
  /** Who asked for the review that waits. */
  requestedBy?: string;
  /** The sectors that have promised nothing. */
  sectors?: Sector[];
}

/** An override of a gate, by stage, track and visit. */
export const overrideSubject = (gate: Pick<Visit, 'stage' | 'track'> & { visit: number }) =>
  `${gateKey(gate.stage, gate.track).replace('/', '.')}.${gate.visit}`;

/** Whether a gate asks for commitments from every sector. */
export const asksSectors = ({ criteria }: Pick<GatedPart, 'criteria'>): boolean =>
  criteria.some((criterion) => criterion.type === 'commitments' && criterion.sectors === true);

/** The gates that an active locality has still to pass. */
const gatesAhead = ({ status, position }: Locality): Gate[] =>
  status === 'active' ? (position?.gates ?? []).filter(({ state }) => state !== 'passed') : [];

/** The sectors that have promised nothing that still stands, where an opened gate asks for all of them. */
const sectorsLacking = ({ matrixCounts = emptyMatrix }: Locality, { sectors, openedOn }: Gate): Sector[] =>
  sectors && openedOn ? missingSectors(matrixCounts) : [];

/** Whether something is to be done about a locality's gates whatever the day: to decide a review, to find who promises. */
export const waits = (locality: Locality): boolean =>
  gatesAhead(locality).some(
    (gate) => gate.state === 'in-review' || sectorsLacking(locality, gate).length > 0,
  );

/** Gates past their target, and the sectors still missing where a gate asks for all of them. */
export function tasksOfGates(locality: Locality, today: LocalDate): DerivedTask[] {
  const { id, position } = locality;
  return gatesAhead(locality).flatMap((gate): DerivedTask[] => {
    if (!position) return [];
    const { targetOn, openedOn, track, visit } = gate;
    const { stage } = position;
    const about = { locality: id, subject: overrideSubject({ stage, track, visit }), stage, track };
    const sectors = sectorsLacking(locality, gate);
    return [
      ...(targetOn && targetOn < today
        ? [{ kind: 'gate-overdue' as const, ...about, since: targetOn, dueOn: targetOn }]
        : []),
      ...(openedOn && sectors.length > 0
        ? [{ kind: 'missing-sectors' as const, ...about, sectors, since: openedOn, dueOn: targetOn }]
        : []),
    ];
  });
}

/** The overrides of a locality that somebody has still to settle; none of one that was closed. */
export const unsettled = ({ status, overrides }: Pick<Locality, 'status' | 'overrides'>) =>
  status === 'closed' ? [] : overrides;

/** Overrides that no longer hold. */
export const tasksOfOverrides = (locality: Locality, today: LocalDate): DerivedTask[] =>
  unsettled(locality)
    .filter(({ expiresOn }) => expiresOn < today)
    .map(({ stage, track, visit, expiresOn }) => ({
      kind: 'override-expired',
      locality: locality.id,
      subject: overrideSubject({ stage, track, visit }),
      stage,
      track,
      since: expiresOn,
      dueOn: expiresOn,
    }));

/** A review that waits for its decision, and the override it was asked for under, where that expired meanwhile. */
export function tasksOfReview({ review, ...visit }: Visit, today: LocalDate): DerivedTask[] {
  if (!review) return [];
  const { locality, stage, track, number, targetOn } = visit;
  const subject = overrideSubject({ stage, track, visit: number });
  const about = { locality, subject, stage, track };
  const { requestedAt: since, requestedBy, override } = review;
  const waiting: DerivedTask = { kind: 'review-waiting', ...about, since, dueOn: targetOn, requestedBy };
  if (!override || override.expiresOn >= today) return [waiting];
  const { expiresOn } = override;
  return [waiting, { kind: 'override-expired', ...about, since: expiresOn, dueOn: expiresOn }];
}

/** The task that an id names; ids are `<locality>_<kind>_<subject>`. */
export function taskNamed(id: string): { kind: TaskKind; locality: string; subject: string } | undefined {
  const [locality = '', name, subject = ''] = id.split('_');
  const kind = taskKinds.find((one) => one === name);
  return kind && { kind, locality, subject };
}

/** Whether the task is one that is kept, not one that follows from how things stand. */
export const isStored = (task: { kind: TaskKind; locality: string; subject: string }): task is TaskKey =>
  StoredTaskKind.safeParse(task.kind).success;
