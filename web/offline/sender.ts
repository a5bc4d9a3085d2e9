import { api } from '../api/client.ts';
import { NoConnection, ProblemError } from '../api/problem.ts';
import type { ApiResponse } from '../api/types.ts';
import { connected } from './connection.ts';
import { type ActivityWrite, enqueue, type QueuedWrite, queue, sameActivity, updateQueue } from './queue.ts';

const record = 'PUT /api/localities/{id}/stages/{stage}/activities/{activity}';
type Recorded = ApiResponse<typeof record>;

type OnSynced = (done: QueuedWrite, recorded: Recorded) => void;
let onSynced: OnSynced = () => {};

/** Sends what waits whenever the interface can be reached; `whenRecorded` hears of each that was taken. */
export function startSending(whenRecorded: OnSynced): void {
  onSynced = whenRecorded;
  connected.subscribe(() => {
    if (connected.get()) void sendAll();
  });
  void sendAll();
}

/** Records an activity: it is kept here first, and sent as soon as that is possible. */
export async function recordActivity(write: ActivityWrite): Promise<void> {
  const key = crypto.randomUUID();
  await updateQueue((all) => enqueue(all, write, key, new Date().toISOString()));
  void sendAll();
}

/** Sends in order what can be sent; one tab at a time. Nothing is tried while there is no connection. */
export async function sendAll(): Promise<void> {
  if (!connected.get()) return;
  await navigator.locks.request('etapas-sending', async () => {
    for (let next = sendable(); next; next = sendable()) if (!(await send(next))) break;
  });
}

const sendable = () => queue.get().find(({ trouble }) => !trouble);

const changed = (key: string, change: Partial<QueuedWrite>) => (all: QueuedWrite[]) =>
  all.map((one) => (one.key === key ? { ...one, ...change } : one));

/** Answers whether the next one may be tried. */
async function send(one: QueuedWrite): Promise<boolean> {
  const { locality, stage, activity, entry, version, key } = one;
  await updateQueue(changed(key, { sent: true }));
  const params = { id: locality.id, stage, activity: activity.key };
  try {
    const recorded = await api(record, { params, body: entry, version }, { key });
    onSynced(one, recorded);
    await updateQueue((all) => settled(all, one, recorded.version));
    return true;
  } catch (error) {
    return stopped(one, error);
  }
}

/** Without it; what was said of the same activity after it was said of its new version. */
const settled = (all: QueuedWrite[], done: QueuedWrite, version: number) =>
  all
    .filter(({ key }) => key !== done.key)
    .map((one) => (sameActivity(one, done) ? { ...one, version } : one));

async function stopped({ key }: QueuedWrite, error: unknown): Promise<boolean> {
  if (error instanceof NoConnection) return false;
  if (!(error instanceof ProblemError)) throw error;
  if (error.status >= 500 || error.is('changed-meanwhile')) {
    setTimeout(() => void sendAll(), 5_000);
    return false;
  }
  const kind = error.is('stale-version') ? 'conflict' : 'refused';
  const reasons = error.errors.map(({ message }) => message);
  const detail = [error.detail, ...reasons].join(' ');
  await updateQueue(changed(key, { sent: false, trouble: { kind, detail } }));
  return true;
}

/** The person stands by what they recorded, having seen what it is now. */
export async function retryWithVersion({ key }: QueuedWrite, version: number): Promise<void> {
  await updateQueue(changed(key, { key: crypto.randomUUID(), version, trouble: undefined, sent: false }));
  void sendAll();
}

/** The person gives up what they recorded. */
export const discard = ({ key }: QueuedWrite) => updateQueue((all) => all.filter((one) => one.key !== key));
