import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { StreamSpec } from '../assembly/specs.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { Settings } from '../journal.ts';
import { deliver } from './deliver.ts';
import { filterOf } from './filter.ts';
import { keepPosition, positionOf } from './position.ts';
import { StreamReader, type StreamRecord, Trimmed } from './protocol.ts';

const idlePause = 20;
const troublePause = 100;
const longestEnd = 3000;

export interface StreamOptions {
  spec: StreamSpec;
  endpoint: string;
  /** Another number after every write to the table, where that can be told without asking the server. */
  version?: () => number;
  region: string;
  functions: Functions;
  settings: Settings;
  clock: Clock;
  activity: Activity;
  deadLetters: string;
}

/** Follows the table's stream and brings its records to a function, from where an earlier process left off. */
export class TableStream {
  readonly #options: StreamOptions;
  readonly #reader: StreamReader;
  readonly #passes: (record: unknown) => boolean;
  readonly #iterators = new Map<string, string | undefined>();
  #streamArn = '';
  /** The version of the table at which there was nothing more to read. */
  #quietAt: number | undefined;
  #stopped = false;
  #cycles = 0;
  #watching: { from: number; resolve: () => void }[] = [];
  #loop: Promise<void> | undefined;
  #wake: () => void = () => {};

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#reader = new StreamReader(options.endpoint);
    this.#passes = filterOf(options.spec.patterns);
  }

  async start() {
    this.#streamArn = await this.#reader.streamOf(this.#options.spec.tableName);
    this.#loop = this.#run();
  }

  /** Looks at once instead of after the usual pause: somebody has just written. */
  poke() {
    this.#wake();
  }

  /** Resolves when a look that began after this call has found nothing more. */
  drained(): Promise<void> {
    const drained = new Promise<void>((resolve) => this.#watching.push({ from: this.#cycles + 1, resolve }));
    this.poke();
    return drained;
  }

  /** Lets the batch in hand end, unless that takes long; what is not dealt with comes again at the next start. */
  async stop() {
    this.#stopped = true;
    this.poke();
    await Promise.race([this.#loop, pause(longestEnd, undefined, { ref: false })]);
  }

  async #run() {
    while (!this.#stopped) {
      this.#cycles += 1;
      const cycle = this.#cycles;
      const found = await this.#look();
      if (found === 'nothing') {
        const quiet = this.#watching.filter(({ from }) => from <= cycle);
        this.#watching = this.#watching.filter(({ from }) => from > cycle);
        for (const { resolve } of quiet) resolve();
        if (this.#watching.length === 0) await this.#rest(idlePause);
      }
      if (found === 'trouble') await pause(troublePause);
    }
    for (const { resolve } of this.#watching) resolve();
  }

  /** Sleeps, unless woken. */
  async #rest(milliseconds: number) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
  }

  async #look(): Promise<'records' | 'nothing' | 'trouble'> {
    try {
      // Taken before the look: what is written meanwhile makes it another one.
      const version = this.#options.version?.();
      if (version !== undefined && version === this.#quietAt) return 'nothing';
      if (this.#iterators.size === 0)
        for (const shard of await this.#reader.shards(this.#streamArn)) await this.#begin(shard);
      let found = 0;
      for (const [shard, iterator] of this.#iterators)
        if (iterator) found += await this.#advance(shard, iterator);
      if (found > 0) return 'records';
      this.#quietAt = version;
      return 'nothing';
    } catch {
      // The server may be starting again; the iterators are taken anew from the kept positions.
      this.#iterators.clear();
      this.#quietAt = undefined;
      return 'trouble';
    }
  }

  async #begin(shard: string) {
    const { settings, spec } = this.#options;
    const kept = positionOf(settings, spec, shard);
    const iterator = await this.#reader.iterator(this.#streamArn, shard, kept).catch((error: unknown) => {
      if (error instanceof Trimmed) return this.#reader.iterator(this.#streamArn, shard, undefined);
      throw error;
    });
    this.#iterators.set(shard, iterator);
  }

  async #advance(shard: string, iterator: string): Promise<number> {
    const { records, next } = await this.#reader.read(iterator, 1000);
    if (records.length > 0) await this.#options.activity.during(() => this.#hand(shard, records));
    this.#iterators.set(shard, next);
    return records.length;
  }

  /** Filters and delivers records in batches; the position moves on only past what is dealt with. */
  async #hand(shard: string, records: StreamRecord[]) {
    const { spec, settings, functions } = this.#options;
    const keep = ({ dynamodb }: StreamRecord) => keepPosition(settings, spec, shard, dynamodb.SequenceNumber);
    const wanted = records.filter((record) => this.#passes(record));
    for (let from = 0; from < wanted.length && !this.#stopped; from += spec.batchSize)
      await deliver(
        {
          spec,
          invoke: (batch) => functions.invoke(spec.functionArn, { Records: batch.map(this.#eventOf) }),
          done: keep,
          stopped: () => this.#stopped,
          giveUp: (record, error) => this.#giveUp(record, error),
        },
        wanted.slice(from, from + spec.batchSize),
      );
    const last = records.at(-1);
    if (last && !this.#stopped) keep(last);
  }

  /** A record as a function in the cloud gets it. */
  #eventOf = (record: StreamRecord) => ({
    ...record,
    awsRegion: this.#options.region,
    eventSource: 'aws:dynamodb',
    eventSourceARN: this.#streamArn,
    dynamodb: {
      ...record.dynamodb,
      ApproximateCreationDateTime: Math.floor(this.#options.clock.now() / 1000),
    },
  });

  /** Only what finds the record again is kept, as in the cloud's dead-letter queue. */
  #giveUp({ eventName, dynamodb }: StreamRecord, error: string) {
    const { spec, clock, deadLetters } = this.#options;
    const at = new Date(clock.now()).toISOString();
    const { Keys, SequenceNumber } = dynamodb;
    const letter = { at, function: spec.functionArn, eventName, Keys, SequenceNumber, error };
    appendFileSync(deadLetters, `${JSON.stringify(letter)}\n`);
  }
}
