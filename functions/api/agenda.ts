import { type Caller, maySee, seesEverything } from '../../domain/caller.ts';
import { type AgendaKind, agendaKinds, gatesOnAgenda, overridesOnAgenda } from '../../domain/listing.ts';
import type { Locality } from '../../domain/locality.ts';
import { mayEverywhere, policies } from '../../domain/policies.ts';
import type { PrivacyRequest } from '../../domain/privacy-request.ts';
import type { Task } from '../../domain/task.ts';
import type { OnAgenda } from '../../store/lists.ts';
import type { Range } from '../../store/places.ts';
import { privacyRequestStore } from '../../store/privacy-requests.ts';
import { taskPlace } from '../../store/tasks.ts';
import type { ApiDependencies } from './dependencies.ts';
import { localitiesOf } from './their-localities.ts';

/** A reason why there is something to do in a locality: its gates, its overrides, or a task that is kept. */
export interface LocalityReason {
  kind: Exclude<AgendaKind, 'privacy-request'>;
  place: string;
  locality: Locality;
  task?: Task;
}

/** One reason why there is something to do: in a locality, or for a person who asks about their data. */
export type Reason =
  | LocalityReason
  | {
      kind: 'privacy-request';
      place: string;
      request: PrivacyRequest;
      locality?: undefined;
      task?: undefined;
    };

/** Of so many localities at most the tasks are looked up one locality after the other. */
const mostLocalities = 40;

/** A gate and an override are something to do once their day is past; other things as long as they stand there. */
const rangeOf = (kind: AgendaKind, today: string): Range =>
  kind === 'gate' || kind === 'override' ? { to: today } : {};

/** Sorts by day, and what stands at one place by its kind. */
export const orderOf = ({ place, kind }: Pick<Reason, 'place' | 'kind'>): string => `${place} ${kind}`;
const inOrder = (a: Pick<Reason, 'place' | 'kind'>, b: Pick<Reason, 'place' | 'kind'>) =>
  orderOf(a) < orderOf(b) ? -1 : 1;

/** The first reasons in the order of days, from a place on; fewer than `limit` only when no more follow. */
export type Reasons = (from: string | undefined, limit: number) => Promise<(Reason | undefined)[]>;

/** Why there is something to do for the caller, the soonest first. */
export async function reasonsFor(
  dependencies: ApiDependencies,
  caller: Caller,
  today: string,
): Promise<Reasons> {
  const answersRequests = mayEverywhere(policies.privacyRequest.answer, caller);
  const kinds = agendaKinds.filter((kind) => kind !== 'privacy-request' || answersRequests);
  if (seesEverything(caller))
    return (from, limit) => reasonsOnAgenda(dependencies, kinds, today, from, limit);
  const own = await ownReasons(dependencies, caller, today);
  return async (from, limit) =>
    own.filter(({ place }) => from === undefined || place >= from).slice(0, limit);
}

/** Read from the index, and then from the table what it names; `undefined` where the index lags behind that. */
async function reasonsOnAgenda(
  { table, lists, localities, tasks }: ApiDependencies,
  kinds: readonly AgendaKind[],
  today: string,
  from: string | undefined,
  limit: number,
): Promise<(Reason | undefined)[]> {
  const found = await Promise.all(
    kinds.map((kind) => lists.onAgenda(kind, { ...rangeOf(kind, today), from }, limit)),
  );
  const first = found.flat().sort(inOrder).slice(0, limit);
  const kept = new Map(
    (await tasks.many(first.filter(({ kind }) => kind === 'task').map(({ id }) => id))).map((task) => [
      taskPlace(task),
      task,
    ]),
  );
  const localityOf = ({ kind, id, place }: OnAgenda) => {
    if (kind === 'privacy-request') return undefined;
    return kind === 'task' ? kept.get(place)?.locality : id;
  };
  const known = await localities.many([...new Set(first.flatMap((one) => localityOf(one) ?? []))]);
  const asked = first.filter(({ kind }) => kind === 'privacy-request').map(({ id }) => id);
  const requests = asked.length > 0 ? await privacyRequestStore(table).many(asked) : undefined;
  return first.map(({ kind, id, place }) => {
    if (kind === 'privacy-request') {
      const request = requests?.get(id);
      return request?.status === 'open' ? { kind, place, request } : undefined;
    }
    const locality = known.get(localityOf({ kind, id, place }) ?? '');
    return locality && { kind, place, locality, task: kept.get(place) };
  });
}

/** All reasons of the caller's own localities, from these themselves. */
async function ownReasons(dependencies: ApiDependencies, caller: Caller, today: string): Promise<Reason[]> {
  const own = new Map<string, Locality>();
  for await (const locality of localitiesOf(dependencies, caller))
    if (maySee(caller, locality)) own.set(locality.id, locality);
  const reasons: Reason[] = [];
  for (const locality of own.values()) {
    const gates = gatesOnAgenda(locality);
    if (gates && (gates.kind === 'waiting' || gates.place < today)) reasons.push({ ...gates, locality });
    const overrides = overridesOnAgenda(locality);
    if (overrides && overrides < today) reasons.push({ kind: 'override', place: overrides, locality });
  }
  for (const task of await tasksOf(dependencies, [...own.keys()])) {
    const locality = own.get(task.locality);
    if (locality) reasons.push({ kind: 'task', place: taskPlace(task), locality, task });
  }
  return reasons.sort(inOrder);
}

/** The kept tasks of localities; of many localities, among others. */
async function tasksOf({ tasks }: ApiDependencies, localities: string[]): Promise<Task[]> {
  const partitions =
    localities.length > mostLocalities ? [tasks.all()] : localities.map((id) => tasks.all(id));
  const found = partitions.map(async (some) => {
    const all: Task[] = [];
    for await (const task of some) all.push(task);
    return all;
  });
  return (await Promise.all(found)).flat();
}
