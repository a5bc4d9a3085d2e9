import type { StreamRecord } from './protocol.ts';

/**
 * How far the records of a shard are dealt with, which may happen in any order: up to the record before the first that is
 * not. What comes after a kept position is told again after a kill, so that none is lost.
 */
export class Progress {
  /** Records that are not dealt with, in the order of the shard, each with the number of the record before it. */
  readonly #open = new Map<StreamRecord, string | undefined>();
  #lastRead: string | undefined;

  /** @param begin the number that reading begins after; `undefined` at the first record there is */
  constructor(begin: string | undefined) {
    this.#lastRead = begin;
  }

  /** The number of the last record that was read, whether it is dealt with or not. */
  get lastRead() {
    return this.#lastRead;
  }

  /** The number up to which all is dealt with; `undefined` before the first. */
  get position(): string | undefined {
    for (const before of this.#open.values()) return before;
    return this.#lastRead;
  }

  /** Notes the next record of the shard, and whether something is to be done with it. */
  read(record: StreamRecord, isWanted: boolean) {
    if (isWanted) this.#open.set(record, this.#lastRead);
    this.#lastRead = record.dynamodb.SequenceNumber;
  }

  done(record: StreamRecord) {
    this.#open.delete(record);
  }
}
