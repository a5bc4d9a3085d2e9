import { partOf } from '../locality.ts';
import type { Programme } from '../programme.ts';
import type { Visit } from '../visit.ts';

/** What is known of an activity or step; an untouched one is open, since the visit was opened. */
function known(visit: Visit, key: string) {
  const { revision = 0, ...record } = visit.activities[key] ?? { status: 'open' as const, evidence: [] };
  return { ...record, version: revision };
}

/** The activities of a visit in the order of the programme, each with its steps and what is known of them. */
export const activitiesOf = (programme: Programme, visit: Visit) =>
  partOf(programme, visit.stage, visit.track).activities.map(({ key, name, required, steps }) => ({
    key,
    name,
    required,
    ...known(visit, key),
    steps: steps?.map((step) => ({ ...step, ...known(visit, step.key) })),
  }));
