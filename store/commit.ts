import type { LocalityEvent } from '../domain/audit-events.ts';
import type { Change } from '../domain/change.ts';
import type { StakeholderChange } from '../domain/commands/stakeholders.ts';
import type { Locality } from '../domain/locality.ts';
import { commitmentItem } from './commitments.ts';
import { chained, type HistoryEntry, historyItem } from './history.ts';
import { geometryItem, localityItem } from './localities.ts';
import { outboxItem } from './outbox.ts';
import { contactGone, contactItem, stakeholderItem } from './stakeholders.ts';
import { taskGone, taskItem } from './tasks.ts';
import { type Table, type TransactItem, writeAll } from './transaction.ts';
import { visitItem } from './visit-item.ts';

/** All items of a change: state, its line in the history, and the outbox messages it calls for. */
function itemsOf(table: Table, change: Change, now: Date): TransactItem[] {
  const {
    locality,
    visits,
    geometry,
    commitments = [],
    tasks = { open: [], clear: [] },
    event,
    outbox,
  } = change;
  const { id, revision } = locality;
  const entry = chained(event, revision, now.toISOString(), locality.headHash);
  return [
    localityItem(table, { ...locality, headHash: entry.hash }),
    ...visits.map((visit) => visitItem(table, visit)),
    ...(geometry ? [geometryItem(table, id, geometry)] : []),
    ...commitments.map((commitment) => commitmentItem(table, commitment)),
    ...tasks.clear.map((task) => taskGone(table, task)),
    ...tasks.open.map((task) => taskItem(table, task)),
    historyItem(table, `LOCALITY#${id}`, entry),
    ...(outbox.length > 0 ? [outboxItem(table, `LOCALITY#${id}`, revision, outbox, entry.at)] : []),
  ];
}

/**
 * Lines that follow one another in the history of a locality which changes in nothing else, and the locality with the last
 * of them as its head; they are written if it is still as it was read.
 */
export function historyItems(
  table: Table,
  locality: Locality,
  events: readonly LocalityEvent[],
  now: Date,
): TransactItem[] {
  const entries: HistoryEntry[] = [];
  for (const event of events) {
    const { seq, hash } = entries.at(-1) ?? { seq: locality.revision, hash: locality.headHash };
    entries.push(chained(event, seq + 1, now.toISOString(), hash));
  }
  const { seq: revision, hash: headHash } = entries.at(-1) ?? {
    seq: locality.revision,
    hash: locality.headHash,
  };
  return [
    localityItem(table, { ...locality, revision, headHash }, locality.revision),
    ...entries.map((entry) => historyItem(table, `LOCALITY#${locality.id}`, entry)),
  ];
}

/**
 * Writes a change whole or not at all. `also` are items that must stand or fall with it.
 * @throws Conflict when what the change was decided on is no longer so: load, decide and commit again
 */
export async function commit(
  table: Table,
  change: Change,
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  await commitAll(table, [change], now, also);
}

/**
 * Writes changes of several localities together: all of them, or none.
 * @throws Conflict when one of them was decided on what is no longer so
 */
export async function commitAll(
  table: Table,
  changes: Change[],
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  await writeAll(table, [...changes.flatMap((change) => itemsOf(table, change, now)), ...also]);
}

/**
 * Writes a change of a stakeholder whole or not at all, with its line in their own history.
 * @throws Conflict when they have changed since they were read
 */
export async function commitStakeholder(
  table: Table,
  change: StakeholderChange,
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  await commitStakeholders(table, [change], now, also);
}

/**
 * Writes changes of several stakeholders together: all of them, or none.
 * @throws Conflict when one of them has changed since they were read
 */
export async function commitStakeholders(
  table: Table,
  changes: StakeholderChange[],
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  await writeAll(table, [...changes.flatMap((change) => stakeholderItems(table, change, now)), ...also]);
}

function stakeholderItems(table: Table, { stakeholder, contact, event }: StakeholderChange, now: Date) {
  const { id, revision } = stakeholder;
  const entry = chained(event, revision, now.toISOString(), stakeholder.headHash);
  return [
    stakeholderItem(table, { ...stakeholder, headHash: entry.hash }),
    ...(contact ? [contactItem(table, id, contact)] : []),
    ...(contact === null ? [contactGone(table, id)] : []),
    historyItem(table, `STAKEHOLDER#${id}`, entry),
  ];
}
