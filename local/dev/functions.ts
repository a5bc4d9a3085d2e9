import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../infra/constructs/bundling.ts';
import type { FunctionSpec } from '../assembly/specs.ts';
import type { Functions } from '../functions/functions.ts';
import { messageOf } from '../refusal.ts';

/** The folders that functions are made of. */
const watched = ['functions', 'domain', 'store', 'emails', 'workflows'];
/** An editor writes a file in several steps, and a branch is switched in many. */
const calmMilliseconds = 80;

interface Bundled {
  spec: FunctionSpec;
  /** The handler's file, from the project's folder. */
  entry: string;
  /** What went into it, from the project's folder; not known before it is first bundled here. */
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

interface Following {
  root: string;
  specs: FunctionSpec[];
  functions: Pick<Functions, 'replace'>;
  /** Told what was swapped in, and what could not be bundled. */
  tell: (line: string) => void;
}

/**
 * Bundles functions anew whenever one of their files is saved, by the same settings as for the cloud, and swaps them in:
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

  async function bundle(one: Bundled) {
    const { spec, entry } = one;
    made += 1;
    const folder = join(bundles, `${spec.name}-${made}`);
    // What lies beside the code: programmes, questionnaires, fonts.
    cpSync(spec.folder, folder, { recursive: true, filter: (file) => !file.endsWith('.mjs') });
    const entryPoints = { index: join(root, entry) };
    const { metafile } = await build({
      ...bundling,
      absWorkingDir: root,
      entryPoints,
      outdir: folder,
      metafile: true,
      logLevel: 'silent',
    });
    one.inputs = new Set(Object.keys(metafile.inputs));
    functions.replace(spec.arn, folder);
  }

  async function take(changed: Set<string>) {
    const begun = performance.now();
    const concerned = known.filter(({ inputs }) => !inputs || [...changed].some((file) => inputs.has(file)));
    const outcomes = await Promise.allSettled(concerned.map(bundle));
    const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []));
    for (const failure of new Set(failures)) tell(failure);
    const swapped = concerned.length - failures.length;
    const milliseconds = Math.round(performance.now() - begun);
    if (swapped > 0)
      tell(`${[...changed].join(', ')}: ${swapped} functions are swapped in after ${milliseconds} ms`);
  }

  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const onChange = (folder: string) => (_: string, name: string | null) => {
    if (!name?.endsWith('.ts')) return;
    waiting.add(relative(root, join(root, folder, name)));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const changed = waiting;
      waiting = new Set();
      work = work.then(() => take(changed)).catch((error) => tell(messageOf(error)));
    }, calmMilliseconds);
  };
  const watchers = watched
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) => watch(join(root, folder), { recursive: true }, onChange(folder)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    rmSync(bundles, { recursive: true, force: true });
  };
}
