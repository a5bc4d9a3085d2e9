import { type Caller, maySee, seesEverything } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import type { LocalityStore } from '../../store/localities.ts';

/** Tells which localities the caller may see; reads none of them for who sees everything. */
export async function theirLocalities(
  localities: LocalityStore,
  caller: Caller,
): Promise<(id: string) => boolean> {
  if (seesEverything(caller)) return () => true;
  const theirs = new Set<string>();
  for await (const locality of localities.all()) if (maySee(caller, locality)) theirs.add(locality.id);
  return (id) => theirs.has(id);
}

/** Refuses each locality that does not exist, or is none of the caller's; both are answered alike. */
export async function knownLocalities(
  localities: LocalityStore,
  caller: Caller,
  ids: readonly string[],
): Promise<void> {
  const found = await Promise.all(ids.map((id) => localities.find(id)));
  const errors = found.flatMap((locality, at) =>
    locality && maySee(caller, locality) ? [] : [{ path: `localities.${at}`, message: 'unknown-locality' }],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}
