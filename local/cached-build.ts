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

function hashOf({ root, sources, also = [] }: Pick<Making, 'root' | 'sources' | 'also'>): string {
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(also));
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

export interface Making {
  root: string;
  /** Files and folders, within the root, that it is made from. */
  sources: readonly string[];
  /** What else it depends on. */
  also?: readonly string[];
  /** The folder, within the root, that it is kept in, and how the names of its kind begin there. */
  place: string;
  prefix: string;
  /** Makes it in an empty folder. */
  make(folder: string): Promise<void>;
}

const folderOf = (making: Omit<Making, 'make'>) =>
  join(making.root, making.place, making.prefix + hashOf(making));

/** The folder of something that was made before from the same sources. */
export function madeBefore(making: Omit<Making, 'make'>): string | undefined {
  const folder = folderOf(making);
  return existsSync(folder) ? folder : undefined;
}

/** The folder of something that is made from the project's sources; made anew when they have changed since. */
export async function cachedBuild(making: Making): Promise<string> {
  const { root, place: where, prefix, make } = making;
  const place = join(root, where);
  const folder = folderOf(making);
  if (existsSync(folder)) return folder;
  const underWay = join(place, `making-${prefix}${process.pid}`);
  try {
    mkdirSync(underWay, { recursive: true });
    await make(underWay);
    renameSync(underWay, folder);
  } catch (error) {
    // Another runner with the same sources was faster.
    if (existsSync(folder)) return folder;
    throw error;
  } finally {
    rmSync(underWay, { recursive: true, force: true });
  }
  clean(place, prefix);
  return folder;
}
