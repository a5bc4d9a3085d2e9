import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { freePort } from '../../local/free-port.ts';

export const testCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Starts a DynamoDB-compatible server, in memory, and waits until it answers. */
export async function startDynamoDb() {
  const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  const port = await freePort();
  const server = spawn(binary, ['--port', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: testCredentials,
    maxAttempts: 30,
  });
  await client.send(new ListTablesCommand({}));
  client.destroy();
  return { endpoint, stop: () => server.kill() };
}
