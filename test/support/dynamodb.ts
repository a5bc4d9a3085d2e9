import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a DynamoDB-compatible server listens during the test run. */
    dynamodb: string;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function ready(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 30,
  });
  await client.send(new ListTablesCommand({}));
  client.destroy();
}

/** Starts one server, in memory, for the whole run; each test makes a table of its own in it. */
export default async function setup(project: TestProject) {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return project.provide('dynamodb', given);
  const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  const port = await freePort();
  const server: ChildProcess = spawn(binary, ['--port', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await ready(endpoint);
  project.provide('dynamodb', endpoint);
  return () => {
    server.kill();
  };
}
