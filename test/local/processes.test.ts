import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SendEmailCommand } from '@aws-sdk/client-ses';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { Mail } from '../../local/mail/store.ts';
import { clientsOf, municipality, newFolder, read, startFixture } from './fixture/machine.ts';

const root = join(import.meta.dirname, '..', '..');

/** Runs a script of the project; ended with the test. */
function run(script: string, ...options: string[]) {
  // Without the server that other tests share: each machine here has its own.
  const { DYNAMODB_ENDPOINT: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, script), ...options], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.error += chunk;
  });
  return { child, said };
}

const end = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
};

const serverOf = (dataFolder: string) => Number(readFileSync(join(dataFolder, 'dynamodb.pid'), 'utf8'));
const lives = (id: number) => {
  try {
    // A process that nobody has collected yet is as dead as one that is gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('killed by -9, it leaves no process behind, and keeps its mails, its executions and its time', async () => {
  const dataFolder = newFolder();
  const { child, said } = run('test/local/fixture/run.ts', dataFolder);
  await expect.poll(() => said.out).toContain('ready');
  const url = said.out.trim().replace('ready: ', '');
  const before = await clientsOf({ url });
  const stateMachineArn = before.info.stateMachines.walk;
  const input = JSON.stringify({ key: 'k', failures: 0, seconds: 1000 });
  const { executionArn } = await before.sfn.send(
    new StartExecutionCommand({ stateMachineArn, name: 'a.1', input }),
  );
  const { now } = await read(
    z.object({ now: z.string() }),
    fetch(`${url}/local/clock`, { method: 'POST', body: '{"advance":"P40D"}' }),
  );
  const started = await before.sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'a.2', input }));
  await before.ses.send(
    new SendEmailCommand({
      Source: 'etapas@fixture.example',
      Destination: { ToAddresses: ['ana@fixture.example'] },
      Message: { Subject: { Data: 'último' }, Body: { Text: { Data: 'x' } } },
    }),
  );
  const server = serverOf(dataFolder);
  expect(lives(server)).toBe(true);
  child.kill('SIGKILL');
  await end(child);
  await expect.poll(() => lives(server)).toBe(false);

  const runner = await startFixture({ dataFolder });
  onTestFinished(() => runner.stop());
  const { sfn } = await clientsOf(runner);
  expect(await read(z.array(Mail), fetch(`${runner.url}/local/mailbox`))).toMatchObject([
    { subject: 'último' },
  ]);
  expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'SUCCEEDED',
  });
  const aborted = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }));
  expect(aborted.executions).toMatchObject([{ executionArn: started.executionArn, name: 'a.2' }]);
  const { events } = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn: started.executionArn, reverseOrder: true }),
  );
  expect(events?.[0]?.type).toBe('ExecutionAborted');
  expect(runner.clock.now()).toBeGreaterThanOrEqual(Date.parse(now));
});

test('the table server is started again when it dies, with everything in it', async () => {
  const dataFolder = newFolder();
  const deaths: string[] = [];
  const runner = await startFixture({ dataFolder, failed: (line) => deaths.push(line) });
  onTestFinished(() => runner.stop());
  const first = serverOf(dataFolder);
  process.kill(first, 'SIGKILL');
  await expect.poll(() => serverOf(dataFolder)).not.toBe(first);
  await runner.settle();
  const { sfn, info } = await clientsOf(runner);
  const input = JSON.stringify({ key: 'after', failures: 0, seconds: 1000 });
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn: info.stateMachines.walk, input }),
  );
  const submitted = async () => {
    const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    return events?.map(({ type }) => type);
  };
  await expect.poll(submitted).toContain('TaskSubmitted');
  expect(deaths).toEqual(['the table server ended; it is started again']);
});

test('two runners on one folder: the second is refused, and may have it when the first has ended', async () => {
  const dataFolder = newFolder();
  const first = await startFixture({ dataFolder });
  await expect(startFixture({ dataFolder })).rejects.toThrow(`another Etapas is running on ${dataFolder}`);
  await first.stop();
  await (await startFixture({ dataFolder })).stop();
});

test('a folder belongs to one municipality', async () => {
  const dataFolder = newFolder();
  await (await startFixture({ dataFolder })).stop();
  // The name alone is asked for; the assembly stays the fixture's.
  const other = { ...municipality, id: 'fixture-' };
  await expect(startFixture({ dataFolder, municipality: other })).rejects.toThrow(
    /no stack|holds the data of/,
  );
});

test('an example is made on the first start of an empty folder only, and anew when that start did not end well', async () => {
  const dataFolder = newFolder();
  const seeded: string[] = [];
  const startAt = Date.parse('2026-01-05T09:00:00Z');
  const breaking = { startAt, seed: async () => Promise.reject(new Error('half-way')) };
  await expect(startFixture({ dataFolder, example: breaking })).rejects.toThrow('half-way');
  const example = {
    startAt,
    seed: async ({ clock }: { clock: { now(): number } }) => {
      seeded.push(new Date(clock.now()).toISOString().slice(0, 10));
    },
  };
  await (await startFixture({ dataFolder, example })).stop();
  await (await startFixture({ dataFolder, example })).stop();
  expect(seeded).toEqual(['2026-01-05']);
  await (await startFixture({ dataFolder, example, fresh: true })).stop();
  expect(seeded).toHaveLength(2);
});

test('emptying a folder touches nothing that is not the runner’s own', async () => {
  const dataFolder = newFolder();
  writeFileSync(join(dataFolder, 'thesis.txt'), 'years of work');
  mkdirSync(join(dataFolder, 'photos'));
  await (await startFixture({ dataFolder, fresh: true })).stop();
  expect(readFileSync(join(dataFolder, 'thesis.txt'), 'utf8')).toBe('years of work');
  expect(existsSync(join(dataFolder, 'photos'))).toBe(true);
});

test('npm start ends with exit code 0 on SIGTERM and takes the table server with it', async () => {
  const dataFolder = newFolder();
  const { child, said } = run('local/main.ts', '--port', '0', '--data', dataFolder, '--empty');
  await expect.poll(() => said.out).toMatch(/^Etapas is ready: http:\/\/127\.0\.0\.1:\d+$/m);
  const server = serverOf(dataFolder);
  child.kill('SIGTERM');
  expect(await end(child)).toBe(0);
  expect(lives(server)).toBe(false);
  expect(said.error).toBe('');
});

test.each(['18.20.4', '20.20.2', '22.3.0'])(
  'under Node %s, local/main.ts says which Node it needs',
  async (version) => {
    // What a Node that knows no TypeScript does: it reads the file as JavaScript, or not at all.
    const older = join(newFolder(), 'older.cjs');
    const versions = `{ ...process.versions, node: '${version}' }`;
    writeFileSync(
      older,
      `Object.defineProperty(process, 'versions', { value: ${versions} });
       Object.defineProperty(process, 'version', { value: 'v${version}' });`,
    );
    const child = spawn(
      process.execPath,
      ['--no-strip-types', '--require', older, join(root, 'local/main.ts'), '--port', '0'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const said = (await child.stderr.toArray()).join('');
    expect(await end(child)).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(`it needs Node 24 or newer, and this is v${version}; npm start brings`);
    expect(said).toContain('npm start trae el adecuado');
  },
);

async function refusalOf(...options: string[]) {
  const { child, said } = run('local/main.ts', '--data', newFolder(), ...options);
  const code = await end(child);
  expect(said.error.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
  return said.error;
}

test.each([
  ['an unknown option', ['--nope'], '--nope'],
  ['a port that is none', ['--port', 'abc'], '--port: must be a port from 0 to 65535'],
  ['a municipality that is none', ['--municipality', 'atlantis'], 'no municipality "atlantis"'],
  [
    'a folder that cannot be written',
    ['--data', '/proc/etapas'],
    'the data folder /proc/etapas cannot be written',
  ],
])('%s ends npm start with one clear line', async (_, options, message) => {
  expect(await refusalOf(...options)).toContain(message);
});

test('a port in use ends npm start with one clear line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  expect(await refusalOf('--port', String(port))).toContain(`port ${port} is in use`);
});

test('an execution that runs when the machine is stopped is aborted, not failed, whatever its step was doing', async () => {
  const dataFolder = newFolder();
  const runner = await startFixture({ dataFolder });
  const { sfn, info } = await clientsOf(runner);
  const stateMachineArn = info.stateMachines.walk;
  const input = JSON.stringify({ key: 'k', failures: 3, seconds: 1000 });
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input }));
  await runner.stop();
  const later = await startFixture({ dataFolder });
  onTestFinished(() => later.stop());
  const after = await clientsOf(later);
  expect(await after.sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'ABORTED',
  });
});
