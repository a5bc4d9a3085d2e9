import * as z from 'zod';
import type { Settings } from './journal.ts';

type Work = () => unknown;

interface Timer {
  instant: number;
  run: Work;
}

interface Recurring {
  next: number;
  period: number;
  run: Work;
}

/** Timers are looked at this often at least, whatever happened to the machine's own clock meanwhile. */
const longestPause = 30_000;

/** How long a jump may leave out what recurs: a month. */
const jumpedOver = 31 * 86_400_000;

export interface ClockOptions {
  settings: Settings;
  /** Where time begins on an empty folder, if not now; the only way to go back. */
  startAt?: number;
  /** Waits until everything that was set off has come to rest. */
  settle: () => Promise<void>;
  /** Told of work that failed. */
  failed: (error: unknown) => void;
}

/**
 * Time as everything here sees it: the machine's, moved forward by an offset that outlives the process. Timers belong
 * to it; `setTimeout` would fire at once past 24.8 days and know nothing of a jump.
 */
export class Clock {
  /** The offset in milliseconds, to be read by worker threads. */
  readonly shared = new SharedArrayBuffer(8);
  readonly #offset = new BigInt64Array(this.shared);
  readonly #timers = new Set<Timer>();
  readonly #recurring = new Set<Recurring>();
  readonly #options: ClockOptions;
  #tick: NodeJS.Timeout | undefined;
  #jump: Promise<unknown> = Promise.resolve();
  #jumping = false;
  #stopped = false;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(options: ClockOptions) {
    this.#options = options;
    const kept = options.settings.get('clock.offset', z.number());
    this.#setOffset(kept ?? (options.startAt === undefined ? 0 : options.startAt - Date.now()));
  }

  now(): number {
    return Date.now() + Number(Atomics.load(this.#offset, 0));
  }

  /** Runs something once at an instant, or right away when that is past. Returns how to call it off. */
  at(instant: number, run: Work): () => void {
    const timer = { instant, run };
    this.#timers.add(timer);
    if (instant < this.#wakesAt) this.#arm();
    return () => this.#timers.delete(timer);
  }

  /**
   * Runs something every `period` milliseconds, for the first time after one period. A jump runs it once a month and
   * at its end: what recurs is a safety net that finds nothing to do, and a year of it would be nearly nine thousand
   * runs.
   */
  every(period: number, run: Work): void {
    this.#recurring.add({ next: this.now() + period, period, run });
    this.#arm();
  }

  /**
   * Moves time forward to an instant and runs everything that falls due on the way, in order; resolves when all of it
   * has settled. Moving back does nothing.
   */
  moveTo(instant: number): Promise<void> {
    const moved = this.#jump.then(() => this.#move(instant));
    this.#jump = moved.catch(() => undefined);
    return moved;
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#tick);
  }

  async #move(target: number) {
    this.#jumping = true;
    try {
      await this.#options.settle();
      while (!this.#stopped) {
        const next = this.#earliest();
        const stop = Math.min(next ?? target, target);
        if (await this.#runRecurring(stop, stop === target ? 0 : jumpedOver)) continue;
        this.#setTime(stop);
        if (next === undefined || next > target) break;
        for (const timer of [...this.#timers].filter(({ instant }) => instant <= next)) this.#fire(timer);
        await this.#options.settle();
      }
    } finally {
      this.#jumping = false;
      this.#arm();
    }
  }

  /** Runs, once each, what recurs up to an instant and is late by more than a while; tells whether there was any. */
  async #runRecurring(until: number, late: number): Promise<boolean> {
    const due = [...this.#recurring].filter(({ next }) => next + late <= until);
    for (const recurring of due) {
      const periods = Math.floor((until - recurring.next) / recurring.period);
      const last = recurring.next + periods * recurring.period;
      this.#setTime(last);
      // A whole period after the jump, not at once: whoever jumped has work to do in real time.
      recurring.next = until + recurring.period;
      this.#run(recurring.run);
      await this.#options.settle();
    }
    return due.length > 0;
  }

  #earliest(): number | undefined {
    let earliest: number | undefined;
    for (const { instant } of this.#timers)
      if (earliest === undefined || instant < earliest) earliest = instant;
    return earliest;
  }

  #fire(timer: Timer) {
    // It may have been called off by what fired at the same instant.
    if (this.#timers.delete(timer)) this.#run(timer.run);
  }

  #run(work: Work) {
    (async () => work())().catch(this.#options.failed);
  }

  #setTime(instant: number) {
    if (instant > this.now()) this.#setOffset(instant - Date.now());
  }

  #setOffset(offset: number) {
    Atomics.store(this.#offset, 0, BigInt(Math.round(offset)));
    this.#options.settings.set('clock.offset', Math.round(offset));
  }

  /** In real time: sleeps until something is due. */
  #arm() {
    clearTimeout(this.#tick);
    this.#wakesAt = Number.POSITIVE_INFINITY;
    if (this.#jumping || this.#stopped) return;
    let next = this.#earliest() ?? Number.POSITIVE_INFINITY;
    for (const recurring of this.#recurring) next = Math.min(next, recurring.next);
    if (next === Number.POSITIVE_INFINITY) return;
    this.#wakesAt = next;
    const pause = Math.max(0, Math.min(next - this.now(), longestPause));
    this.#tick = setTimeout(() => this.#onTick(), pause);
  }

  #onTick() {
    const now = this.now();
    for (const timer of [...this.#timers].sort((a, b) => a.instant - b.instant))
      if (timer.instant <= now) this.#fire(timer);
    for (const recurring of this.#recurring) {
      if (recurring.next > now) continue;
      recurring.next = now + recurring.period;
      this.#run(recurring.run);
    }
    this.#arm();
  }
}
