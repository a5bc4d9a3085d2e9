import { join } from 'node:path';
import { chooseMunicipalities, MunicipalityError, readMunicipalities } from '../infra/municipalities.ts';
import { exampleBegins, seedExample } from './example.ts';
import { readOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import { type Example, startRunner } from './runner.ts';
import { synthesize } from './synthesis.ts';
import { buildApp } from './web/build-app.ts';

/** `npm start`: Etapas on this machine. */

const root = join(import.meta.dirname, '..');
// Functions in the cloud run in UTC, wherever the machine stands.
process.env.TZ = 'UTC';

const progress = (line: string) => console.log(line);
const failed = (line: string) => console.error(`Etapas: ${line.split('\n')[0]}`);

function refuse(error: unknown): never {
  const known = error instanceof Refusal || error instanceof MunicipalityError;
  if (!known) console.error(error);
  else console.error(`Etapas cannot start: ${error.message}`);
  process.exit(1);
}

const exampleOf = (now: Date): Example => ({
  startAt: exampleBegins(now).getTime(),
  seed: ({ url }) => seedExample(url, now, progress),
});

async function main() {
  const { port, data, fresh, empty, municipality: id } = readOptions(process.argv.slice(2));
  const [municipality] = chooseMunicipalities(readMunicipalities(join(root, 'municipalities')), id);
  if (!municipality) throw new Refusal(`there is no municipality ${id}`);
  const runner = await startRunner({
    port,
    dataFolder: data,
    fresh,
    municipality,
    assembly: () => synthesize(root, id, progress),
    app: () => buildApp(root),
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    example: empty ? undefined : exampleOf(new Date()),
    progress,
    failed,
  });
  stop = runner.stop;
  console.log(`Etapas is ready: ${runner.url}`);
}

let stop = async () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await stop();
    process.exit(0);
  });

main().catch(refuse);
