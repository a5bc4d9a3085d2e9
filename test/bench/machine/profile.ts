import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type ThreadWork, workOf } from './cpu-profile.ts';

const Worker = z.object({ sessionId: z.string(), workerInfo: z.object({ title: z.string() }) });
const Message = z.object({ sessionId: z.string(), message: z.string() });
const Answer = z.object({ id: z.number().optional(), result: z.looseObject({}).optional() });

/** Microseconds between two looks at what a thread does. */
const interval = 500;

/** Looks at what every thread of this process does, from now until it is stopped. */
export async function startProfile() {
  const session = new Session();
  session.connect();
  const workers = new Map<string, string>();
  const waiting = new Map<number, (result: object) => void>();
  let last = 0;
  session.on('NodeWorker.attachedToWorker', ({ params }) => {
    const { sessionId, workerInfo } = Worker.parse(params);
    workers.set(sessionId, workerInfo.title);
  });
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const { id, result } = Answer.parse(JSON.parse(Message.parse(params).message));
    if (id !== undefined) waiting.get(id)?.(result ?? {});
  });
  await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });

  const tell = (sessionId: string, method: string, params: object = {}): Promise<object> => {
    last += 1;
    const { promise, resolve } = Promise.withResolvers<object>();
    waiting.set(last, resolve);
    const message = JSON.stringify({ id: last, method, params });
    void session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
    return promise;
  };
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  for (const id of workers.keys()) {
    await tell(id, 'Profiler.enable');
    await tell(id, 'Profiler.setSamplingInterval', { interval });
    await tell(id, 'Profiler.start');
  }
  const began = new Map(workers);

  /** Ends it and keeps a `.cpuprofile` a thread in the folder, as Chrome and editors read it. */
  async function stop(folder: string): Promise<ThreadWork[]> {
    mkdirSync(folder, { recursive: true });
    const profiles: [string, unknown][] = [['main', await session.post('Profiler.stop')]];
    for (const [id, title] of began) profiles.push([title, await tell(id, 'Profiler.stop')]);
    session.disconnect();
    return profiles.map(([title, answer]) => {
      const { profile } = z.object({ profile: z.unknown() }).parse(answer);
      const name = title.replace(/^\[worker \d+\]\s*/, '').replace(/^etapas-juarez-/, '') || title;
      writeFileSync(join(folder, `${name.replace(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile));
      return workOf(name, profile);
    });
  }
  return { stop };
}
