import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { StreamSpec } from '../assembly/specs.ts';
import { deliver } from './deliver.ts';
import { OwnerQueue } from './owner-queue.ts';
import type { StreamRecord } from './protocol.ts';
import { Slots } from './slots.ts';

const troublePause = 1000;

export interface DeliveriesOptions {
  spec: Omit<StreamSpec, 'tableName' | 'functionArn' | 'patterns'>;
  activity: Activity;
  /** Calls the function with a batch. */
  invoke(records: StreamRecord[]): Promise<unknown>;
  /** Told of records that are dealt with, in whatever order. */
  done(records: StreamRecord[]): void;
  /** Takes what stays undelivered. */
  giveUp(record: StreamRecord, error: string): void;
  failed: (error: unknown) => void;
}

/**
 * Brings records to a function in as many batches at once as the event source mapping allows. The records of one owner
 * stay in order; a slow or poisoned one holds up nobody else's. With one batch at a time all of them are in order.
 */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #queue: OwnerQueue;
  readonly #slots: Slots;
  readonly #underWay = new Set<Promise<void>>();
  #window: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: DeliveriesOptions) {
    const { spec } = options;
    this.#options = options;
    this.#slots = new Slots(spec.parallelBatches);
    this.#queue = new OwnerQueue((record) => this.#ownerOf(record));
  }

  /** How many records wait or are under way. */
  get size() {
    return this.#queue.size;
  }

  add(records: StreamRecord[]) {
    for (const record of records) this.#queue.add(record);
    this.#begin();
  }

  /** Delivers what waits for a batch to be full. */
  flush() {
    clearTimeout(this.#window);
    this.#window = undefined;
    this.#begin(true);
  }

  /** Begins no more; resolves when what is under way has ended. */
  async stop() {
    this.#stopped = true;
    clearTimeout(this.#window);
    await Promise.all(this.#underWay);
  }

  #ownerOf({ dynamodb }: StreamRecord): string {
    const { parallelBatches, partitionKey } = this.#options.spec;
    return parallelBatches === 1 ? '' : JSON.stringify(dynamodb.Keys[partitionKey]);
  }

  /** Begins as many batches as there is room for: full ones where there is a window, or the owners spread over them. */
  #begin(isWindowOver = this.#options.spec.windowSeconds === 0) {
    const { batchSize, windowSeconds } = this.#options.spec;
    while (this.#slots.free > 0 && this.#queue.ready > 0 && !this.#stopped) {
      if (!isWindowOver && this.#queue.ready < batchSize) {
        this.#window ??= setTimeout(() => this.flush(), windowSeconds * 1000);
        return;
      }
      const share = windowSeconds > 0 ? batchSize : Math.ceil(this.#queue.readyOwners / this.#slots.free);
      const batch = this.#queue.take(batchSize, share);
      const delivery = this.#options.activity.during(() => this.#deliver(batch));
      this.#underWay.add(delivery);
      void delivery.finally(() => {
        this.#underWay.delete(delivery);
        this.#begin();
      });
    }
  }

  async #deliver(batch: StreamRecord[]): Promise<void> {
    const { spec, invoke, done, giveUp, failed } = this.#options;
    const left = new Set(batch);
    while (left.size > 0 && !this.#stopped)
      try {
        await deliver(
          {
            spec,
            invoke: (records) => this.#slots.during(() => invoke(records)),
            ownerOf: (record) => this.#ownerOf(record),
            done: (records) => {
              done(records);
              for (const record of records) {
                left.delete(record);
                this.#queue.release(record);
              }
              this.#begin();
            },
            stopped: () => this.#stopped,
            giveUp,
          },
          [...left],
        );
      } catch (error) {
        // How far it is could not be written down: those records come again.
        if (this.#stopped) return;
        failed(error);
        await pause(troublePause);
      }
  }
}
