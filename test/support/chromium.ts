import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as z from 'zod';

/** Where the browser is unpacked to, and how. */
export interface Unpacking {
  /** The folder that holds every version; it is made when it is missing. */
  place: string;
  version: string;
  /** Puts the program, named `chromium`, and the files that it needs beside it into an empty folder. */
  unpack(folder: string): Promise<void>;
}

/** The list of files that lies beside the program, and what a folder is called while it is being filled. */
const listName = 'files.json';
const makingPrefix = 'unpacking-';
/** A try that has taken longer was killed half way. */
const abandonedMilliseconds = 3_600_000;

const Sizes = z.record(z.string(), z.number());

/** The sizes in bytes of all files in a folder but the list itself. */
function sizesIn(folder: string): z.infer<typeof Sizes> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(
    paths.filter((path) => path !== listName).map((path) => [path, statSync(join(folder, path)).size]),
  );
}

/** Whether a folder holds every file that was unpacked into it, at its size. */
function isWhole(folder: string): boolean {
  try {
    const wanted = Sizes.parse(JSON.parse(readFileSync(join(folder, listName), 'utf8')));
    return JSON.stringify(sizesIn(folder)) === JSON.stringify(wanted);
  } catch {
    return false;
  }
}

/** Runs a command to its end. @throws Error with what it printed, unless it ends well */
async function run(command: string, args: string[], env = process.env): Promise<string> {
  const child = spawn(command, args, {
    cwd: import.meta.dirname,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void printed.push(chunk));
  await once(child, 'close');
  const text = Buffer.concat(printed).toString();
  if (child.exitCode === 0) return text;
  throw new Error(`${command} ended with ${child.exitCode ?? child.signalCode}:\n${text}`);
}

/** Removes what tries that were killed have left. */
function removeAbandoned(place: string) {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(makingPrefix)) continue;
    const age = Date.now() - (statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > abandonedMilliseconds) rmSync(join(place, name), { recursive: true, force: true });
  }
}

/** Puts a folder where the finished one belongs, unless another process was faster. */
function settle(making: string, folder: string) {
  try {
    renameSync(making, folder);
  } catch (error) {
    if (isWhole(folder)) return;
    // What lies there cannot be used. It is moved away first, so that the name is free for a moment only.
    const aside = mkdtempSync(join(dirname(folder), makingPrefix));
    try {
      renameSync(folder, join(aside, 'unusable'));
      renameSync(making, folder);
    } catch {
      if (!isWhole(folder)) throw error;
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }
}

/**
 * The path of the browser's program. It is unpacked when it is not there or not whole: in a folder beside, which is
 * checked and then renamed, so that nobody sees half of it. Several processes may ask at once.
 * @throws Error when what was unpacked does not start
 */
export async function unpackedOnce({ place, version, unpack }: Unpacking): Promise<string> {
  const folder = join(place, `chromium-${version}`);
  const program = join(folder, 'chromium');
  if (isWhole(folder)) return program;
  mkdirSync(place, { recursive: true });
  removeAbandoned(place);
  const making = mkdtempSync(join(place, makingPrefix));
  try {
    await unpack(making);
    await run(join(making, 'chromium'), ['--version']);
    await writeFile(join(making, listName), JSON.stringify(sizesIn(making)));
    settle(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return program;
}

/**
 * The package unpacks into the folder for temporary files of its process, and takes whatever lies there for whole.
 * It runs in a process of its own, with an empty folder in that place: no process that starts the program afterwards
 * has ever had it open for writing (`ETXTBSY`).
 */
const unpackPackage = async (folder: string) => {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', script], { ...process.env, TMPDIR: folder });
};

const root = join(import.meta.dirname, '..', '..');
const Package = z.object({ version: z.string() });

function packageVersion(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return Package.parse(JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8'))).version;
}

/** The path of the browser that comes from its npm package; unpacked once for this project and version. */
export const chromiumProgram = (): Promise<string> =>
  unpackedOnce({
    place: join(root, 'build', 'chromium'),
    version: packageVersion(),
    unpack: unpackPackage,
  });

/** Set-up of a test run: the browser is there before any suite starts it. */
export default async function setup() {
  await chromiumProgram();
}
