import { join } from 'node:path';
import type { Municipality } from '../domain/municipality.ts';
import { chooseMunicipalities, MunicipalityError, readMunicipalities } from '../infra/municipalities.ts';
import { keepCompiled } from './compile-cache.ts';
import { exampleBegins, seedExample } from './example.ts';
import { exampleCopy } from './example-copy.ts';
import { readOptions } from './options.ts';
import { type Dev, type Example, startRunner } from './runner.ts';
import { StartupError } from './startup-error.ts';
import { synthesize } from './synthesis.ts';
import { buildApp } from './web/build-app.ts';

/** `npm start`: Etapas on this machine. `npm run dev`: the same, following the sources as they are edited. */

const root = join(import.meta.dirname, '..');
// Functions in the cloud run in UTC, wherever the machine stands.
process.env.TZ = 'UTC';

const progress = (line: string) => console.log(line);
const failed = (line: string) => console.error(`Etapas: ${line.split('\n')[0]}`);

function refuse(error: unknown): never {
  const known = error instanceof StartupError || error instanceof MunicipalityError;
  if (!known) console.error(error);
  else console.error(`Etapas cannot start: ${error.message}`);
  process.exit(1);
}

function exampleOf(now: Date, { id, timeZone }: Municipality, port: number): Example {
  // The days of a municipality are those of its own clocks.
  const day = new Intl.DateTimeFormat('sv', { timeZone }).format(now);
  return {
    startAt: exampleBegins(now).getTime(),
    seed: ({ url }) => seedExample(url, now, progress),
    // A port that the system chose will hardly be chosen again.
    copy:
      port === 0 ? undefined : (assembly, url) => exampleCopy({ root, assembly, url, municipality: id, day }),
  };
}

/** Imported when asked for: a bundler and a development server are nothing that `npm start` needs. */
async function devOf(): Promise<Dev> {
  const [{ followFunctions }, { liveApp }] = await Promise.all([
    import('./dev/functions.ts'),
    import('./dev/app.ts'),
  ]);
  return {
    app: (server, config) => liveApp(root, server, config),
    functions: (specs, functions) => followFunctions({ root, specs, functions, tell: progress }),
  };
}

async function main() {
  const { port, data, fresh, empty, dev, municipality: id } = readOptions(process.argv.slice(2));
  const [municipality] = chooseMunicipalities(readMunicipalities(join(root, 'municipalities')), id);
  if (!municipality) throw new StartupError(`there is no municipality ${id}`);
  const runner = await startRunner({
    port,
    dataFolder: data,
    fresh,
    municipality,
    assembly: () => synthesize(root, id, progress),
    app: () => buildApp(root),
    dev: dev ? await devOf() : undefined,
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    example: empty ? undefined : exampleOf(new Date(), municipality, port),
    progress,
    failed,
  });
  stop = runner.stop;
  console.log(`Etapas is ready: ${runner.url}`);
  keepCompiled();
}

let stop = async () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await stop();
    process.exit(0);
  });

main().catch(refuse);
