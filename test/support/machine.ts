import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { linksOn } from '../../functions/runtime/links.ts';
import { testCredentials } from './dynamodb-server.ts';
import { dataFolder, startEtapas } from './etapas-process.ts';
import { person, promise } from './people.ts';
import { seed, seedling } from './seed.ts';
import { municipality } from './settings.ts';

const Info = z.object({ dynamodbEndpoint: z.url(), region: z.string(), tableName: z.string() });

/** A running `npm start` with an empty municipality, and its table to put people and promises into. */
export async function machine() {
  const folder = dataFolder();
  const etapas = await startEtapas('--empty', '--port', '0', '--data', folder);
  const { url } = etapas;
  const info = Info.parse(await (await fetch(`${url}/local/info`)).json());
  const plain = new DynamoDBClient({
    endpoint: info.dynamodbEndpoint,
    region: info.region,
    credentials: testCredentials,
  });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const table = { client, name: info.tableName };
  const clock = () => new Date();
  const here = { table, municipality: municipality(), clock };
  await seed(here, [seedling('anapra', { name: 'Lomas de Poleo' })]);
  const links = linksOn({ ...here, publicUrl: url });

  /** Somebody with one promise for each of these actions, and the links they are mailed. */
  async function guest(id: string, actions: string[], some: Parameters<typeof person>[2] = {}) {
    const who = await person(here, id, some);
    const made: string[] = [];
    for (const [at, action] of actions.entries()) {
      const dueOn = new Date(Date.now() + (at * 10 - 5) * 86_400_000).toISOString().slice(0, 10);
      made.push(`anapra.${(await promise(here, 'anapra', { action, responsible: id, dueOn })).number}`);
    }
    const commitments = await links.urlFor('commitments', who);
    return { made, commitments, unsubscribe: await links.urlFor('unsubscribe', who) };
  }
  /** All that the functions and the runner have logged. */
  const logged = () =>
    readdirSync(join(folder, 'logs'))
      .map((file) => readFileSync(join(folder, 'logs', file), 'utf8'))
      .join('\n');
  return { url, folder, table, guest, logged, stop: etapas.stop };
}
export type Machine = Awaited<ReturnType<typeof machine>>;
