/** Enough to keep the table busy, few enough to stay well under what it serves at once. */
const some = 8;

/**
 * Does pieces of work, `atOnce` at a time; one that fails does not keep the others from being done. Answers the failures.
 */
export async function together(pieces: Iterable<() => Promise<void>>, atOnce = some): Promise<unknown[]> {
  const failures: unknown[] = [];
  const left = pieces[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next())
      await next.value().catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failures;
}
