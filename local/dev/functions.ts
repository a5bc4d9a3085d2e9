import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, watch } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../infra/constructs/bundling.ts';
import type { FunctionSpec } from '../assembly/specs.ts';
import type { Functions } from '../functions/functions.ts';
import { messageOf } from '../startup-error.ts';

/** The folders that functions are made of. */
const watched = ['functions', 'domain', 'store', 'emails', 'words', 'workflows'];
/** An editor writes a file in several steps, and a branch is switched in many. */
const calmMilliseconds = 80;

interface Bundled {
  spec: FunctionSpec;
  /** The handler's file, from the project's folder. */
  entry: string;
  /** What goes into it, from the project's folder; looked up at the first change. */
  inputs?: Set<string>;
}

/** The file of a function, as the service stack names functions after their files. */
function entryOf(root: string, { name }: FunctionSpec): string | undefined {
  const files = globSync('functions/*/*.ts', { cwd: root });
  const short = (file: string) => basename(file.replace(/(\/index)?\.ts$/, ''));
  // `etapas-juarez-mail-events`: the longest name that it ends with is the function's.
  return files
    .filter((file) => name.endsWith(`-${short(file)}`))
    .sort((a, b) => short(b).length - short(a).length || a.length - b.length)[0];
}

/** The folders within a folder of the project, however deep. */
const foldersIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

interface Following {
  root: string;
  specs: FunctionSpec[];
  functions: Pick<Functions, 'replace'>;
  /** Told what was swapped in, and what could not be bundled. */
  tell: (line: string) => void;
}

/**
 * Bundles functions anew whenever one of their files is saved, by the settings of the cloud but for
 * their size, and swaps them in:
 * calls under way end in the old code. A programme's or questionnaire's own file is not followed: its workflow is made at
 * the start. What cannot be bundled is told, and the code before it stays.
 * @returns how to end it
 */
export function followFunctions({ root, specs, functions, tell }: Following): () => void {
  const place = join(root, 'build', 'dev');
  mkdirSync(place, { recursive: true });
  const bundles = mkdtempSync(join(place, 'functions-'));
  const known: Bundled[] = specs.flatMap((spec) => {
    const entry = entryOf(root, spec);
    return entry ? [{ spec, entry }] : [];
  });
  let made = 0;

  const settings = ({ entry }: Bundled) =>
    ({
      ...bundling,
      absWorkingDir: root,
      entryPoints: { index: join(root, entry) },
      // Quicker, and the traces in the logs can be read.
      minify: false,
      metafile: true,
      logLevel: 'silent',
    }) as const;

  /** Our own files that go into a function, found without reading any package. */
  async function inputsOf(one: Bundled): Promise<Set<string>> {
    const { metafile } = await build({
      ...settings(one),
      packages: 'external',
      outdir: bundles,
      write: false,
    });
    return new Set(Object.keys(metafile.inputs));
  }

  async function bundle(one: Bundled) {
    const { spec } = one;
    made += 1;
    const folder = join(bundles, `${spec.name}-${made}`);
    // What lies beside the code: programmes, questionnaires, fonts.
    cpSync(spec.folder, folder, { recursive: true, filter: (file) => !file.endsWith('.mjs') });
    const { metafile } = await build({ ...settings(one), outdir: folder });
    one.inputs = new Set(Object.keys(metafile.inputs));
    functions.replace(spec.arn, folder);
  }

  async function take(changed: Set<string>) {
    const begun = performance.now();
    // One that cannot be read is bundled, which tells why.
    for (const one of known) one.inputs ??= await inputsOf(one).catch(() => undefined);
    const concerned = known.filter(({ inputs }) => !inputs || [...changed].some((file) => inputs.has(file)));
    const outcomes = await Promise.allSettled(concerned.map(bundle));
    const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []));
    for (const failure of new Set(failures)) tell(failure);
    const swapped = concerned.filter((_, at) => outcomes[at]?.status === 'fulfilled');
    const milliseconds = Math.round(performance.now() - begun);
    if (swapped.length > 0)
      tell(`Swapped in after ${milliseconds} ms: ${swapped.map(({ spec }) => spec.name).join(', ')}`);
  }

  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const onChange = (folder: string) => (_: string, name: string | null) => {
    if (!name?.endsWith('.ts')) return;
    waiting.add(join(folder, name));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const changed = waiting;
      waiting = new Set();
      work = work.then(() => take(changed)).catch((error) => tell(messageOf(error)));
    }, calmMilliseconds);
  };
  // Folder by folder: what Node watches by itself in depth are files, and an editor puts another file in their place.
  const watchers = watched
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => [folder, ...foldersIn(root, folder)])
    .map((folder) => watch(join(root, folder), onChange(folder)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    rmSync(bundles, { recursive: true, force: true });
  };
}
