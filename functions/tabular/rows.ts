import { type Caller, permitted } from '../../domain/caller.ts';
import { commitmentId } from '../../domain/commitment.ts';
import type { Locality } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { maySeeStakeholder, seesAddresses } from '../../domain/stakeholder-access.ts';
import { isOnTime } from '../../domain/standing.ts';
import { commitmentTable } from '../../domain/tabular/commitments.ts';
import { localityTable } from '../../domain/tabular/localities.ts';
import { stakeholderTable } from '../../domain/tabular/stakeholders.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import { batches, readAhead } from '../../store/read.ts';
import type { ApiDependencies } from '../api/dependencies.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { commitmentCommand, localityCommand, stakeholderCommand } from './as-commands.ts';
import type { WrittenRow } from './write-file.ts';

export type Stores = Pick<
  ApiDependencies,
  'table' | 'localities' | 'lists' | 'stakeholders' | 'commitments' | 'municipality'
>;

export interface Wanted {
  /** With the territories, where the format has room for them. */
  territories?: boolean;
  /** The id of the locality that is asked for alone. */
  only?: string;
}

/** Rows as they are read: whoever writes them down holds few at once. */
export type Rows = AsyncIterable<WrittenRow>;

/** What is exported of a kind. */
export type RowsOf = (stores: Stores, caller: Caller, wanted: Wanted) => Rows;

/** So many localities have their territories read at once. */
const territoriesAtOnce = 100;

/** The localities of a caller, or the one that is asked for alone. */
export async function* seenBy(stores: Stores, caller: Caller, only?: string): AsyncGenerator<Locality> {
  if (only === undefined) yield* localitiesOf(stores, caller);
  else yield permitted(policies.locality.read, caller, await stores.localities.get(only));
}

/** The localities the caller may see, with their territories where the format has room for them. */
export async function* localityRows(stores: Stores, caller: Caller, { territories, only }: Wanted): Rows {
  const withTerritories = async (some: Locality[]) => {
    const geometries = territories && (await stores.localities.geometries(some.map(({ id }) => id)));
    return some.map((locality): WrittenRow => {
      const { id, status, position } = locality;
      const cells = localityTable.write(localityCommand(locality));
      return {
        cells: { id, ...cells, status, stage: position?.stage },
        geometry: geometries ? geometries.get(id) : undefined,
      };
    });
  };
  const some = batches(seenBy(stores, caller, only), territoriesAtOnce);
  for await (const rows of readAhead(some, withTerritories)) yield* rows;
}

/** The stakeholders the caller may see, or those of one locality; nobody whose data were erased. */
export async function* stakeholderRows(stores: Stores, caller: Caller, { only }: Wanted): Rows {
  if (only !== undefined) permitted(policies.locality.read, caller, await stores.localities.get(only));
  const ids = new Set<string>();
  for await (const { id } of seenBy(stores, caller)) ids.add(id);
  for await (const known of stores.stakeholders.all()) {
    const command = stakeholderCommand(known);
    if (!command || !maySeeStakeholder(caller, known.stakeholder, (id) => ids.has(id))) continue;
    if (only !== undefined && !command.localities.includes(only)) continue;
    const { email, ...cells } = stakeholderTable.write(command);
    const { id, suppressed } = known.stakeholder;
    yield {
      cells: {
        id,
        ...cells,
        ...(seesAddresses(caller) ? { email, suppressed: suppressed?.reason } : {}),
      },
    };
  }
}

/** The commitments of the localities the caller may see, with the names of those responsible whom they may see. */
export async function* commitmentRows(stores: Stores, caller: Caller, { only }: Wanted): Rows {
  const localityNames = new Map<string, string>();
  for await (const { id, name } of seenBy(stores, caller)) localityNames.set(id, name);
  const names = new Map<string, string | undefined>();
  for await (const { stakeholder, contact } of stores.stakeholders.all())
    if (maySeeStakeholder(caller, stakeholder, (id) => localityNames.has(id)))
      names.set(stakeholder.id, contact?.name);
  for await (const one of stores.commitments.ofLocalities(seenBy(stores, caller, only))) {
    const responsibleName = one.responsible && names.get(one.responsible);
    const cells = commitmentTable.write(commitmentCommand(one));
    const localityName = localityNames.get(one.locality);
    const evidence = one.evidence.map(({ title }) => title).join(' | ');
    yield {
      cells: {
        ...cells,
        id: commitmentId(one),
        localityName,
        responsibleName,
        sector: one.sector,
        evidence,
        onTime: isOnTime(one, calendarOf(stores.municipality))?.toString(),
      },
    };
  }
}
