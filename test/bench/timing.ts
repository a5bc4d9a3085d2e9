/** The value that so many in a hundred do not exceed (the nearest rank); `NaN` of none. */
export function percentile(values: number[], hundredth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil((hundredth / 100) * sorted.length), 1) - 1] ?? Number.NaN;
}

/** The value in the middle; of an even number of them the lower of the two. */
export const median = (values: number[]): number => percentile(values, 50);

/** How long something takes, in milliseconds, and what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { took: performance.now() - began, result };
}

/** Requests of which so many were under way at any time. */
export interface InFlight {
  /** Milliseconds of each. */
  each: number[];
  /** Milliseconds from the first to the end of the last. */
  whole: number;
  /** How many were done in a second. */
  perSecond: number;
}

/** Does something with each item, so many of them at a time. */
export async function inFlight<T>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<InFlight> {
  const each: number[] = [];
  const left = items.values();
  const worker = async () => {
    for (const item of left) each.push((await timed(() => work(item))).took);
  };
  const { took: whole } = await timed(() => Promise.all(Array.from({ length: most }, worker)));
  return { each, whole, perSecond: (items.length * 1_000) / whole };
}
