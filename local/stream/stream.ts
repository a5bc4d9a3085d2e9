import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity } from '../activity.ts';
import type { StreamSpec } from '../assembly/specs.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { Settings } from '../journal.ts';
import { privateFile } from '../private-files.ts';
import { Deliveries } from './deliveries.ts';
import { filterOf } from './filter.ts';
import { keepPosition, positionOf } from './position.ts';
import { Progress } from './progress.ts';
import { StreamReader, type StreamRecord, Trimmed } from './protocol.ts';

/** After a look that found nothing comes another, and the pauses grow as long as nothing is found. */
const shortestPause = 20;
const longestPause = 500;
/** Under load each look finds something; what comes meanwhile is read by one look instead of several. */
const gap = 5;
const troublePause = 100;
const longestEnd = 3000;
/** No more is read while so many records wait for the function. */
const mostWaiting = 5000;
/** Records read by one look: each holds the whole item. */
const atOnce = 250;

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
  failed: (error: unknown) => void;
}

type Found = 'records' | 'nothing' | 'trouble';

/** Follows the table's stream and brings its records to a function, from where an earlier process left off. */
export class TableStream {
  readonly #options: StreamOptions;
  readonly #reader: StreamReader;
  readonly #passes: (record: unknown) => boolean;
  readonly #iterators = new Map<string, string | undefined>();
  readonly #progress = new Map<string, Progress>();
  readonly #shardOf = new WeakMap<StreamRecord, string>();
  readonly #deliveries: Deliveries;
  #streamArn = '';
  /** The version of the table at which there was nothing more to read. */
  #quietAt: number | undefined;
  #stopped = false;
  #cycles = 0;
  #watching: { from: number; resolve: () => void }[] = [];
  #loop: Promise<void> | undefined;
  #pause = shortestPause;
  #poked = false;
  #wake: () => void = () => {};

  constructor(options: StreamOptions) {
    const { spec, activity, functions, failed } = options;
    this.#options = options;
    this.#reader = new StreamReader(options.endpoint);
    this.#passes = filterOf(spec.patterns);
    this.#deliveries = new Deliveries({
      spec,
      activity,
      invoke: (batch) => functions.invoke(spec.functionArn, { Records: batch.map(this.#eventOf) }),
      done: (records) => this.#onDone(records),
      giveUp: (record, error) => this.#giveUp(record, error),
      failed,
    });
  }

  async start() {
    this.#streamArn = await this.#reader.streamOf(this.#options.spec.tableName);
    this.#loop = this.#run();
  }

  /** Looks at once instead of after the usual pause: somebody may just have written. */
  poke() {
    this.#poked = true;
    this.#pause = shortestPause;
    this.#wake();
  }

  /** Resolves when a look that began after this call has found nothing more, and all that was found is dealt with. */
  drained(): Promise<void> {
    const drained = new Promise<void>((resolve) => this.#watching.push({ from: this.#cycles + 1, resolve }));
    this.#deliveries.flush();
    this.poke();
    return drained;
  }

  /** Lets the batches in hand end, unless that takes long; what is not dealt with comes again at the next start. */
  async stop() {
    this.#stopped = true;
    this.poke();
    const ended = Promise.all([this.#loop, this.#deliveries.stop()]);
    await Promise.race([ended, pause(longestEnd, undefined, { ref: false })]);
  }

  async #run() {
    while (!this.#stopped) {
      this.#cycles += 1;
      this.#poked = false;
      const cycle = this.#cycles;
      const found = this.#deliveries.size < mostWaiting ? await this.#look() : 'enough';
      if (found === 'trouble') await pause(troublePause);
      if (found === 'records') this.#pause = shortestPause;
      if (found === 'records') await pause(gap);
      if (found === 'records' || found === 'trouble') continue;
      if (found === 'nothing' && this.#deliveries.size === 0) this.#onQuiet(cycle);
      await this.#rest();
    }
    for (const { resolve } of this.#watching) resolve();
  }

  #onQuiet(cycle: number) {
    const quiet = this.#watching.filter(({ from }) => from <= cycle);
    this.#watching = this.#watching.filter(({ from }) => from > cycle);
    for (const { resolve } of quiet) resolve();
  }

  /** Sleeps, unless woken or poked since the last look began. */
  async #rest() {
    // What somebody waits for is not kept back to make a batch full.
    if (this.#watching.length > 0) this.#deliveries.flush();
    if (this.#poked) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#pause);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
    if (!this.#poked) this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  async #look(): Promise<Found> {
    try {
      // Taken before the look: what is written meanwhile makes it another one.
      const version = this.#options.version?.();
      if (version !== undefined && version === this.#quietAt) return 'nothing';
      if (this.#iterators.size === 0)
        for (const shard of await this.#reader.shards(this.#streamArn)) await this.#begin(shard);
      let found = 0;
      let isEnd = true;
      for (const [shard, iterator] of this.#iterators) {
        const records = iterator ? await this.#advance(shard, iterator) : 0;
        found += records;
        isEnd &&= records < atOnce;
      }
      if (isEnd) this.#quietAt = version;
      return found > 0 ? 'records' : 'nothing';
    } catch {
      // The server may be starting again; the iterators are taken anew from the kept positions.
      this.#iterators.clear();
      this.#quietAt = undefined;
      return 'trouble';
    }
  }

  async #begin(shard: string) {
    const { settings, spec } = this.#options;
    // What was read and is not dealt with is still in hand.
    const begin = this.#progress.get(shard)?.lastRead ?? positionOf(settings, spec, shard);
    const iterator = await this.#reader.iterator(this.#streamArn, shard, begin).catch((error: unknown) => {
      if (error instanceof Trimmed) return this.#reader.iterator(this.#streamArn, shard, undefined);
      throw error;
    });
    if (!this.#progress.has(shard)) this.#progress.set(shard, new Progress(begin));
    this.#iterators.set(shard, iterator);
  }

  /** Reads on in a shard, and hands on what passes the filter. */
  async #advance(shard: string, iterator: string): Promise<number> {
    const { records, next } = await this.#reader.read(iterator, atOnce);
    this.#iterators.set(shard, next);
    const wanted: StreamRecord[] = [];
    for (const record of records) {
      const isWanted = this.#passes(record);
      this.#progress.get(shard)?.read(record, isWanted);
      this.#shardOf.set(record, shard);
      if (isWanted) wanted.push(record);
    }
    if (records.length > 0) this.#keepPosition(shard);
    this.#deliveries.add(wanted);
    return records.length;
  }

  #onDone(records: StreamRecord[]) {
    const shards = new Set<string>();
    for (const record of records) {
      const shard = this.#shardOf.get(record);
      if (shard === undefined) continue;
      this.#progress.get(shard)?.done(record);
      shards.add(shard);
    }
    for (const shard of shards) this.#keepPosition(shard);
    // The function may have written.
    this.poke();
  }

  /** The position moves on only past what is dealt with. */
  #keepPosition(shard: string) {
    const { settings, spec } = this.#options;
    const position = this.#progress.get(shard)?.position;
    if (position !== undefined) keepPosition(settings, spec, shard, position);
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
    appendFileSync(deadLetters, `${JSON.stringify(letter)}\n`, privateFile);
  }
}
