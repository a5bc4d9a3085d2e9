import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const Frame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
type Frame = z.infer<typeof Frame>;
const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: Frame })),
  samples: z.array(z.number()).default([]),
  timeDeltas: z.array(z.number()).default([]),
});

/** What a thread did while it was looked at. */
export const ThreadWork = z.object({
  thread: z.string(),
  /** Milliseconds in which it ran anything, of so many that it was looked at. */
  busy: z.number(),
  of: z.number(),
  /** Whose code it ran in its busy time: packages, files of ours, and what is Node's or V8's own, with the share of each. */
  top: z.array(z.object({ name: z.string(), share: z.number() })),
});
export type ThreadWork = z.infer<typeof ThreadWork>;

const mostNamed = 12;

/** Says of a line of a bundle that is not minified which module it came from, as esbuild notes before each. */
function originsIn(file: string): (line: number) => string | undefined {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  let module: string | undefined;
  const modules = lines.map((line) => {
    module = /^\s*\/\/ (\S+\.(?:m|c)?[jt]s)$/.exec(line)?.[1] ?? module;
    return module;
  });
  return (line) => modules[line];
}

/** The package of a module, or its path where it is ours. */
function ownerOf(module: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1];
  return (
    inPackage ?? module.replace(/^.*?\/(?=(?:functions|domain|store|emails|words|local|workflows)\/)/, '')
  );
}

/** Sums up V8's profile of a thread by whose code its own time was spent in. */
export function workOf(thread: string, profile: unknown): ThreadWork {
  const { nodes, samples, timeDeltas } = Profile.parse(profile);
  const bundles = new Map<string, ReturnType<typeof originsIn>>();
  const nameOf = ({ functionName, url, lineNumber }: Frame): string => {
    if (!url.startsWith('file:')) return url || `node: ${functionName || '(native)'}`;
    const file = fileURLToPath(url);
    const origins = bundles.get(file) ?? originsIn(file);
    bundles.set(file, origins);
    return ownerOf(origins(lineNumber) ?? file);
  };
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const own = new Map<string, number>();
  let [busy, all] = [0, 0];
  for (const [at, id] of samples.entries()) {
    // A delta is the time since the sample before: what was seen then took it.
    const took = (timeDeltas[at + 1] ?? 0) / 1_000;
    const frame = frames.get(id);
    all += took;
    if (!frame || frame.functionName === '(idle)') continue;
    busy += took;
    const name = nameOf(frame);
    own.set(name, (own.get(name) ?? 0) + took);
  }
  const top = [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostNamed)
    .map(([name, took]) => ({ name, share: took / busy }));
  return { thread, busy, of: all, top };
}
