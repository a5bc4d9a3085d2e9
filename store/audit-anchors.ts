import type { LocalDate } from '../domain/calendar.ts';
import { municipal } from '../domain/work/board.ts';
import { type Anchor, digestOf } from './anchors.ts';
import { ownerOf } from './board-owner.ts';
import { type HistoryOwner, historyKey } from './history.ts';
import { batches, batchRead, batchSize, type Item, readAhead } from './read.ts';
import { sealOf } from './seals.ts';
import type { Table } from './transaction.ts';
import { headKey } from './work.ts';

/** What is not as an anchor says. */
export interface AnchorFault {
  kind: 'locality' | 'municipality' | 'stakeholder' | 'ranking' | 'anchor';
  id: string;
  code: 'removed' | 'history-cut' | 'history-rewritten' | 'item-altered' | 'anchor-altered';
  day: LocalDate;
}

/** A head that some anchor holds, and the newest day of those that do. */
interface Anchored {
  kind: 'locality' | 'municipality' | 'stakeholder' | 'ranking';
  id: string;
  seq: number;
  hash: string;
  day: LocalDate;
}

const kinds = {
  LOCALITY: 'locality',
  MUNICIPALITY: 'municipality',
  STAKEHOLDER: 'stakeholder',
  RANKING: 'ranking',
} as const;
const isKnown = (prefix: string | undefined): prefix is keyof typeof kinds =>
  prefix !== undefined && Object.hasOwn(kinds, prefix);

/** Where the item itself is kept. */
const itemKey = ({ kind, id }: Pick<Anchored, 'kind' | 'id'>) => {
  if (kind === 'municipality') return headKey;
  const partitions = { locality: 'LOCALITIES', stakeholder: 'STAKEHOLDERS', ranking: 'RANKINGS' };
  return { pk: partitions[kind], sk: id };
};

function ownerOfHead({ kind, id }: Anchored): HistoryOwner {
  if (kind === 'municipality') return ownerOf(municipal);
  return kind === 'locality' ? `LOCALITY#${id}` : `STAKEHOLDER#${id}`;
}

/** What shows whether a head still stands: the line of the history, or the ranking itself. */
function witnessKey(head: Anchored) {
  if (head.kind === 'ranking') return itemKey(head);
  return historyKey(ownerOfHead(head), head.seq);
}

/** What its witness says against a head; nothing where it bears it out. */
function wrongWith({ kind, hash }: Anchored, witness: Item | undefined): AnchorFault['code'] | undefined {
  if (!witness) return kind === 'ranking' ? 'removed' : 'history-cut';
  if (kind === 'ranking') return sealOf(witness) === hash ? undefined : 'item-altered';
  return witness.hash === hash ? undefined : 'history-rewritten';
}

const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

/** The items with these keys by `nameOf`, several batches at once. */
async function itemsAt(table: Table, keys: Iterable<Item>): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  const unique = new Map([...keys].map((key) => [nameOf(key), key]));
  for await (const items of readAhead(batches(unique.values(), batchSize), (some) => batchRead(table, some)))
    for (const item of items) found.set(nameOf(item), item);
  return found;
}

/**
 * Compares the table with anchors, the newest first: whatever once stood must still be there, however far its history has
 * come since. Each owner is named once, by the newest anchor that says otherwise.
 */
export async function anchorFaults(table: Table, anchors: AsyncIterable<Anchor>): Promise<AnchorFault[]> {
  const faults: AnchorFault[] = [];
  const heads = new Map<string, Anchored>();
  for await (const { day, digest, heads: of } of anchors) {
    if (digestOf(of) !== digest) faults.push({ kind: 'anchor', id: day, code: 'anchor-altered', day });
    for (const [owner, [seq, hash]] of Object.entries(of)) {
      const at = owner.indexOf('#');
      const prefix = owner.slice(0, at);
      const name = `${owner} ${seq} ${hash}`;
      if (isKnown(prefix) && !heads.has(name))
        heads.set(name, { kind: kinds[prefix], id: owner.slice(at + 1), seq, hash, day });
    }
  }
  const witnesses = await itemsAt(table, [...heads.values()].map(witnessKey));
  const wrong = [...heads.values()].flatMap((head) => {
    const code = wrongWith(head, witnesses.get(nameOf(witnessKey(head))));
    return code ? [{ head, code }] : [];
  });
  const left = await itemsAt(
    table,
    wrong.map(({ head }) => itemKey(head)),
  );
  const named = new Set<string>();
  for (const { head, code } of wrong) {
    const { kind, id, day } = head;
    if (named.has(`${kind} ${id}`)) continue;
    named.add(`${kind} ${id}`);
    faults.push({
      kind,
      id: kind === 'municipality' ? municipal : id,
      code: left.has(nameOf(itemKey(head))) ? code : 'removed',
      day,
    });
  }
  return faults;
}
