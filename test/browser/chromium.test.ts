import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { unpackedOnce } from '../support/chromium.ts';

/** A place to unpack into, and an unpacking that makes a program of two files there and counts how often. */
function unpacking({ says = 'exit 0', before = async (_folder: string) => {} } = {}) {
  const place = mkdtempSync(join(tmpdir(), 'etapas-chromium-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  let count = 0;
  const unpack = async (folder: string) => {
    count += 1;
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(join(folder, 'fonts'));
    writeFileSync(join(folder, 'fonts', 'one.ttf'), 'letters');
    await before(folder);
    writeFileSync(join(folder, 'chromium'), `#!/bin/sh\n${says}\n`);
    chmodSync(join(folder, 'chromium'), 0o700);
  };
  const once = () => unpackedOnce({ place, version: '1', unpack });
  return { place, once, count: () => count, there: () => readdirSync(place) };
}
const program = ['#!/bin/sh', 'exit 0', ''].join('\n');

it('is unpacked where nothing is, and nothing else stays', async () => {
  const { place, once, there } = unpacking();
  expect(await once()).toBe(join(place, 'chromium-1', 'chromium'));
  expect(readFileSync(await once(), 'utf8')).toBe(program);
  expect(there()).toEqual(['chromium-1']);
});

it('is not unpacked again where it is already there', async () => {
  const { once, count } = unpacking();
  await once();
  expect(await once()).toBe(await once());
  expect(count()).toBe(1);
});

it('is whole for each of those who unpack it at once', async () => {
  const { once, count, there } = unpacking({ before: () => pause(20) });
  const programs = await Promise.all([once(), once(), once()]);
  expect(count()).toBe(3);
  expect(new Set(programs).size).toBe(1);
  expect(readFileSync(programs[0] ?? '', 'utf8')).toBe(program);
  expect(there()).toEqual(['chromium-1']);
});

it.each([
  ['a file of it is shorter than it was', (folder: string) => truncateSync(join(folder, 'chromium'), 5)],
  ['a file of it is missing', (folder: string) => rmSync(join(folder, 'fonts', 'one.ttf'))],
  ['nobody wrote down what belongs to it', (folder: string) => rmSync(join(folder, 'files.json'))],
])('is unpacked again where %s', async (_, harm) => {
  const { place, once, count, there } = unpacking();
  await once();
  harm(join(place, 'chromium-1'));
  expect(await Promise.all([once(), once()])).toEqual([await once(), await once()]);
  expect(readFileSync(await once(), 'utf8')).toBe(program);
  expect(count()).toBe(3);
  expect(there()).toEqual(['chromium-1']);
});

it('takes nothing from a try that was killed half way, and clears it away once nobody can be at it', async () => {
  const { place, once, there } = unpacking();
  for (const [name, hours] of [
    ['unpacking-old', 2],
    ['unpacking-new', 0],
  ] as const) {
    mkdirSync(join(place, name));
    writeFileSync(join(place, name, 'chromium'), 'half');
    const began = Date.now() / 1_000 - hours * 3_600;
    utimesSync(join(place, name), began, began);
  }
  expect(readFileSync(await once(), 'utf8')).toBe(program);
  expect(there().sort()).toEqual(['chromium-1', 'unpacking-new']);
});

it('is not taken where it does not start, and what was unpacked is cleared away', async () => {
  const { place, once, there } = unpacking({ says: 'echo no such library >&2; exit 127' });
  await expect(once()).rejects.toThrow('no such library');
  expect(there()).toEqual([]);
  expect(existsSync(join(place, 'chromium-1'))).toBe(false);
});
