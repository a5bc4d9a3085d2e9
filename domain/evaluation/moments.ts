import { ExactSum, lostBySum } from './exact-sum.ts';

/**
 * Count, mean and standard deviation of a stream of numbers, to the digits that doubles hold. The sums run over
 * distances from the first value: numbers that share their leading digits lose none of the others.
 */
export class Moments {
  n = 0;
  #first = 0;
  readonly #distances = new ExactSum();
  readonly #squares = new ExactSum();

  add(value: number): void {
    if (this.n === 0) this.#first = value;
    this.n += 1;
    const distance = value - this.#first;
    this.#distances.add(distance);
    this.#squares.addProduct(distance, distance);
  }

  get mean(): number {
    return this.#first + this.#fromFirst;
  }

  /** What rounding to a double took from the mean. */
  get meanRest(): number {
    return lostBySum(this.#first, this.#fromFirst, this.mean);
  }

  get #fromFirst(): number {
    return this.#distances.value / this.n;
  }

  /** With n − 1 below; 0 for fewer than two values. */
  get standardDeviation(): number {
    if (this.n < 2) return 0;
    const spread = new ExactSum();
    spread.addScaled(this.#squares, this.n);
    spread.subtractSquare(this.#distances);
    return Math.sqrt(Math.max(0, spread.value) / this.n / (this.n - 1));
  }
}
