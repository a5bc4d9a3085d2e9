import type { Instant, LocalDate } from './calendar.ts';
import { type Gate, gateKey, type Locality, partOf } from './locality.ts';
import { type MatrixCounts, missingSectors } from './matrix-counts.ts';
import type { Programme } from './programme.ts';
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
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something to do that follows from how a locality stands: it goes away when the cause does. */
export interface DerivedTask {
  kind: Exclude<TaskKind, StoredTaskKind>;
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

/** Gates past their target, and overrides that no longer hold. */
export function tasksOfLocality(locality: Locality, today: LocalDate): DerivedTask[] {
  const { id, status, position, overrides } = locality;
  const overdue = (status === 'active' ? (position?.gates ?? []) : []).flatMap((gate): DerivedTask[] => {
    const { targetOn, track, state, visit } = gate;
    if (!position || !targetOn || targetOn >= today || state === 'passed') return [];
    const { stage } = position;
    const subject = overrideSubject({ stage, track, visit });
    return [{ kind: 'gate-overdue', locality: id, subject, stage, track, since: targetOn, dueOn: targetOn }];
  });
  const expired = (status === 'closed' ? [] : overrides)
    .filter(({ expiresOn }) => expiresOn < today)
    .map(({ stage, track, visit, expiresOn }): DerivedTask => {
      const subject = overrideSubject({ stage, track, visit });
      return {
        kind: 'override-expired',
        locality: id,
        subject,
        stage,
        track,
        since: expiresOn,
        dueOn: expiresOn,
      };
    });
  return [...overdue, ...expired];
}

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

/** The gates of a locality that ask for commitments from every sector. */
export function gatesOfSectors({ status, position }: Locality, programme: Programme): Gate[] {
  if (status !== 'active' || !position) return [];
  return position.gates.filter(({ track, state, openedOn }) => {
    const { criteria } = partOf(programme, position.stage, track);
    const asked = criteria.some((criterion) => criterion.type === 'commitments' && criterion.sectors);
    return asked && openedOn !== undefined && state !== 'passed';
  });
}

/** The sectors still missing where a gate asks for all of them. */
export function tasksOfMatrix(
  { id, position }: Locality,
  { track, visit, openedOn, targetOn }: Gate,
  counts: MatrixCounts,
): DerivedTask[] {
  const sectors = missingSectors(counts);
  if (!position || !openedOn || sectors.length === 0) return [];
  const { stage } = position;
  const subject = overrideSubject({ stage, track, visit });
  return [
    {
      kind: 'missing-sectors',
      locality: id,
      subject,
      stage,
      track,
      sectors,
      since: openedOn,
      dueOn: targetOn,
    },
  ];
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
