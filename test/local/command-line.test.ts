import { spawnSync } from 'node:child_process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { run } from '../../etapas/program.ts';
import { linksOn } from '../../functions/runtime/links.ts';
import { apiClient } from '../../local/api-client.ts';
import { historyStore } from '../../store/history.ts';
import { type Table, tableOn } from '../../store/transaction.ts';
import { commandLineWords } from '../../words/languages.ts';
import { alter } from '../support/beside.ts';
import { testCredentials } from '../support/dynamodb-server.ts';
import { dataFolder, type EtapasProcess, startEtapas } from '../support/etapas-process.ts';
import { person } from '../support/people.ts';
import { municipality } from '../support/settings.ts';

const Info = z.object({ dynamodbEndpoint: z.url(), region: z.string(), tableName: z.string() });

let etapas: EtapasProcess;
let info: z.infer<typeof Info>;
let table: Table;
let id: string;
beforeAll(async () => {
  etapas = await startEtapas('--empty', '--port', '0', '--data', dataFolder());
  const api = apiClient(etapas.url);
  info = await api.local(Info, 'GET', '/local/info');
  const { dynamodbEndpoint: endpoint, region } = info;
  table = tableOn(new DynamoDBClient({ endpoint, region, credentials: testCredentials }), info.tableName);
  const boss = api.as({ user: 'direccion@juarez.example', role: 'administrator' });
  const locality = { name: 'Anapra', programme: 'convivir-mejor' };
  ({ id } = await boss(z.looseObject({ id: z.string() }), 'POST', '/api/localities', locality));
});
afterAll(async () => {
  await etapas.stop();
});

/** What is typed after `npm run etapas --`, and what comes of it. */
async function typed(line: string, environment: Record<string, string> = { LANG: 'es_MX.UTF-8' }) {
  const told: string[] = [];
  const warned: string[] = [];
  const exitCode = await run(line.split(' ').filter(Boolean), {
    environment,
    tell: (text) => told.push(text),
    warn: (text) => warned.push(text),
  });
  return { exitCode, told: told.join('\n'), warned: warned.join('\n') };
}

/** The program as npm starts it, with AWS clients that find this machine's table. */
function started(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['etapas/main.ts', ...args], {
    encoding: 'utf8',
    env: {
      LANG: 'en_US.UTF-8',
      AWS_REGION: info.region,
      AWS_ACCESS_KEY_ID: testCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: testCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: info.dynamodbEndpoint,
    },
  });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it('tells in the language of the environment, or the one asked for, what every command does', async () => {
    for (const [environment, line, language] of [
      [{ LANG: 'es_MX.UTF-8' }, '--help', 'es'],
      [{ LANG: 'en_US.UTF-8' }, '--help', 'en'],
      [{ LANG: 'en_US.UTF-8', LC_ALL: 'es_MX.UTF-8' }, '--help', 'es'],
      [{ LANG: 'C' }, '--help', 'es'],
      [{ LANG: 'es_MX.UTF-8' }, '--lang en --help', 'en'],
      [{ LANG: 'en' }, '--help --lang=es', 'es'],
    ] as const) {
      const { exitCode, told } = await typed(line, environment);
      const words = commandLineWords[language];
      expect(exitCode).toBe(0);
      expect(told.split('\n')[0]).toBe(`${words.titles['Usage:']} etapas ${words.usage}`);
      for (const name of Object.keys(words.commands)) expect(told).toContain(`  ${name.split(' ')[0]}`);
      for (const [name, text] of Object.entries(words.commands)) {
        const help = await typed(`${name} --help --lang ${language}`);
        expect(help.told.replace(/\s+/g, ' ')).toContain(text);
        expect(help.exitCode).toBe(0);
      }
    }
  });

  it.each([
    ['', 'Falta la orden. Vea --help.'],
    ['nada', 'No existe la orden nada. Vea --help.'],
    ['verify --nada', 'No existe la opción --nada. Vea --help.'],
    ['verify --at', 'A la opción --at <url> le falta su valor. Vea --help.'],
    ['verify --at ftp://x', 'El valor de --at no sirve. Vea --help.'],
    ['verify --region mx-central-1', '--files y --region acompañan a --table. Vea --help.'],
    ['verify --at http://x --table etapas', 'Estas opciones no van juntas: --at, --table. Vea --help.'],
    ['verify de más', 'Sobran argumentos. Vea --help.'],
    ['verify --lang fr', 'El idioma es «es» o «en». Vea --help.'],
  ])('ends with 2 for what is not written right: %s', async (line, error) => {
    expect(await typed(line)).toEqual({ exitCode: 2, told: '', warned: `etapas: ${error}` });
    const { exitCode, told, warned } = await typed(
      `${line} --json`.trim().replace('--at --json', '--json --at'),
    );
    expect({ exitCode, warned }).toEqual({ exitCode: 2, warned: '' });
    expect(JSON.parse(told)).toEqual({ exitCode: 2, error });
  });

  it('ends with 3 where no installation answers, or none of this machine', async () => {
    const nobody = await typed('verify --at http://127.0.0.1:1');
    expect(nobody).toMatchObject({ exitCode: 3, warned: expect.stringContaining('No responde') });
    const other = await typed(`verify --at ${etapas.url}/oidc --lang en`);
    expect(other).toMatchObject({
      exitCode: 3,
      warned: expect.stringContaining('For one in AWS name --table'),
    });
  });
});

describe('verify', () => {
  it('finds an installation sound, by its interface and by its table', async () => {
    const asked = await typed(`verify --at ${etapas.url}`);
    expect(asked).toEqual({
      exitCode: 0,
      told: 'Todo concuerda: 1 historial comprobado, sin fallas.',
      warned: '',
    });
    expect(JSON.parse((await typed(`verify --at ${etapas.url} --json`)).told)).toEqual({
      exitCode: 0,
      checked: 1,
      anchors: true,
      findings: [],
    });
    const { status, stdout } = started('verify', '--table', info.tableName);
    expect(status).toBe(0);
    expect(stdout).toBe(
      'All agrees: 1 history checked, nothing wrong.\nWithout --files no anchors were compared: it is not known whether some history lacks its end.\n',
    );
  });

  it('ends with 1 and names what was altered beside the commands, in words and as data', async () => {
    await alter(table, { pk: 'LOCALITIES', sk: id }, ['name'], 'Otra');
    const finding = { kind: 'locality', id, code: 'item-altered', about: 'locality' };
    const asked = await typed(`verify --at ${etapas.url}`);
    expect(asked).toEqual({
      exitCode: 1,
      told: `Se encontró 1 falla:\n- Localidad ${id}: El registro «locality» fue alterado después de escribirse.`,
      warned: '',
    });
    const { status, stdout } = started('verify', '--table', info.tableName, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ exitCode: 1, checked: 1, anchors: false, findings: [finding] });
    await alter(table, { pk: 'LOCALITIES', sk: id }, ['name'], 'Anapra');
    expect((await typed(`verify --at ${etapas.url}`)).exitCode).toBe(0);
  });
});

describe('keys rotate', () => {
  it('makes the key that signs from then on; links that were mailed go on working, and the history tells who did it', async () => {
    const { data: told } = z
      .object({ now: z.string() })
      .safeParse(await (await fetch(`${etapas.url}/local/clock`)).json());
    const clock = () => new Date(told?.now ?? '');
    const here = { table, municipality: municipality(), clock };
    const rosa = await person(here, 'rosa');
    const links = () => linksOn({ ...here, publicUrl: etapas.url });
    const old = await links().urlFor('commitments', rosa);
    expect((await fetch(old)).status).toBe(200);
    const asked = await typed(`keys rotate --at ${etapas.url} --by sistemas`);
    expect(asked).toEqual({
      exitCode: 0,
      told: 'La clave 2 firma los enlaces desde ahora.\nSiguen comprobando enlaces anteriores: 1.\nEn cinco minutos la usan todas las funciones.',
      warned: '',
    });
    const { status, stdout } = started(
      'keys',
      'rotate',
      '--table',
      info.tableName,
      '--by',
      'sistemas',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ exitCode: 0, version: 3, kept: [2, 1], removed: [] });
    const fresh = await links().urlFor('commitments', rosa);
    expect(decodeProtectedHeader(fresh.split('/').at(-1) ?? '').kid).toBe('3');
    // A key that a function has not heard of is looked for every ten seconds at most.
    await apiClient(etapas.url).local(z.unknown(), 'POST', '/local/clock', { advance: 'PT1M' });
    for (const link of [old, fresh]) expect((await fetch(link)).status).toBe(200);
    expect(await historyStore(table).all('MUNICIPALITY#WORK')).toMatchObject([
      { actor: 'sistemas', action: 'link-key-rotated', detail: { version: 2 } },
      { actor: 'sistemas', action: 'link-key-rotated', detail: { version: 3 } },
    ]);
    const dropped = await typed(`keys rotate --at ${etapas.url} --by sistemas --drop-older --lang en`);
    expect(dropped.told).toContain('Removed: 3, 2, 1. Links that were sent stop working.');
    await apiClient(etapas.url).local(z.unknown(), 'POST', '/local/clock', { advance: 'PT6M' });
    expect((await fetch(old)).status).toBe(403);
    expect((await typed(`verify --at ${etapas.url}`)).exitCode).toBe(0);
  });

  it('takes no name that is none', async () => {
    expect(await typed(`keys rotate --at ${etapas.url} --by <yo>`)).toMatchObject({ exitCode: 2 });
    expect(await typed('keys --lang en')).toMatchObject({
      exitCode: 2,
      warned: 'etapas: The command is missing. See --help.',
    });
    expect(await typed('keys nada')).toMatchObject({ exitCode: 2 });
  });
});
