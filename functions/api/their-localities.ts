import { type Caller, maySee, seesEverything } from '../../domain/caller.ts';
import type { Locality } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { ListStore } from '../../store/lists.ts';
import type { LocalityStore } from '../../store/localities.ts';
import type { Found } from '../../store/places.ts';
import { merged, named, type Source } from './paged.ts';

interface Stores {
  localities: LocalityStore;
  lists: ListStore;
}

/** So many of somebody's localities are read together. */
const together = 1_000;

/**
 * The ids of localities that a caller who does not see everything may see, oldest first: those that name them as
 * coordinator, and those that their token opens to them.
 */
async function ownIds(
  lists: ListStore,
  caller: Caller,
  after: string | undefined,
  limit: number,
): Promise<Found[]> {
  const opened = [...new Set(caller.localities)]
    .filter((id) => after === undefined || id > after)
    .map((id) => ({ id, place: id }));
  const isOwn = caller.roles.some((role) => policies.locality.read[role] === 'own');
  const names = isOwn ? [caller.user, caller.shortForm ?? []].flat() : [];
  const coordinated = names.map((name) => lists.ofCoordinator(name, after, limit));
  return merged([opened, ...(await Promise.all(coordinated))], limit);
}

/** Page by page the localities of a caller who does not see everything; whether they may see each is to be asked of it. */
export const ownLocalities = ({ localities, lists }: Stores, caller: Caller): Source<Locality> =>
  named((after, limit) => ownIds(lists, caller, after, limit), localities.many);

/** Every locality that the caller may see, oldest first; of those who do not see everything no others are read. */
export async function* localitiesOf(stores: Stores, caller: Caller): AsyncGenerator<Locality> {
  if (seesEverything(caller)) {
    yield* stores.localities.all();
    return;
  }
  const source = ownLocalities(stores, caller);
  let after: string | undefined;
  do {
    const found = await source(after, together);
    for (const { thing } of found) if (thing && maySee(caller, thing)) yield thing;
    after = found.length < together ? undefined : found.at(-1)?.place;
  } while (after !== undefined);
}

/** The ids of all localities of a caller who does not see everything. */
export async function ownLocalityIds(lists: ListStore, caller: Caller): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | undefined;
  do {
    const found = await ownIds(lists, caller, after, together);
    for (const { id } of found) ids.add(id);
    after = found.length < together ? undefined : found.at(-1)?.place;
  } while (after !== undefined);
  return ids;
}

/** Tells which localities the caller may see; reads none of them. */
export async function theirLocalities(
  { lists }: Pick<Stores, 'lists'>,
  caller: Caller,
): Promise<(id: string) => boolean> {
  if (seesEverything(caller)) return () => true;
  const theirs = await ownLocalityIds(lists, caller);
  return (id) => theirs.has(id);
}
