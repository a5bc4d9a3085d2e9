import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const mostKept = 3;
/** Nobody is taken to leave a runner running for longer. */
const runningMilliseconds = 7 * 86_400_000;

function* filesIn(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const entry of readdirSync(path).sort()) yield* filesIn(join(path, entry));
}

function hashOf(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesIn(join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Leaves the newest, and what another runner may still be reading: functions load parts of their code when asked. */
function clean(place: string, prefix: string) {
  const madeAt = (name: string) => statSync(join(place, name)).mtimeMs;
  const old = readdirSync(place)
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => madeAt(b) - madeAt(a))
    .slice(mostKept)
    .filter((name) => Date.now() - madeAt(name) > runningMilliseconds);
  for (const name of old) rmSync(join(place, name), { recursive: true, force: true });
}

interface Making {
  root: string;
  /** Files and folders, within the root, that it is made from. */
  sources: readonly string[];
  /** The folder, within the root, that it is kept in, and how the names of its kind begin there. */
  place: string;
  prefix: string;
  /** Makes it in an empty folder. */
  make(folder: string): Promise<void>;
}

/** The folder of something that is made from the project's sources; made anew when they have changed since. */
export async function cachedBuild({ root, sources, place: where, prefix, make }: Making): Promise<string> {
  const place = join(root, where);
  const folder = join(place, prefix + hashOf(root, sources));
  if (existsSync(folder)) return folder;
  const making = join(place, `making-${prefix}${process.pid}`);
  try {
    mkdirSync(making, { recursive: true });
    await make(making);
    renameSync(making, folder);
  } catch (error) {
    // Another runner with the same sources was faster.
    if (existsSync(folder)) return folder;
    throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  clean(place, prefix);
  return folder;
}
