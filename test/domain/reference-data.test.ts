import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const tests = join(import.meta.dirname, '..');
const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(tests, file), 'utf8') }));
const helper = 'support/shared-data.ts';
const thisFile = 'domain/reference-data.test.ts';

/** Where a source says what only the helper, and this test of it, may say. */
const saying = (what: RegExp) =>
  sources.filter(({ file, text }) => ![helper, thisFile].includes(file) && what.test(text));

it('a test is skipped by the one helper alone, whose name for it says what is missing', () => {
  const otherWays = /\.(?:skip|skipIf|runIf|todo|only)\b|\bx(?:it|describe|test)\(|\bskip: ?true\b/;
  expect(saying(otherWays).map(({ file }) => file)).toEqual([]);
});

it('nothing else reads files that lie beside the project', () => {
  expect(saying(/\bshared['"`]?\s*[,/]\s*['"`]?data\b/).map(({ file }) => file)).toEqual([]);
});

it('at most ten tests are skipped in a clone that stands alone, none of them in a loop', () => {
  const calling = saying(/\bitReading\(/);
  const calls = calling.flatMap(({ text }) => text.match(/\bitReading\(/g) ?? []);
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.length).toBeLessThanOrEqual(10);
  // At the margin of a file or of the one `describe` around it: what stands deeper could run many times.
  const atTheMargin = calling.flatMap(({ text }) => text.match(/^(?: {2})?itReading\(/gm) ?? []);
  expect(atTheMargin).toHaveLength(calls.length);
});

it('the reference data say where they come from, folder by folder', () => {
  const reference = join(tests, 'reference');
  const folders = readdirSync(reference, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.length).toBeGreaterThan(3);
  for (const { name } of folders) {
    const source = join(reference, name, 'SOURCE.md');
    expect(existsSync(source), source).toBe(true);
    const text = readFileSync(source, 'utf8');
    for (const heading of ['Origin', 'Licence', 'What was taken'])
      expect(text, `${source}: ${heading}`).toContain(`**${heading}.**`);
    for (const file of readdirSync(join(reference, name)))
      if (file !== 'SOURCE.md') expect(text, source).toContain(`\`${file}\``);
  }
});
