import { get, type UseStore, update } from 'idb-keyval';
import * as z from 'zod/mini';
import { byLanguage, inEveryLanguage } from '../../domain/language-list.ts';
import type { ActivityEntry } from '../api/types.ts';
import { store } from '../components/store.ts';

const OneText = z.object(byLanguage(() => z.optional(z.string())));
/** What waits may have been written down before there was one of the languages. */
const Text = z.pipe(
  OneText,
  z.transform((kept, context) => {
    const text = inEveryLanguage(kept);
    if (text) return text;
    context.issues.push({ code: 'custom', message: 'is in no language', input: kept });
    return z.NEVER;
  }),
);

const Entry = z.object({
  status: z.enum(['open', 'done', 'not-applicable']),
  note: z.optional(z.string()),
  evidence: z.optional(
    z.array(z.object({ title: z.string(), url: z.optional(z.string()), fileId: z.optional(z.string()) })),
  ),
  figures: z.optional(z.object({ meetingsHeld: z.optional(z.int()), peopleTrained: z.optional(z.int()) })),
});

/** A record of an activity that has not reached the interface yet. */
const QueuedWrite = z.object({
  /** Sent with it, so that it is done once however often it is sent. */
  key: z.string(),
  locality: z.object({ id: z.string(), name: z.string() }),
  stage: z.string(),
  activity: z.object({ key: z.string(), name: Text }),
  entry: Entry,
  /** The version of the activity that the person saw. */
  version: z.int(),
  madeAt: z.string(),
  /** It was sent, and no answer came: it may have been done. */
  sent: z.boolean(),
  /** Why it was not taken: somebody else changed it meanwhile (`conflict`), or it cannot be done any more. */
  trouble: z.optional(z.object({ kind: z.enum(['conflict', 'refused']), detail: z.string() })),
});
export type QueuedWrite = z.infer<typeof QueuedWrite>;

/** What is asked to be recorded. */
export interface ActivityWrite extends Pick<QueuedWrite, 'locality' | 'stage' | 'activity' | 'version'> {
  entry: ActivityEntry;
}

const keptAs = 'waiting';
const parse = (value: unknown): QueuedWrite[] => z.array(QueuedWrite).parse(value ?? []);

/** Everything that waits, oldest first. */
export const queue = store<QueuedWrite[]>([]);

let kept: UseStore | undefined;
const others = new BroadcastChannel('etapas-waiting');

/** Takes up what waits in this browser for the person. */
export async function openQueue(from: UseStore): Promise<void> {
  kept = from;
  await reload();
  others.onmessage = () => void reload();
}

async function reload(): Promise<void> {
  if (kept) queue.set(parse(await get(keptAs, kept)));
}

/** Changes what waits: at once for the eye, then where it is kept, in one step, whatever other tabs do. */
export async function updateQueue(change: (all: QueuedWrite[]) => QueuedWrite[]): Promise<void> {
  if (!kept) throw new Error('nobody is signed in');
  queue.set(change(queue.get()));
  await update<unknown>(keptAs, (value) => change(parse(value)), kept);
  await reload();
  others.postMessage('changed');
}

export const sameActivity = (
  one: Pick<QueuedWrite, 'locality' | 'stage' | 'activity'>,
  other: Pick<QueuedWrite, 'locality' | 'stage' | 'activity'>,
) =>
  one.locality.id === other.locality.id &&
  one.stage === other.stage &&
  one.activity.key === other.activity.key;

/**
 * A record joins what waits. One of the same activity that was never sent gives way to it; one that may have been done
 * is settled first.
 */
export function enqueue(
  all: QueuedWrite[],
  write: ActivityWrite,
  key: string,
  madeAt: string,
): QueuedWrite[] {
  const before = all.findLast((one) => sameActivity(one, write));
  const next = { ...write, key, madeAt, sent: false };
  if (!before) return [...all, next];
  const inherited = { ...next, version: before.version };
  return before.sent && !before.trouble
    ? [...all, inherited]
    : all.map((one) => (one === before ? { ...inherited, trouble: undefined } : one));
}
