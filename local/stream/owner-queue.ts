import type { StreamRecord } from './protocol.ts';

/**
 * Records that wait to be delivered, in order inside one owner. While some of an owner's are under way its others wait,
 * and nobody else's wait for them.
 */
export class OwnerQueue {
  readonly #ownerOf: (record: StreamRecord) => string;
  /** Of owners none of whose records are under way, the longest waiting first. */
  readonly #ready = new Map<string, StreamRecord[]>();
  /** Of owners some of whose records are: how many, and what comes after them. */
  readonly #busy = new Map<string, { underWay: number; later: StreamRecord[] }>();
  #readyRecords = 0;
  #size = 0;

  /** @param ownerOf records of the same owner keep their order */
  constructor(ownerOf: (record: StreamRecord) => string) {
    this.#ownerOf = ownerOf;
  }

  /** How many records wait or are under way. */
  get size() {
    return this.#size;
  }

  /** How many could be taken now. */
  get ready() {
    return this.#readyRecords;
  }

  /** How many owners these are of. */
  get readyOwners() {
    return this.#ready.size;
  }

  add(record: StreamRecord) {
    this.#size += 1;
    const owner = this.#ownerOf(record);
    const busy = this.#busy.get(owner);
    if (busy) busy.later.push(record);
    else this.#wait(owner, [record]);
  }

  /** Takes so many records of so many owners at most, for one call of the function, in the order of the stream. */
  take(most: number, owners: number): StreamRecord[] {
    const taken: StreamRecord[] = [];
    for (const [owner, records] of this.#ready.entries().take(owners)) {
      if (taken.length === most) break;
      this.#ready.delete(owner);
      this.#readyRecords -= records.length;
      const now = records.splice(0, most - taken.length);
      taken.push(...now);
      this.#busy.set(owner, { underWay: now.length, later: records });
    }
    return taken.sort((a, b) => Number(a.dynamodb.SequenceNumber) - Number(b.dynamodb.SequenceNumber));
  }

  /** A record that was taken is dealt with, or left: after the last of its owner the next ones may be taken. */
  release(record: StreamRecord) {
    const owner = this.#ownerOf(record);
    const busy = this.#busy.get(owner);
    if (!busy) return;
    this.#size -= 1;
    busy.underWay -= 1;
    if (busy.underWay > 0) return;
    this.#busy.delete(owner);
    if (busy.later.length > 0) this.#wait(owner, busy.later);
  }

  #wait(owner: string, records: StreamRecord[]) {
    this.#readyRecords += records.length;
    const waiting = this.#ready.get(owner);
    if (waiting) waiting.push(...records);
    else this.#ready.set(owner, records);
  }
}
