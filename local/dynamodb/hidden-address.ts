import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StartupError } from '../startup-error.ts';

/**
 * Ports that no browser connects to, whatever a page asks of it and whatever name leads there: those of the list "port
 * blocking" of the Fetch standard which browsers have long refused (nfs, lockd, X11, irc) and which need no privilege.
 */
const refusedByBrowsers = [2049, 4045, 6000, 6665, 6666, 6667, 6668, 6669];

export interface Address {
  host: string;
  port: number;
}

const isFree = ({ host, port }: Address) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

/** On Linux all of 127.0.0.0/8 is loopback: one address of sixteen million. Elsewhere there is only the one. */
const someLoopback = () =>
  process.platform === 'linux'
    ? `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`
    : '127.0.0.1';

/**
 * An address for a server that can demand no secret: of loopback, on a port that web pages cannot reach, and nothing that
 * could be guessed.
 * @throws StartupError when every such port is taken
 */
export async function hiddenAddress(): Promise<Address> {
  const first = randomInt(refusedByBrowsers.length);
  const ports = [...refusedByBrowsers.slice(first), ...refusedByBrowsers.slice(0, first)];
  for (const host of [someLoopback(), '127.0.0.1'])
    for (const port of ports) if (await isFree({ host, port })) return { host, port };
  throw new StartupError(
    `the table needs one of the ports ${refusedByBrowsers.join(', ')}, and all are in use`,
  );
}
