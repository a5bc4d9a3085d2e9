import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import * as z from 'zod';
import { apiClient } from '../../../local/api-client.ts';
import { outboxStore } from '../../../store/outbox.ts';
import { testCredentials } from '../../support/dynamodb-server.ts';
import { ThreadWork } from './cpu-profile.ts';
import { processorOf } from './processes.ts';
import { tableOfRunner } from './table.ts';

const Url = z.object({ url: z.string() });
const Threads = z.object({ threads: z.array(ThreadWork) });

/** Milliseconds of processor that a machine's processes took. */
export interface Processor {
  runner: number;
  table: number;
}

/**
 * A runner in a process of its own, with an empty municipality, and what a benchmark needs to look into it. `readable`:
 * its functions keep their names, for a profile.
 */
export async function startMachine(readable = false) {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-bench-'));
  const { DYNAMODB_ENDPOINT: _, ...env } = process.env;
  const child = fork(join(import.meta.dirname, 'serve.ts'), [folder, ...(readable ? ['readable'] : [])], {
    env,
  });
  const ended = once(child, 'exit');
  const answer = async <T>(schema: z.ZodType<T>): Promise<T> => {
    const [message] = await Promise.race([
      once(child, 'message'),
      ended.then(([code]) => Promise.reject(new Error(`the machine ended with ${code}`))),
    ]);
    return schema.parse(message);
  };
  const { url } = await answer(Url);
  const api = apiClient(url);
  const { table, plain, region, awsEndpoint } = await tableOfRunner(url);
  const ses = new SESClient({ endpoint: awsEndpoint, region, credentials: testCredentials });
  const outbox = outboxStore(table);
  const files = join(folder, 'data');
  const tableProcess = () => Number(readFileSync(join(files, 'dynamodb.pid'), 'utf8'));

  return {
    url,
    api,
    table,
    plain,
    /** The file that the table's server keeps the table in. */
    tableFile: join(files, 'dynamodb.sqlite'),
    /** How many mails were sent so far. */
    sent: async (): Promise<number> => (await ses.send(new GetSendQuotaCommand({}))).SentLast24Hours ?? 0,
    /** Whether the outbox holds nothing that is still to be done. */
    async isQuiet(): Promise<boolean> {
      for await (const _ of outbox.pending()) return false;
      return true;
    },
    processor: (): Processor => ({
      runner: processorOf(child.pid ?? 0),
      table: processorOf(tableProcess()),
    }),
    /** Profiles every thread of the runner while something is done; the profiles are kept in the folder. */
    async profiled<T>(into: string, work: () => Promise<T>) {
      child.send({ ask: 'profile' });
      await answer(z.object({ profiling: z.literal(true) }));
      const result = await work();
      child.send({ ask: 'profiled', folder: into });
      return { result, ...(await answer(Threads)) };
    },
    async stop() {
      plain.destroy();
      ses.destroy();
      child.disconnect();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Machine = Awaited<ReturnType<typeof startMachine>>;
