/** What rounding lost of `sum`, the rounded a + b (Knuth's TwoSum). */
export const lostBySum = (a: number, b: number, sum: number): number => {
  const part = sum - a;
  return a - (sum - part) + (b - part);
};

const splitter = 2 ** 27 + 1;

/** What rounding lost of `product`, the rounded a · b (Dekker's product, for magnitudes below 1e150). */
function lostByProduct(a: number, b: number, product: number): number {
  const wideA = splitter * a;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = splitter * b;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/**
 * A running sum in about twice the digits of a double, so that neither the number of terms nor their cancelling
 * costs the result any. Source: Ogita, Rump and Oishi, Accurate Sum and Dot Product (SIAM J. Sci. Comput., 2005).
 */
export class ExactSum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const sum = this.#sum + value;
    this.#lost += lostBySum(this.#sum, value, sum);
    this.#sum = sum;
  }

  addProduct(a: number, b: number): void {
    const product = a * b;
    this.add(product);
    this.#lost += lostByProduct(a, b, product);
  }

  /** Adds another sum times a factor. */
  addScaled(other: ExactSum, factor: number): void {
    this.addProduct(other.#sum, factor);
    this.addProduct(other.#lost, factor);
  }

  /** Subtracts the square of another sum. */
  subtractSquare(other: ExactSum): void {
    this.addProduct(-other.#sum, other.#sum);
    this.addProduct(-2 * other.#sum, other.#lost);
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}
