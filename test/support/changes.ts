import type { Change } from '../../domain/change.ts';
import { createLocality } from '../../domain/commands/create-locality.ts';
import { editLocality } from '../../domain/commands/edit-locality.ts';
import type { Locality } from '../../domain/locality.ts';
import { commit } from '../../store/commit.ts';
import { localityStore } from '../../store/localities.ts';
import type { Table } from '../../store/transaction.ts';
import { caller, moment, twoStages } from './factories.ts';

/** The change that begins a locality; its outbox message starts a workflow. */
export const beginning = (id: string, name = 'Anapra'): Change =>
  createLocality({ id, programme: twoStages }, { name, programme: twoStages.id }, caller(), moment());

/** A change of a locality that was read before. */
export const edit = (locality: Locality, population: number): Change =>
  editLocality(locality, { population }, caller());

/** Writes a change at noon of the day on which these changes are made. */
export const write = (table: Table, change: Change) => commit(table, change, new Date(moment().now));

/** A locality in the table, edited `edits` times: one history entry for its beginning, and one for each edit. */
export async function begun(table: Table, id: string, edits = 0): Promise<Locality> {
  await write(table, beginning(id));
  const { get } = localityStore(table);
  for (let count = 1; count <= edits; count += 1) await write(table, edit(await get(id), count));
  return get(id);
}
