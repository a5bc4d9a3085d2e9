import * as z from 'zod';

const Profile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()).default([]),
  timeDeltas: z.array(z.number()).default([]),
});

/** What a thread did while it was looked at. */
export const ThreadWork = z.object({
  thread: z.string(),
  /** Milliseconds in which it ran anything, of so many that it was looked at. */
  busy: z.number(),
  of: z.number(),
  /** What it spent most of its own time in, with the share of that in its busy time. */
  top: z.array(z.object({ name: z.string(), share: z.number() })),
});
export type ThreadWork = z.infer<typeof ThreadWork>;

const mostNamed = 8;
/** What a profile calls the time in which a thread waits; Node's own waiting for events is `(program)` in part. */
const resting = new Set(['(idle)']);

/** Sums up V8's profile of a thread by the functions that it spent its own time in. */
export function workOf(thread: string, profile: unknown): ThreadWork {
  const { nodes, samples, timeDeltas } = Profile.parse(profile);
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const own = new Map<string, number>();
  let [busy, all] = [0, 0];
  for (const [at, id] of samples.entries()) {
    // A delta is the time since the sample before: it belongs to what was seen then, so to the next delta's.
    const took = (timeDeltas[at + 1] ?? 0) / 1_000;
    const frame = frames.get(id);
    all += took;
    if (!frame || resting.has(frame.functionName)) continue;
    busy += took;
    const file = frame.url.replace(/^.*\//, '');
    const name = `${frame.functionName || '(anonymous)'}${file ? ` ${file}:${frame.lineNumber + 1}` : ''}`;
    own.set(name, (own.get(name) ?? 0) + took);
  }
  const top = [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostNamed)
    .map(([name, took]) => ({ name, share: took / busy }));
  return { thread, busy, of: all, top };
}
