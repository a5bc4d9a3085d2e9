/** Counts the batches of the stream that this process works at: one in Lambda, several at once on one machine. */
export interface Lanes {
  /** Batches under way, one at least. */
  count(): number;
  /** Works at a batch. */
  through<T>(batch: () => Promise<T>): Promise<T>;
}

/** No batch is under way yet. */
export function openLanes(): Lanes {
  let underWay = 0;
  return {
    count: () => Math.max(underWay, 1),
    async through(batch) {
      underWay += 1;
      try {
        return await batch();
      } finally {
        underWay -= 1;
      }
    },
  };
}
