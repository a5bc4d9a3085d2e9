import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { cachedResponse } from '../api/queries.ts';
import type {
  Activity,
  ActivityEntry,
  ApiResponse,
  LocalityDetail,
  Stage,
  Step,
  Visit,
} from '../api/types.ts';
import { useStore } from '../components/store.ts';
import { toast } from '../components/toast.tsx';
import { connected } from '../offline/connection.ts';
import { type QueuedWrite, queue } from '../offline/queue.ts';
import { recordActivity } from '../offline/sender.ts';
import { useTranslation } from '../words/use-translation.ts';

type Recorded = ApiResponse<'PUT /api/localities/{id}/stages/{stage}/activities/{activity}'>;

/** What is known of an activity or step, with what the person has recorded of it and is not sent yet. */
export type Known<Kind extends Step> = Kind & { unsent?: QueuedWrite };

/** An open visit as the person left it, sent or not. */
export function withUnsent(visit: Visit, unsent: QueuedWrite[]): Visit {
  const known = <Kind extends Step>(one: Kind): Known<Kind> => {
    const mine = unsent.findLast(({ activity }) => activity.key === one.key);
    if (!mine) return one;
    const { status, note, evidence = one.evidence, figures = one.figures } = mine.entry;
    return { ...one, status, note, evidence, figures, unsent: mine };
  };
  const activities = visit.activities.map((one) => ({ ...known(one), steps: one.steps?.map(known) }));
  return { ...visit, activities };
}

/** What this person has recorded at a stage and is not sent yet. */
export const useUnsent = (locality: string, stage: string): QueuedWrite[] =>
  useStore(queue).filter((one) => one.locality.id === locality && one.stage === stage);

/** Versions that this tab itself brought about, by locality, stage and activity. */
const ours = new Map<string, number>();
const nameOf = (locality: string, stage: string, activity: string) => `${locality}/${stage}/${activity}`;

/** A record was taken: what is shown follows at once, and what depends on it is asked for again. */
export function recordHeard(client: QueryClient, done: QueuedWrite, recorded: Recorded): void {
  const { id } = done.locality;
  ours.set(nameOf(id, done.stage, recorded.key), recorded.version);
  const renew = <Kind extends Step>(one: Kind): Kind =>
    one.key === recorded.key ? { ...one, ...recorded } : one;
  const visitAfter = (visit: Visit): Visit =>
    visit.endedOn === undefined
      ? {
          ...visit,
          activities: visit.activities.map((one) => ({ ...renew(one), steps: one.steps?.map(renew) })),
        }
      : visit;
  client.setQueriesData<ApiResponse<'GET /api/localities/{id}/stages'>>(
    { queryKey: ['GET /api/localities/{id}/stages', { params: { id } }] },
    (known) =>
      known && {
        ...known,
        items: known.items.map((one) =>
          one.stage === done.stage ? { ...one, visits: one.visits.map(visitAfter) } : one,
        ),
      },
  );
  void client.invalidateQueries();
}

function versionNow(stages: Stage[], stage: string, activity: string): number | undefined {
  const visits = stages.find((one) => one.stage === stage)?.visits.filter(({ endedOn }) => !endedOn) ?? [];
  return visits
    .flatMap(({ activities }) => activities.flatMap((one) => [one, ...(one.steps ?? [])]))
    .find(({ key }) => key === activity)?.version;
}

/** Records what is known of the activities of a stage, and says so; the last one can be taken back. */
export function useRecorder({ id, name }: LocalityDetail, stage: string) {
  const client = useQueryClient();
  const { messages } = useTranslation();
  const record = (activity: Step | Activity, entry: ActivityEntry, version: number) =>
    recordActivity({
      locality: { id, name },
      stage,
      entry,
      version,
      activity: { key: activity.key, name: activity.name },
    });
  /** Takes the last record back: it is said again how things were before. */
  const undo = (before: Step | Activity) => () => {
    const stages = cachedResponse(client, 'GET /api/localities/{id}/stages', { params: { id } });
    const version = versionNow(stages?.items ?? [], stage, before.key) ?? before.version;
    const { status, note, evidence, figures } = before;
    void record(before, { status, note, evidence, figures: figures ?? {} }, version);
  };
  return async (before: Step | Activity, entry: ActivityEntry, said: string, seen = before.version) => {
    // What changed since by this very tab is no other person's change.
    const mine = ours.get(nameOf(id, stage, before.key)) === before.version;
    await record(before, entry, mine ? before.version : seen);
    toast(connected.get() ? said : messages.checklist.keptHere, undo(before));
  };
}
