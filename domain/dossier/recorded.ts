type Status = 'open' | 'done' | 'not-applicable';

/** The activities and steps of a visit of which something was recorded, each step after its activity. */
export function recordedIn<Step extends { status: Status }>(
  activities: readonly (Step & { steps?: readonly Step[] })[],
): Step[] {
  const all = activities.flatMap((activity): Step[] => [activity, ...(activity.steps ?? [])]);
  return all.filter(({ status }) => status !== 'open');
}

/** The activities that are still to be done. */
export const uncompletedIn = <Activity extends { status: Status }>(
  activities: readonly Activity[],
): Activity[] => activities.filter(({ status }) => status === 'open');
