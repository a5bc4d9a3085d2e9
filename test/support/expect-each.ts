import { expect } from 'vitest';

/** Checks every case, by its name, and fails once with all that did not hold. */
export async function expectEach<T>(
  cases: Iterable<readonly [string, T]>,
  check: (name: string, value: T) => void | Promise<void>,
): Promise<void> {
  const failures: string[] = [];
  let count = 0;
  for (const [name, value] of cases) {
    count += 1;
    try {
      await check(name, value);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  expect(failures).toEqual([]);
  expect(count, 'cases').toBeGreaterThan(0);
}
