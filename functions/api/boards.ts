import { type Caller, permitted } from '../../domain/caller.ts';
import { Problem } from '../../domain/errors.ts';
import { mayEverywhere, type Policy, policies } from '../../domain/policies.ts';
import { type Board, municipal } from '../../domain/work/board.ts';
import { workStore } from '../../store/work.ts';
import type { ApiDependencies } from './dependencies.ts';

/** What is done to a board: by one policy in a locality's, by another in the municipality's own. */
interface Asked {
  locality: Policy;
  municipal: Policy;
}

export const toRead: Asked = { locality: policies.plan.readLocality, municipal: policies.plan.read };
export const toEdit: Asked = { locality: policies.plan.edit, municipal: policies.plan.editMunicipal };
export const toReadSession: Asked = {
  locality: policies.session.readLocality,
  municipal: policies.session.read,
};
export const toEditSession: Asked = {
  locality: policies.session.edit,
  municipal: policies.session.editMunicipal,
};
export const toReadGroup: Asked = { locality: policies.group.readLocality, municipal: policies.group.read };
export const toEditGroup: Asked = { locality: policies.group.edit, municipal: policies.group.editMunicipal };
export const toRecord: Asked = { locality: policies.plan.record, municipal: policies.plan.recordMunicipal };

/**
 * The board of a locality, or the municipality's own, once the policy lets the caller do it there.
 * @throws Problem `not-found` when there is none, or none the caller may see; `forbidden` when they may look at it and no more
 */
export async function boardOf(
  { table, localities }: Pick<ApiDependencies, 'table' | 'localities'>,
  caller: Caller,
  id: string | undefined,
  asked: Asked,
): Promise<Board> {
  if (id !== undefined && id !== municipal)
    return { id, locality: permitted(asked.locality, caller, await localities.get(id)) };
  if (!mayEverywhere(asked.municipal, caller)) throw new Problem('forbidden');
  return { id: municipal, head: await workStore(table).head() };
}
