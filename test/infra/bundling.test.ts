import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundling } from '../../infra/constructs/bundling.ts';

const entry = join(import.meta.dirname, '..', '..', 'functions', 'api', 'index.ts');
const folders: string[] = [];

/** The code of the API as it is uploaded, by the names of its files. */
function bundle(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-bundle-'));
  folders.push(folder);
  buildSync({ ...bundling, entryPoints: { index: entry }, outdir: folder });
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

let files: Map<string, string>;
beforeAll(() => {
  files = bundle();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Names of the files that are read before the first request: `index.mjs`, and what is imported at once from there. */
function atStart(name = 'index.mjs', found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, next = ''] of (files.get(name) ?? '').matchAll(/(?:from|import)"\.\/([^"]+)"/g))
    atStart(next, found);
  return found;
}

it('the same code is bundled into the same files, wherever they are written', () => {
  expect(bundle()).toEqual(files);
  expect([...files.keys()].filter((name) => !name.endsWith('.mjs'))).toEqual([]);
});

it('the code is read to its end, with whatever its libraries ask of Node: all it lacks is its settings', () => {
  const [folder = ''] = folders;
  const env = { PATH: process.env.PATH };
  const said = join(folder, 'said.txt');
  // The line of code that Node shows first is longer than a pipe holds, and it does not wait for one to be read.
  const stderr = openSync(said, 'w');
  spawnSync(process.execPath, [join(folder, 'index.mjs')], { stdio: ['ignore', 'ignore', stderr], env });
  closeSync(stderr);
  expect(/^Error: .*$/m.exec(readFileSync(said, 'utf8'))?.[0]).toContain('Error: TABLE_NAME: ');
});

it('what reads and writes spreadsheets, signs for files or prints documents lies beside the code that starts, and is not read with it', () => {
  const holding = (sign: string) =>
    [...files].filter(([, code]) => code.includes(sign)).map(([name]) => name);
  const start = atStart();
  expect(start.size).toBeLessThan(files.size);
  for (const sign of ['xl/workbook.xml', 'CSV_INVALID_CLOSING_QUOTE', 'GetObjectCommand', 'StructTreeRoot']) {
    expect(holding(sign).length).toBeGreaterThan(0);
    expect(holding(sign).filter((name) => start.has(name))).toEqual([]);
  }
});
