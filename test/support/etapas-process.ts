import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '..', '..', 'local', 'main.ts');

/** A folder of its own for a runner's data. */
export const dataFolder = () => mkdtempSync(join(tmpdir(), 'etapas-test-'));

/** A running `npm start`, without npm. */
export interface EtapasProcess {
  url: string;
  /** Its number among the processes of the machine; those it started are its children. */
  id: number;
  /** Ends it as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Starts Etapas with these options and waits for its ready line. */
export async function startEtapas(...options: string[]): Promise<EtapasProcess> {
  // The tests' own server is not for it: it brings one, which is killed with it.
  const { DYNAMODB_ENDPOINT: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, ...options], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const ready = /^Etapas is ready: (http:\S+)$/.exec(line)?.[1];
        if (ready) resolve(ready);
      });
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${said.join('\n')}`)));
  });
  return {
    url,
    id: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return ended(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
