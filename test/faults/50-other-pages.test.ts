import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCopy } from '../../local/example-copy.ts';
import type { Runner } from '../../local/runner.ts';
import { clientsOf, newFolder, startFixture } from '../local/fixture/machine.ts';

type Clients = Awaited<ReturnType<typeof clientsOf>>;

/** As wide as they come: what anybody may read and write. */
const wideFile = 0o666;
const wideFolder = 0o777;

const kept = [
  'local.sqlite',
  'local.sqlite-wal',
  'dynamodb.sqlite',
  'lock',
  'keys.json',
  'dead-letters.jsonl',
];
const dataFolder = newFolder();
let runner: Runner;
let clients: Clients;
let umask: number;

beforeAll(async () => {
  umask = process.umask(0);
  // As an earlier release may have left it.
  await (await startFixture({ dataFolder })).stop();
  for (const folder of ['logs', 'objects', 'theirs']) {
    mkdirSync(join(dataFolder, folder), { recursive: true });
    writeFileSync(join(dataFolder, folder, 'older'), 'Rosario Ibarra');
  }
  writeFileSync(join(dataFolder, 'dead-letters.jsonl'), '');
  for (const path of within(dataFolder)) chmodSync(path, statSync(path).isFile() ? wideFile : wideFolder);
  runner = await startFixture({ dataFolder });
  clients = await clientsOf(runner);
});
afterAll(async () => {
  process.umask(umask);
  await runner.stop();
});

const key = (sk: string) => ({ pk: { S: 'OTHER-PAGE' }, sk: { S: sk } });
const isThere = async (sk: string) => {
  const command = new GetItemCommand({ TableName: clients.info.tableName, Key: key(sk) });
  return (await clients.dynamodb.send(command)).Item !== undefined;
};
const put = (sk: string) => JSON.stringify({ TableName: clients.info.tableName, Item: key(sk) });
const scan = () => JSON.stringify({ TableName: clients.info.tableName });

interface Asked {
  url?: string;
  method?: string;
  headers: Record<string, string>;
  body?: string;
}

/** A request with the very headers given; what `fetch` sends is not all ours to choose. */
function ask({ url = clients.info.dynamodbEndpoint, method = 'POST', headers, body = '' }: Asked) {
  return new Promise<{ status?: number; allowed?: string; text: string }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          allowed: response.headers['access-control-allow-origin'],
          text,
        }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

const dynamodb = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': `DynamoDB_20120810.${operation}`,
});
const simple = (operation: string) => ({ ...dynamodb(operation), 'content-type': 'text/plain' });

describe('50: a page of another origin that asks the table of this machine', () => {
  it.each([
    ['of the web', { origin: 'https://otra.example' }],
    ['without an origin of its own', { origin: 'null' }],
    ['of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['of this very machine', { origin: 'http://localhost' }],
    ['that sends no origin, as an image or a form of an old browser', { 'sec-fetch-site': 'cross-site' }],
    ['under a name of its own that leads here', { host: 'otra.example' }],
    ['under a name that begins as ours', { host: '127.0.0.1.otra.example' }],
  ])('%s reads nothing and writes nothing', async (name, headers) => {
    for (const [operation, body] of [
      ['Scan', scan()],
      ['PutItem', put(name)],
    ] as const)
      for (const told of [dynamodb(operation), simple(operation)]) {
        const { status, allowed, text } = await ask({ headers: { ...told, ...headers }, body });
        expect({ status, allowed }, operation).toEqual({ status: 403, allowed: undefined });
        expect(text).not.toContain('Items');
      }
    expect(await isThere(name)).toBe(false);
  });

  it('is not allowed to ask when it asks whether it may', async () => {
    const headers = {
      origin: 'https://otra.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-amz-target',
    };
    expect(await ask({ method: 'OPTIONS', headers })).toMatchObject({ status: 403, allowed: undefined });
  });

  it('learns no address, and without the secret of one it is answered nothing', async () => {
    const info = await ask({
      url: `${runner.url}/local/info`,
      method: 'GET',
      headers: { origin: 'https://otra.example' },
    });
    expect(info).toMatchObject({ status: 403, allowed: undefined });
    expect(info.text).not.toContain('dynamodb');
    const secret = clients.info.dynamodbEndpoint.split('/').at(-1) ?? '';
    for (const given of ['', 'x', `${secret}x`, secret.slice(1)]) {
      const url = `${runner.url}/local/dynamodb/${given}`;
      expect(await ask({ url, headers: dynamodb('Scan'), body: scan() })).toMatchObject({ status: 403 });
    }
  });

  it("cannot reach the table's own server: its port is one that browsers refuse, its address nobody tells", async () => {
    const id = readFileSync(join(dataFolder, 'dynamodb.pid'), 'utf8').trim();
    const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
    const said = (option: string) => words[words.indexOf(option) + 1];
    expect(said('--host')).toMatch(/^127\./);
    const server = `http://${said('--host')}:${said('--port')}`;
    // The Fetch standard's own refusal, as browsers have it.
    const refused = await fetch(server).catch((error: unknown) => error);
    expect(refused).toMatchObject({ cause: { message: 'bad port' } });
    const told = await (await fetch(`${runner.url}/local/info`)).text();
    expect(told).not.toContain(server);
  });
});

it('50: ordinary clients with any credentials read and write', async () => {
  const { dynamodb: client, info } = clients;
  await client.send(new PutItemCommand({ TableName: info.tableName, Item: key('ours') }));
  expect(await isThere('ours')).toBe(true);
  await expect(
    client.send(new GetItemCommand({ TableName: 'nowhere', Key: key('ours') })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

function* within(path: string): Generator<string> {
  yield path;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) yield* within(join(path, name));
}
const openToOthers = (path: string) =>
  [...within(path)]
    .filter((file) => (statSync(file).mode & 0o077) !== 0)
    .map((file) => file.slice(path.length));

describe('50: what is kept on this machine', () => {
  it('is for its owner alone, also where it lay open before; what is not ours stays as it is', async () => {
    const answered = await fetch(`${runner.url}/open/x`);
    expect(answered.status).toBe(200);
    expect(readdirSync(dataFolder)).toEqual(expect.arrayContaining(kept));
    expect(readdirSync(dataFolder).filter((name) => name.endsWith('-wal')).length).toBeGreaterThan(1);
    expect(openToOthers(dataFolder)).toEqual(['/theirs', '/theirs/older']);
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  });

  it('is kept so in the copy of the example, and in what a folder takes from it', async () => {
    const root = newFolder();
    const about = { root, assembly: '/a', url: runner.url, municipality: 'juarez', day: '2026-11-25' };
    const files = (folder: string) => {
      const named = (name: string) => join(folder, name);
      return {
        journal: named('local.sqlite'),
        table: named('dynamodb.sqlite'),
        tableProcess: named('dynamodb.pid'),
        keys: named('keys.json'),
        deadLetters: named('dead-letters.jsonl'),
        objects: named('objects'),
        logs: named('logs'),
      };
    };
    const made = files(newFolder());
    for (const name of ['journal', 'table'] as const) {
      const database = new DatabaseSync(made[name]);
      database.exec('CREATE TABLE items (pk TEXT)');
      database.close();
    }
    mkdirSync(made.objects, { mode: wideFolder });
    writeFileSync(join(made.objects, 'evidence'), 'bytes', { mode: wideFile });
    // What an earlier release has left.
    mkdirSync(join(root, 'build', 'example', 'example-older'), { recursive: true });
    writeFileSync(join(root, 'build', 'example', 'example-older', 'table'), '', { mode: wideFile });
    await exampleCopy(about).keep(made);
    expect(openToOthers(join(root, 'build', 'example'))).toEqual([]);
    const folder = newFolder();
    expect(exampleCopy(about).restore(files(folder))).toBe(true);
    expect(openToOthers(folder)).toEqual([]);
  });
});
