import { startDynamoDb } from './dynamodb-server.ts';

/** One server for the whole run; each test makes a table of its own in it. A server given by the environment is used. */
export default async function setup() {
  if (process.env.DYNAMODB_ENDPOINT) return;
  const { endpoint, stop } = await startDynamoDb();
  process.env.DYNAMODB_ENDPOINT = endpoint;
  return stop;
}
