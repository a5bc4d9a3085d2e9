import {
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { workflowsOn } from '../../functions/events/workflows.ts';
import { deeds } from '../support/history.ts';
import { testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, pass, review } from '../support/walk.ts';

const prefix = 'arn:aws:states:us-east-1:000000000000:stateMachine:etapas-juarez-';
const told = { kind: 'answer-gate', token: 'a token', answer: { outcome: 'advance' } } as const;
const metadata = { $metadata: {}, message: 'gone' };

describe('6: a stale or timed-out token', () => {
  it.each([new TaskTimedOut(metadata), new TaskDoesNotExist(metadata), new InvalidToken(metadata)])(
    'is nothing to be done any more: $name',
    async (error) => {
      const client = mockClient(SFNClient);
      client.on(SendTaskSuccessCommand).rejects(error);
      await workflowsOn(new SFNClient(), prefix).answer(told);
      expect(client.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
        taskToken: 'a token',
        output: '{"outcome":"advance"}',
      });
      client.restore();
    },
  );

  it('is told apart from a service that is out of reach, which is tried again', async () => {
    const client = mockClient(SFNClient);
    client.on(SendTaskSuccessCommand).rejects(new Error('no connection'));
    await expect(workflowsOn(new SFNClient(), prefix).answer(told)).rejects.toThrow('no connection');
    client.restore();
  });

  it('loses no state: a decision made as the gate times out is found by the next generation', async () => {
    const here = await testApp();
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await here.settle();
    expect((await decide(here, id, {})).status).toBe(201);
    here.engine.timeOut(id);
    await here.settle();
    expect(await locality(here, id)).toMatchObject({
      status: 'active',
      current: [{ stage: 'territorial-targeting', visit: 1 }],
    });
    expect(await deeds(here, id)).toMatchObject({ 'gate-decided': 1, 'handed-over': 1, 'stage-opened': 2 });
    await pass(here, id);
  });

  it('loses no state: nor does one made while the gate is being handed over', async () => {
    const here = await testApp();
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await here.settle();
    here.engine.timeOut(id);
    const decided = await decide(here, id, { outcome: 'return' });
    await here.settle();
    expect(decided.status).toBe(201);
    expect(await locality(here, id)).toMatchObject({
      current: [{ stage: 'capacity-building', visit: 2, gate: 'open' }],
    });
  });

  it('of a generation that was overtaken arms no gate: its execution ends as superseded', async () => {
    const here = await testApp();
    const id = await begin(here);
    const { programme } = await here.api.localities.get(id);
    here.engine.timeOut(id);
    await here.settle();
    const late = {
      locality: id,
      generation: 1,
      stage: 'capacity-building',
      startedAt: here.clock().toISOString(),
    };
    await expect(here.steps.open(late)).rejects.toThrow('generation 2 has taken over');
    const gate = {
      ...late,
      visit: 1,
      definition: here.api.programmes.exact(programme).definition,
      token: 'late',
    };
    await expect(here.steps.arm(gate)).rejects.toThrow('generation 2 has taken over');
    await pass(here, id);
  });
});
