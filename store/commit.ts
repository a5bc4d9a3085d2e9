import type { Change } from '../domain/change.ts';
import { chained, historyItem } from './history.ts';
import { geometryItem, localityItem } from './localities.ts';
import { outboxItem } from './outbox.ts';
import { type Table, type TransactItem, writeAll } from './transaction.ts';
import { visitItem } from './visits.ts';

/**
 * Writes a change whole or not at all: state, its line in the history, and the errands it calls for.
 * `also` are items that must stand or fall with it.
 * @throws Conflict when what the change was decided on is no longer so: load, decide and commit again
 */
export async function commit(
  table: Table,
  change: Change,
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  const { locality, visits, geometry, deed, errands } = change;
  const { id, revision } = locality;
  const entry = chained(deed, revision, now.toISOString(), locality.headHash);
  await writeAll(table, [
    localityItem(table, { ...locality, headHash: entry.hash }),
    ...visits.map((visit) => visitItem(table, visit)),
    ...(geometry ? [geometryItem(table, id, geometry)] : []),
    historyItem(table, id, entry),
    ...errands.map((errand, at) => outboxItem(table, id, `${revision}.${at}`, errand, entry.at)),
    ...also,
  ]);
}
