import { type Caller, maySee, seesEverything } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import type { Stakeholder } from '../../domain/stakeholder.ts';
import { maySeeStakeholder } from '../../domain/stakeholder-access.ts';
import type { ApiDependencies } from './dependencies.ts';
import { theirLocalities } from './their-localities.ts';

/*
 * What the body of a request names by its id is looked at as what an address names: of something that does not exist and of
 * something that the caller may not see the answer is the same. Ids of files are looked at where they become evidence
 * (`functions/files/attach.ts`), since that also asks whether the file has arrived.
 */

/** Refuses each locality that does not exist, or is none of the caller's; both are answered alike. @param field that names them */
export async function knownLocalities(
  { localities }: Pick<ApiDependencies, 'localities'>,
  caller: Caller,
  ids: readonly string[],
  field = 'localities',
): Promise<void> {
  const found = await Promise.all(ids.map((id) => localities.find(id)));
  const errors = found.flatMap((locality, at) =>
    locality && maySee(caller, locality) ? [] : [{ path: `${field}.${at}`, message: 'unknown-locality' }],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/** An id, and the field of the body that it stands in. */
interface NamedId {
  path: string;
  id: string;
}

/**
 * The stakeholders that a body names, in its order. Refused is each who does not exist, whose data were erased, or whom the
 * caller may not see, all of them alike; `standing` are those who stand there already, and may stay although the caller may
 * not see them.
 */
export async function knownStakeholders(
  { stakeholders, lists }: Pick<ApiDependencies, 'stakeholders' | 'lists'>,
  caller: Caller,
  named: readonly NamedId[],
  standing: readonly string[] = [],
): Promise<Stakeholder[]> {
  if (named.length === 0) return [];
  const [isTheirs, ...found] = await Promise.all([
    theirLocalities({ lists }, caller),
    ...named.map(({ id }) => stakeholders.find(id)),
  ]);
  const known = found.flatMap((one) => {
    if (!one || one.erasedOn !== undefined) return [];
    return standing.includes(one.id) || maySeeStakeholder(caller, one, isTheirs) ? one : [];
  });
  const ids = new Set(known.map(({ id }) => id));
  const errors = named
    .filter(({ id }) => !ids.has(id))
    .map(({ path }) => ({ path, message: 'unknown-stakeholder' }));
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  return known;
}

/** The names of the people with these ids, of those whom the caller may see; of nobody else. */
export async function namesOfPeople(
  { stakeholders, lists }: Pick<ApiDependencies, 'stakeholders' | 'lists'>,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (seesEverything(caller)) {
    const contacts = await stakeholders.contacts(ids);
    return new Map([...contacts].map(([id, { name }]) => [id, name]));
  }
  const [isTheirs, known] = await Promise.all([
    theirLocalities({ lists }, caller),
    stakeholders.many([...new Set(ids)]),
  ]);
  return new Map(
    [...known].flatMap(([id, { stakeholder, contact }]) =>
      contact && maySeeStakeholder(caller, stakeholder, isTheirs) ? [[id, contact.name] as const] : [],
    ),
  );
}
