import { addDays, type LocalDate } from './calendar.ts';
import type { Locality } from './locality.ts';
import type { Programme } from './programme.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** When a stage is to begin and when its gate is to be passed. */
export interface PlannedStage {
  stage: string;
  startOn: LocalDate;
  targetOn: LocalDate;
}

/** The day by which a stage of `workingDays` that begins on `startOn` is to pass its gate. */
export const stageTarget = (startOn: LocalDate, workingDays: number, calendar: WorkCalendar) =>
  calendar.addWorkingDays(startOn, workingDays);

function chain(stages: Programme['stages'], startOn: LocalDate, calendar: WorkCalendar): PlannedStage[] {
  let start = startOn;
  return stages.map(({ key, workingDays }) => {
    const planned = { stage: key, startOn: start, targetOn: stageTarget(start, workingDays, calendar) };
    start = planned.targetOn;
    return planned;
  });
}

/** The plan as it was on the day the locality began. */
export const firstPlan = (
  programme: Programme,
  locality: Pick<Locality, 'createdOn'>,
  calendar: WorkCalendar,
): PlannedStage[] => chain(programme.stages, locality.createdOn, calendar);

/**
 * The plan as it stands `today`, from the current stage on: a stage that opened late, or whose target has passed
 * without its gate, moves every later one.
 */
export function currentPlan(
  programme: Programme,
  locality: Locality,
  today: LocalDate,
  calendar: WorkCalendar,
): PlannedStage[] {
  const { position } = locality;
  if (!position) return [];
  const at = programme.stages.findIndex(({ key }) => key === position.stage);
  const openedOn = position.gates.flatMap((gate) => gate.openedOn ?? []).sort()[0] ?? today;
  const targets = position.gates.flatMap((gate) => gate.targetOn ?? []).sort();
  const workingDays = programme.stages[at]?.workingDays ?? 0;
  const targetOn = targets.at(-1) ?? stageTarget(openedOn, workingDays, calendar);
  const ends = targetOn < today ? today : targetOn;
  return [
    { stage: position.stage, startOn: openedOn, targetOn },
    ...chain(programme.stages.slice(at + 1), ends, calendar),
  ];
}

export type Health = 'on-track' | 'due-soon' | 'overdue';

/** A week before its target a gate is due soon. */
const dueSoonDays = 7;

/** The last day on which a gate that is to be passed by then makes its locality due soon. */
export const dueSoonUntil = (today: LocalDate): LocalDate => addDays(today, dueSoonDays);

/** The earliest target of the gates that an active locality still has to pass. */
export function nextTarget({
  status,
  position,
}: Pick<Locality, 'status' | 'position'>): LocalDate | undefined {
  const ahead = (position?.gates ?? []).filter(({ state }) => state !== 'passed');
  return status === 'active' ? ahead.flatMap((gate) => gate.targetOn ?? []).sort()[0] : undefined;
}

/** By the earliest target of the gates still to pass; only an active locality can be late. */
export function healthOf(locality: Pick<Locality, 'status' | 'position'>, today: LocalDate): Health {
  const targetOn = nextTarget(locality);
  if (!targetOn) return 'on-track';
  if (targetOn < today) return 'overdue';
  return targetOn <= dueSoonUntil(today) ? 'due-soon' : 'on-track';
}
