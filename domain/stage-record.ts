import type { LocalDate } from './calendar.ts';
import { firstOpened, lastEnded } from './dossier/spans.ts';
import type { Locality } from './locality.ts';
import { currentPlan, firstPlan, type PlannedStage } from './plan.ts';
import type { Programme, Stage } from './programme.ts';
import type { Visit } from './visit.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** One stage as it was planned and as it went. */
export interface StageRecord {
  stage: Stage;
  /** `behind` once its gate was left for a later stage; a closed locality has left where it stood, too. */
  state: 'behind' | 'current' | 'ahead';
  /** In the order in which they were opened. */
  visits: Visit[];
  /** As it was on the day the locality began. */
  firstPlan: PlannedStage;
  /** As it stands today; absent for what is behind. */
  plan?: PlannedStage;
  /** When it was first entered. */
  openedOn?: LocalDate;
  /** When it was last left; absent for what is not behind. */
  endedOn?: LocalDate;
}

const byOpening = (a: Visit, b: Visit) =>
  a.openedOn === b.openedOn ? a.number - b.number : a.openedOn < b.openedOn ? -1 : 1;

/** Every stage of the locality's programme, in its order, as of `today`; `visits` are all the locality ever had. */
export function stageRecords(
  programme: Programme,
  locality: Locality,
  visits: readonly Visit[],
  today: LocalDate,
  calendar: WorkCalendar,
): StageRecord[] {
  const planned = currentPlan(programme, locality, today, calendar);
  const { position } = locality;
  const at = programme.stages.findIndex(({ key }) => key === position?.stage);
  return firstPlan(programme, locality, calendar).flatMap((first, index): StageRecord[] => {
    const stage = programme.stages[index];
    if (!stage) return [];
    const own = visits.filter((visit) => visit.stage === stage.key).sort(byOpening);
    const passed = position ? index < at : own.length > 0;
    const state = passed ? 'behind' : index === at ? 'current' : 'ahead';
    return [
      {
        stage,
        state,
        visits: own,
        firstPlan: first,
        plan: planned.find((one) => one.stage === stage.key),
        openedOn: firstOpened(own),
        endedOn: passed ? lastEnded(own) : undefined,
      },
    ];
  });
}
