import { type Caller, permitted } from '../../domain/caller.ts';
import { commitmentId } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { maySeeStakeholder, seesAddresses } from '../../domain/stakeholder-access.ts';
import { commitmentTable } from '../../domain/tabular/commitments.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import type { ApiDependencies } from '../api/dependencies.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { commitmentCommand, localityCommand, stakeholderCommand } from './as-commands.ts';
import type { WrittenRow } from './write-file.ts';

type Stores = Pick<ApiDependencies, 'localities' | 'lists' | 'stakeholders' | 'commitments'>;

interface Wanted {
  /** With the territories, where the format has room for them. */
  territories?: boolean;
  /** The id of the locality that is asked for alone. */
  only?: string;
}

async function seenBy(stores: Stores, caller: Caller, only?: string): Promise<Locality[]> {
  if (only !== undefined)
    return [permitted(policies.locality.read, caller, await stores.localities.get(only))];
  const seen: Locality[] = [];
  for await (const locality of localitiesOf(stores, caller)) seen.push(locality);
  return seen;
}

/** The localities the caller may see, with their territories where the format has room for them. */
export async function localityRows(stores: Stores, caller: Caller, { territories, only }: Wanted) {
  const rows: WrittenRow[] = [];
  for (const locality of await seenBy(stores, caller, only)) {
    const { id, status, position } = locality;
    const geometry = territories ? await stores.localities.geometry(id) : undefined;
    const cells = localityTable.write(localityCommand(locality));
    rows.push({ cells: { id, ...cells, status, stage: position?.stage }, geometry });
  }
  return rows;
}

/** The stakeholders the caller may see, or those of one locality; nobody whose data were erased. */
export async function stakeholderRows(stores: Stores, caller: Caller, { only }: Wanted) {
  if (only !== undefined) await seenBy(stores, caller, only);
  const ids = new Set((await seenBy(stores, caller)).map(({ id }) => id));
  const rows: WrittenRow[] = [];
  for await (const known of stores.stakeholders.all()) {
    const command = stakeholderCommand(known);
    if (!command || !maySeeStakeholder(caller, known.stakeholder, (id) => ids.has(id))) continue;
    if (only !== undefined && !command.localities.includes(only)) continue;
    const { email, ...cells } = stakeholderTable.write(command);
    rows.push({
      cells: { id: known.stakeholder.id, ...cells, email: seesAddresses(caller) ? email : undefined },
    });
  }
  return rows;
}

/** The commitments of the localities the caller may see, with the names of those responsible whom they may see. */
export async function commitmentRows(stores: Stores, caller: Caller, { only }: Wanted) {
  const seen = await seenBy(stores, caller);
  const ids = new Set(seen.map(({ id }) => id));
  const told = only === undefined ? seen : await seenBy(stores, caller, only);
  const names = new Map<string, string | undefined>();
  for await (const { stakeholder, contact } of stores.stakeholders.all())
    if (maySeeStakeholder(caller, stakeholder, (id) => ids.has(id))) names.set(stakeholder.id, contact?.name);
  const rows: WrittenRow[] = [];
  for (const { id: locality, name: localityName, commitments } of told) {
    if (commitments === 0) continue;
    for (const one of await stores.commitments.ofLocality(locality)) {
      const responsibleName = one.responsible && names.get(one.responsible);
      const cells = commitmentTable.write(commitmentCommand(one));
      rows.push({
        cells: { ...cells, id: commitmentId(one), localityName, responsibleName, sector: one.sector },
      });
    }
  }
  return rows;
}
