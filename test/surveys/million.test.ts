import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const Taken = z.object({
  rows: z.int(),
  largestPack: z.int(),
  degreesOfFreedom: z.int(),
  peakBytes: z.number(),
});

it('a million rows stream through import and estimate in under 512 MB', { timeout: 300_000 }, () => {
  const output = execFileSync(
    process.execPath,
    ['--max-old-space-size=384', join(import.meta.dirname, 'read-generated.ts'), '1000000'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { rows, largestPack, degreesOfFreedom, peakBytes } = Taken.parse(JSON.parse(output));
  console.info(`a million rows: ${Math.round(peakBytes / 1024 ** 2)} MB at the most`);
  expect(rows).toBe(1_000_000);
  expect(largestPack).toBeLessThanOrEqual(300_000);
  expect(degreesOfFreedom).toBe(200 - 8);
  expect(peakBytes).toBeLessThan(512 * 1024 ** 2);
});
