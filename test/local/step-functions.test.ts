import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Runner } from '../../local/runner.ts';
import { clientsOf, startFixture } from './fixture/machine.ts';

const day = 24 * 3600;
let runner: Runner;
let sfn: SFNClient;
let dynamodb: DynamoDBClient;
let machines: Record<string, string>;

beforeAll(async () => {
  runner = await startFixture();
  const clients = await clientsOf(runner);
  ({ sfn, dynamodb } = clients);
  machines = clients.info.stateMachines;
});
afterAll(() => runner.stop());

let last = 0;
const newKey = () => `key-${++last}`;

interface Start {
  machine?: string;
  name?: string;
  key?: string;
  failures?: number;
  seconds?: number;
}

async function start({
  machine = 'walk',
  name,
  key = newKey(),
  failures = 0,
  seconds = 330 * day,
}: Start = {}) {
  const input = JSON.stringify({ key, failures, seconds });
  const { executionArn = '', startDate } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn: machines[machine], name, input }),
  );
  return { arn: executionArn, startDate, key, input };
}

const describe = (arn: string) => sfn.send(new DescribeExecutionCommand({ executionArn: arn }));
const succeed = (taskToken: string, output: object) =>
  sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));

/** The token that a gate stored, once it has a newer one than the given. */
async function tokenOf(key: string, before = ''): Promise<string> {
  let token = before;
  await expect
    .poll(
      async () => {
        const Key = { pk: { S: `token#${key}` }, sk: { S: 'token' } };
        const { Item } = await dynamodb.send(
          new GetItemCommand({ TableName: 'etapas-fixture-data-Table', Key, ConsistentRead: true }),
        );
        token = Item?.token?.S ?? before;
        return token;
      },
      { interval: 5 },
    )
    .not.toBe(before);
  return token;
}

async function endOf(arn: string) {
  await expect.poll(async () => (await describe(arn)).status, { interval: 5 }).not.toBe('RUNNING');
  return describe(arn);
}

async function history(arn: string, options: { maxResults?: number; reverseOrder?: boolean } = {}) {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await sfn.send(new GetExecutionHistoryCommand({ executionArn: arn, nextToken, ...options }));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return events;
}

const labels = (events: HistoryEvent[]) =>
  events.map(({ type, stateEnteredEventDetails: entered, stateExitedEventDetails: exited }) =>
    [type, entered?.name ?? exited?.name].filter(Boolean).join(' '),
  );

test('starting the same twice is one start; other input, or an ended one, is refused', async () => {
  const name = 'locality.1';
  const first = await start({ name });
  const again = await start({ name, key: first.key });
  expect(again).toEqual(first);
  await expect(start({ name })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await succeed(await tokenOf(first.key), { outcome: 'advance' });
  await endOf(first.arn);
  await expect(start({ name, key: first.key })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('a gate waits for its token, is passed by it once, and its history reads as in the cloud', async () => {
  const { arn, key } = await start();
  const token = await tokenOf(key);
  await sfn.send(new SendTaskHeartbeatCommand({ taskToken: token }));
  expect(await describe(arn)).toMatchObject({ status: 'RUNNING', stateMachineArn: machines.walk });
  // The token is known before the function that tells it has ended; the task is submitted when it has.
  await expect.poll(async () => labels(await history(arn)), { interval: 5 }).toContain('TaskSubmitted');
  await succeed(token, { outcome: 'advance' });
  const end = await endOf(arn);
  expect(end).toMatchObject({ status: 'SUCCEEDED', redriveCount: 0 });
  expect(JSON.parse(end.output ?? '').decision).toEqual({ outcome: 'advance' });
  await expect(succeed(token, { outcome: 'advance' })).rejects.toMatchObject({ name: 'TaskTimedOut' });

  const events = await history(arn);
  expect(labels(events)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered Open',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited Open',
    'TaskStateEntered Gate',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited Gate',
    'ChoiceStateEntered Decided',
    'ChoiceStateExited Decided',
    'SucceedStateEntered Completed',
    'SucceedStateExited Completed',
    'ExecutionSucceeded',
  ]);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => at + 1));
  expect(JSON.stringify(events)).not.toContain(token);
  expect(labels(await history(arn, { maxResults: 3, reverseOrder: true }))).toEqual(labels(events).reverse());
});

test('every evaluation of a gate has a token of its own', async () => {
  const { arn, key } = await start();
  const first = await tokenOf(key);
  await succeed(first, { outcome: 'again' });
  const second = await tokenOf(key, first);
  await expect(succeed(first, { outcome: 'advance' })).rejects.toMatchObject({ name: 'TaskTimedOut' });
  await succeed(second, { outcome: 'advance' });
  expect((await endOf(arn)).status).toBe('SUCCEEDED');
});

test('a gate of 330 days ends by States.Timeout when the clock has passed them, and not a day earlier', async () => {
  const { arn, key, startDate } = await start();
  const token = await tokenOf(key);
  const from = runner.clock.now();
  await runner.clock.moveTo(from + 329 * day * 1000);
  expect((await describe(arn)).status).toBe('RUNNING');
  await runner.clock.moveTo(from + 331 * day * 1000);
  const end = await describe(arn);
  expect(end.status).toBe('SUCCEEDED');
  expect(JSON.parse(end.output ?? '')).toMatchObject({
    error: { Error: 'States.Timeout' },
    open: { startedAt: startDate?.toISOString() },
  });
  const days = (Number(end.stopDate) - Number(end.startDate)) / day / 1000;
  expect(Math.round(days)).toBe(330);
  expect(labels(await history(arn))).toContain('TaskTimedOut');
  await expect(succeed(token, {})).rejects.toMatchObject({ name: 'TaskTimedOut' });
});

test('an execution that would last longer than a year is ended, as in the cloud', async () => {
  const { arn, key } = await start({ seconds: 400 * day });
  await tokenOf(key);
  await runner.clock.moveTo(runner.clock.now() + 366 * day * 1000);
  expect((await describe(arn)).status).toBe('TIMED_OUT');
  expect(labels(await history(arn)).at(-1)).toBe('ExecutionTimedOut');
});

test('a step is tried again as often as its Retry says, and then caught', async () => {
  const { arn, key } = await start({ failures: 3 });
  await succeed(await tokenOf(key), { outcome: 'advance' });
  expect(JSON.parse((await endOf(arn)).output ?? '').open.attempt).toBe(4);
  const hopeless = await endOf((await start({ failures: 4 })).arn);
  expect(hopeless).toMatchObject({ status: 'FAILED', error: 'StepFailed', cause: 'for good' });
  expect(
    labels(await history(hopeless.executionArn ?? '')).filter((type) => type === 'TaskFailed'),
  ).toHaveLength(4);
});

test('SendTaskFailure fails the task under its own name', async () => {
  const { arn, key } = await start();
  const taskToken = await tokenOf(key);
  await sfn.send(new SendTaskFailureCommand({ taskToken, error: 'Broken', cause: 'a wire' }));
  expect(await endOf(arn)).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'a wire' });
});

test('two tracks wait side by side, each at its own token', async () => {
  const { arn, key } = await start({ machine: 'tracks' });
  const north = await tokenOf(`${key}-north`);
  const south = await tokenOf(`${key}-south`);
  expect(north).not.toBe(south);
  await succeed(south, { outcome: 'advance' });
  expect((await describe(arn)).status).toBe('RUNNING');
  await succeed(north, { outcome: 'advance' });
  const { tracks } = JSON.parse((await endOf(arn)).output ?? '');
  expect(tracks).toHaveLength(2);
  const types = labels(await history(arn));
  expect(types).toContain('ParallelStateStarted');
  expect(types.at(-1)).toBe('ExecutionSucceeded');
  expect(types.indexOf('SucceedStateExited north passed')).toBeLessThan(
    types.indexOf('ParallelStateExited Both'),
  );
});

test('leaving one track leaves the other, whose token is dead', async () => {
  const { arn, key } = await start({ machine: 'tracks' });
  const north = await tokenOf(`${key}-north`);
  const south = await tokenOf(`${key}-south`);
  await succeed(north, { outcome: 'leave' });
  const end = await endOf(arn);
  expect(end.status).toBe('SUCCEEDED');
  expect(JSON.parse(end.output ?? '').left).toEqual({ Error: 'StageLeft', Cause: 'north' });
  await expect(succeed(south, {})).rejects.toMatchObject({ name: 'TaskTimedOut' });
});

test('a time-out in one track is caught for the stage', async () => {
  const { arn, key } = await start({ machine: 'tracks', seconds: 10 * day });
  await tokenOf(`${key}-north`);
  await tokenOf(`${key}-south`);
  await runner.clock.moveTo(runner.clock.now() + 11 * day * 1000);
  const end = await describe(arn);
  expect(end.status).toBe('SUCCEEDED');
  expect(JSON.parse(end.output ?? '').error.Error).toBe('States.Timeout');
});

test('a stopped execution is aborted at once and its token is dead', async () => {
  const { arn, key } = await start();
  const token = await tokenOf(key);
  await sfn.send(new StopExecutionCommand({ executionArn: arn, error: 'Drift', cause: 'the table says so' }));
  expect(await describe(arn)).toMatchObject({
    status: 'ABORTED',
    error: 'Drift',
    cause: 'the table says so',
  });
  await expect(succeed(token, {})).rejects.toMatchObject({ name: 'TaskTimedOut' });
  expect(labels(await history(arn)).at(-1)).toBe('ExecutionAborted');
  await expect(sfn.send(new StopExecutionCommand({ executionArn: arn }))).resolves.toHaveProperty('stopDate');
});

test('executions are listed newest first, by status and by page', async () => {
  const stateMachineArn = machines['walk.v1'];
  const started: string[] = [];
  for (let n = 0; n < 7; n += 1) started.unshift((await start({ machine: 'walk.v1' })).arn);
  await sfn.send(new StopExecutionCommand({ executionArn: started[2] }));
  const listed: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn, maxResults: 3, statusFilter: 'RUNNING', nextToken }),
    );
    listed.push(...(page.executions ?? []).map(({ executionArn }) => executionArn));
    nextToken = page.nextToken;
  } while (nextToken);
  expect(listed).toEqual(started.filter((_, at) => at !== 2));
  const all = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
  expect(all.executions).toHaveLength(7);
});

test('state machines are listed and show the definition they were synthesized with', async () => {
  const { stateMachines } = await sfn.send(new ListStateMachinesCommand({}));
  expect(stateMachines?.map(({ name }) => name)).toEqual(
    ['walk-v1', 'walk-v2', 'tracks-v1'].map((name) => `etapas-fixture-${name}`),
  );
  const shown = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: machines.walk }));
  expect(shown).toMatchObject({ status: 'ACTIVE', type: 'STANDARD' });
  expect(JSON.parse(shown.definition ?? '').States.Gate.TimeoutSecondsPath).toBe('$.seconds');
});

test.each([
  [
    'StateMachineDoesNotExist',
    () => sfn.send(new StartExecutionCommand({ stateMachineArn: `${machines.walk}x` })),
  ],
  ['InvalidName', () => start({ name: 'a b' })],
  ['InvalidName', () => start({ name: 'a'.repeat(81) })],
  [
    'InvalidExecutionInput',
    () => sfn.send(new StartExecutionCommand({ stateMachineArn: machines.walk, input: '{' })),
  ],
  ['ExecutionDoesNotExist', () => describe(`${machines.walk}:none`)],
  ['InvalidToken', () => succeed('nonsense', {})],
  ['TaskDoesNotExist', () => succeed(Buffer.from('arn:aws:states:x|secret').toString('base64url'), {})],
])('%s is told by its name', async (name, call) => {
  await expect(call()).rejects.toMatchObject({ name });
});
