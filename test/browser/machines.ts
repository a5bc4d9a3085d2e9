import { once } from 'node:events';
import { createServer } from 'node:http';
import { freePort } from '../../local/free-port.ts';
import { built } from '../support/built.ts';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';

/**
 * Set-up of a test run: a running Etapas without an example for each of its workers. It is started when the first suite
 * of a worker asks for its address at `ETAPAS_MACHINES`, serves the suites that follow too, and ends with the run.
 */
export default async function setup() {
  await built();
  const machines = new Map<string, Promise<EtapasProcess>>();
  const server = createServer(async ({ url: worker = '' }, response) => {
    const machine = machines.get(worker) ?? startEtapas('--port', '0', '--data', dataFolder(), '--empty');
    machines.set(worker, machine);
    try {
      response.end((await machine).url);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  process.env.ETAPAS_MACHINES = `http://127.0.0.1:${port}`;
  return async () => {
    server.close();
    const ended = [...machines.values()].map((machine) => machine.then(({ stop }) => stop()));
    await Promise.allSettled(ended);
  };
}

/** The address of this worker's machine; it holds whatever the suite before has left. */
export async function machineOfWorker(): Promise<string> {
  const { ETAPAS_MACHINES, VITEST_POOL_ID } = process.env;
  const answer = await fetch(`${ETAPAS_MACHINES}/${VITEST_POOL_ID}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}
