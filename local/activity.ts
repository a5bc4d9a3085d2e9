/** Counts the work under way, so that a jump of the clock can wait until everything it set off has settled. */
export class Activity {
  #running = 0;
  #begun = 0;
  #waiting: (() => void)[] = [];

  /** How many pieces of work have begun so far. */
  get begun() {
    return this.#begun;
  }

  /** Does a piece of work and counts it. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    this.#begun += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#running === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  /** Resolves as soon as nothing is under way; something may begin right after. */
  idle(): Promise<void> {
    if (this.#running === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
