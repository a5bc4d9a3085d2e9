import type { HistoryEntry, HistoryOwner } from './history.ts';
import { batchRead, type Item } from './read.ts';
import { type Seals, sealedKey, sealOf } from './seals.ts';
import type { Table } from './transaction.ts';

/** What an item is not as the history last sealed it, by its name there. */
export interface SealFault {
  code: 'item-altered' | 'item-missing' | 'item-unknown';
  name: string;
}

/**
 * Compares items with the newest line of their owner's history that sealed them. Of a history whose first line seals
 * something, every item of a sealed kind must have been sealed; older ones tell nothing of what they did not seal.
 * @param items all of the owner's partition
 */
export async function sealFaults(
  table: Table,
  owner: HistoryOwner,
  items: readonly Item[],
  entries: readonly HistoryEntry[],
): Promise<SealFault[]> {
  const newest: Seals = Object.assign({}, ...entries.map(({ seals }) => seals));
  const keys = Object.keys(newest).map((name) => ({ name, ...sealedKey(owner, name) }));
  const elsewhere = keys.filter(({ pk }) => pk !== owner).map(({ pk, sk }) => ({ pk, sk }));
  const found = [...items, ...(await batchRead(table, elsewhere))];
  const itemAt = new Map(found.map((item) => [`${item.pk} ${item.sk}`, item]));

  const faults = keys.flatMap(({ name, pk, sk }): SealFault[] => {
    const item = itemAt.get(`${pk} ${sk}`);
    const seal = newest[name] ?? '';
    if (!item) return seal === '' ? [] : [{ code: 'item-missing', name }];
    if (seal === '') return [{ code: 'item-unknown', name }];
    return sealOf(item) === seal ? [] : [{ code: 'item-altered', name }];
  });
  if (!entries[0]?.seals) return faults;
  const unknown = items.filter(
    (item) => sealOf(item) !== undefined && !Object.hasOwn(newest, String(item.sk)),
  );
  return [...faults, ...unknown.map(({ sk }): SealFault => ({ code: 'item-unknown', name: String(sk) }))];
}
