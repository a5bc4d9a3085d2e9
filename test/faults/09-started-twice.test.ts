import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { startExecution } from '../../domain/change.ts';
import { workflowsOn } from '../../functions/events/workflows.ts';
import { deeds } from '../support/history.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, locality } from '../support/walk.ts';

const prefix = 'arn:aws:states:us-east-1:000000000000:stateMachine:etapas-juarez-';
const start = {
  kind: 'start-execution',
  programme: { id: 'convivir-mejor', version: 1 },
  generation: 3,
  stage: 'implementation',
} as const;

it('9: an execution goes by a name that follows from the locality and its generation', async () => {
  const client = mockClient(SFNClient);
  await workflowsOn(new SFNClient(), prefix).start('anapra', start);
  expect(client.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
    stateMachineArn: `${prefix}convivir-mejor-v1`,
    name: 'anapra.3',
    input: '{"locality":"anapra","generation":3,"stage":"implementation"}',
  });
  client.restore();
});

it('9: StartExecution twice: one execution, and no error where the first has ended already', async () => {
  const client = mockClient(SFNClient);
  client.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ $metadata: {}, message: 'exists' }));
  await workflowsOn(new SFNClient(), prefix).start('anapra', start);
  client.on(StartExecutionCommand).rejects(new Error('throttled'));
  await expect(workflowsOn(new SFNClient(), prefix).start('anapra', start)).rejects.toThrow('throttled');
  client.restore();
});

it('9: the same outbox message dispatched again starts nothing and opens nothing', async () => {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  const id = await begin(here);
  const message = startExecution(await here.api.localities.get(id));
  for (const again of ['again', 'and-again'])
    await here.dispatch.outbox.queue(id, again, message, here.clock().toISOString());
  await here.settle();
  expect(here.engine.names()).toEqual([`${id}.1`]);
  expect(await deeds(here, id)).toMatchObject({ 'stage-opened': 1, 'mail-sent': 2 });
});

it('9: an outbox message that comes late starts a generation that finds itself overtaken, and changes nothing', async () => {
  const here = await testApp();
  const id = await begin(here);
  const late = startExecution(await here.api.localities.get(id));
  here.engine.timeOut(id);
  await here.settle();
  const before = await deeds(here, id);
  if (late.kind !== 'start-execution') throw new Error('a start');
  await here.engine.workflows.start(id, { ...late, generation: 9 });
  await here.settle();
  expect(here.engine.states(`${id}.9`).at(-1)).toBe('Superseded');
  expect(await deeds(here, id)).toEqual(before);
  expect(await locality(here, id)).toMatchObject({ current: [{ visit: 1 }] });
});
