import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { touchPrivate } from '../private-files.ts';
import { StartupError } from '../startup-error.ts';
import { dynoxide } from './binary.ts';
import { type Address, hiddenAddress } from './hidden-address.ts';

/**
 * Runs dynoxide under a shell that waits on a pipe from us: however we end, even by kill -9, the pipe closes and the
 * shell ends the server. The shell itself ends with the server, which is how we learn that it died.
 */
const watchdog = `
umask 077
exec 3<&0
"$0" serve --host "$1" --port "$2" --db-path "$3" </dev/null >/dev/null 2>&1 3<&- &
server=$!
echo $server > "$4"
{ cat <&3 >/dev/null; kill -9 $server; } 2>/dev/null &
watch=$!
exec 3<&-
wait $server
kill $watch 2>/dev/null
`;

/** The table's server. */
export interface TableServer {
  endpoint: string;
  stop(): Promise<void>;
}

interface Files {
  table: string;
  tableProcess: string;
}

/** Waits until the server of an earlier runner, which may be about to die, has let go of the database. */
async function endStale({ tableProcess, table }: Files) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const id = Number(readFileSync(tableProcess, 'utf8'));
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(table)) return;
      process.kill(id, 'SIGKILL');
    } catch {
      return;
    }
    await pause(20);
  }
}

const takesConnections = ({ host, port }: Address) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });

async function untilAnswering(address: Address, hasEnded: () => boolean) {
  for (let tries = 0; tries < 500 && !hasEnded(); tries += 1) {
    if (await takesConnections(address)) return;
    await pause(10);
  }
  throw new StartupError('the table server does not start');
}

/**
 * Starts the table's server, with its SQLite file in the data folder, and starts it again whenever it dies. It answers
 * whoever reaches it, so that it listens where no web page does; its address is for the functions and the runner alone.
 * @param died told each time the server dies unasked
 */
export async function startTableServer(files: Files, died: () => void): Promise<TableServer> {
  const program = dynoxide();
  await endStale(files);
  touchPrivate(files.table);
  const address = await hiddenAddress();
  const { host, port } = address;
  let stopping = false;
  let shell: ChildProcess;
  let ended: Promise<void>;

  const start = () => {
    const child = spawn(
      '/bin/sh',
      ['-c', watchdog, program, host, String(port), files.table, files.tableProcess],
      {
        stdio: ['pipe', 'ignore', 'ignore'],
        // Out of the terminal's reach: Ctrl-C is for us, and the server must outlive our last writes.
        detached: true,
      },
    );
    child.stdin.on('error', () => undefined);
    shell = child;
    ended = new Promise((resolve) => {
      child.once('close', () => {
        resolve();
        if (stopping) return;
        died();
        setTimeout(start, 50);
      });
    });
  };

  start();
  await untilAnswering(address, () => shell.exitCode !== null);
  return {
    endpoint: `http://${host}:${port}`,
    async stop() {
      stopping = true;
      shell.stdin?.end();
      await ended;
      rmSync(files.tableProcess, { force: true });
    },
  };
}
