import type { Locality } from '../domain/locality.ts';
import { brokenAt, type HistoryEntry, type HistoryOwner, historyStore } from './history.ts';
import type { Table } from './transaction.ts';

/** How a head that somebody holds stands in the history it was taken from. */
type HeadStanding =
  | { state: 'stands'; entry: HistoryEntry; following: number }
  /** There is another entry at its number, or one that is not what was written. */
  | { state: 'altered' }
  /** The history is shorter: its end was cut off, or a backup older than the head was restored. */
  | { state: 'beyond' };

/**
 * Looks up a head in the chain of a locality: its entry says what it said when it was written, has that hash, and is what
 * the next one, or the locality, follows on. That the rest is whole as well is for the audit to say, which reads all of it.
 */
export async function headStanding(
  table: Table,
  { id, revision, headHash }: Pick<Locality, 'id' | 'revision' | 'headHash'>,
  { seq, hash }: { seq: number; hash: string },
): Promise<HeadStanding> {
  const owner = `LOCALITY#${id}` as const;
  if (seq > revision) return { state: 'beyond' };
  const [entry, next] = (await historyStore(table).page(owner, seq - 1, 2)).items;
  const followed = next ? next.seq === seq + 1 && next.previousHash : seq === revision && headHash;
  const isOurs = entry?.seq === seq && entry.hash === hash && followed === hash;
  if (!isOurs || !(await isWhole(table, owner, entry))) return { state: 'altered' };
  return { state: 'stands', entry, following: revision - seq };
}

/** Whether an entry is what was written. Of one whose texts were erased a later one tells, so that all are read. */
async function isWhole(table: Table, owner: HistoryOwner, entry: HistoryEntry): Promise<boolean> {
  if (brokenAt([entry], entry.previousHash) === undefined) return true;
  const broken = brokenAt(await historyStore(table).all(owner));
  return broken === undefined || broken > entry.seq;
}
