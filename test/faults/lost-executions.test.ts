import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import { deeds } from '../support/history.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, complete, create, decide, locality, pass, review } from '../support/walk.ts';

describe('executions that were lost', () => {
  it('are started anew by the reconciler: the next generation, at the same visit, and no mail repeated', async () => {
    const here = await testApp();
    const id = await begin(here);
    await complete(here, id);
    const mails = here.mails.length;
    here.engine.lose();
    expect(await here.reconcile()).toMatchObject({ started: 1, stopped: 0 });
    await here.settle();
    expect(here.engine.status(`${id}.2`)).toBe('RUNNING');
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'capacity-building', visit: 1 }] });
    expect(here.mails).toHaveLength(mails);
    expect(await deeds(here, id)).toMatchObject({ repaired: 1, 'stage-opened': 1 });
    await pass(here, id);
  });

  it('are started anew in the middle of a stage with tracks, the one that was passed as passed', async () => {
    const here = await testApp();
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    await pass(here, id, 'multisector-actions');
    here.engine.lose();
    await here.reconcile();
    await here.settle();
    await pass(here, id, 'empowerment-models');
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'network-consolidation' }] });
  });

  it('do not lose a decision that was made meanwhile', async () => {
    const here = await testApp();
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    here.engine.lose();
    expect((await decide(here, id, {})).status).toBe(201);
    await here.settle();
    await here.reconcile();
    await here.settle();
    expect(await locality(here, id)).toMatchObject({
      current: [{ stage: 'territorial-targeting', visit: 1, gate: 'open' }],
    });
  });

  it('are no worse for a step that meets a conflict: it is tried again, and nobody goes on without it', async () => {
    const here = await testApp();
    const { open } = here.steps;
    let tries = 0;
    here.steps.open = async (input) => {
      tries += 1;
      if (tries < 3) throw new Conflict('the locality changed meanwhile');
      return open(input);
    };
    const id = await begin(here);
    expect(tries).toBe(3);
    expect(await locality(here, id)).toMatchObject({ current: [{ visit: 1, gate: 'open' }] });
  });

  it('are left alone while they may still be on their way', async () => {
    const here = await testApp();
    const id = await create(here);
    const { start } = here.engine.workflows;
    here.engine.workflows.start = async () => {};
    expect(await here.reconcile()).toEqual({ dispatched: 1, started: 0, stopped: 0 });
    here.engine.workflows.start = start;
    here.pass(6 / 1_440);
    expect(await here.reconcile()).toMatchObject({ started: 1 });
    await here.settle();
    expect(here.engine.names()).toEqual([`${id}.2`]);
  });

  it('of many localities are all started, in one run', async () => {
    const here = await testApp();
    for (let count = 0; count < 5; count += 1) await begin(here);
    here.engine.lose();
    expect((await here.reconcile()).started).toBe(5);
    await here.settle();
    expect(await here.reconcile()).toEqual({ dispatched: 0, started: 0, stopped: 0 });
  });
});

describe('executions that the table knows nothing of', () => {
  it('are stopped: of a locality that is not there, as after a restore', async () => {
    const here = await testApp();
    const id = await begin(here);
    const kept = await begin(here);
    const Key = { pk: 'LOCALITIES', sk: id };
    await here.table.client.send(new DeleteCommand({ TableName: here.table.name, Key }));
    expect(await here.reconcile()).toEqual({ dispatched: 0, started: 0, stopped: 1 });
    expect(here.engine.status(`${id}.1`)).toBe('ABORTED');
    expect(here.engine.status(`${kept}.1`)).toBe('RUNNING');
  });

  it('are stopped: of a locality on hold whose workflow did not hear of it', async () => {
    const here = await testApp();
    const id = await begin(here);
    here.engine.workflows.answer = async () => {};
    await decide(here, id, { outcome: 'hold' }, ana);
    await here.settle();
    expect(await here.reconcile()).toMatchObject({ stopped: 1 });
    expect(here.engine.status(`${id}.1`)).toBe('ABORTED');
  });

  it('are stopped: of an older generation, once the newer has had its time to take over', async () => {
    const here = await testApp();
    const id = await begin(here);
    const change = { locality: id, generation: 1 };
    await here.steps.handOver(change);
    await here.settle();
    expect(await here.reconcile()).toMatchObject({ stopped: 0 });
    here.pass(6 / 1_440);
    expect(await here.reconcile()).toMatchObject({ stopped: 1 });
    expect([1, 2].map((generation) => here.engine.status(`${id}.${generation}`))).toEqual([
      'ABORTED',
      'RUNNING',
    ]);
  });
});

describe('the reconciler', () => {
  it('finds nothing to do where nothing drifted, and writes nothing', async () => {
    const here = await testApp();
    const id = await begin(here);
    await pass(here, id);
    const before = await deeds(here, id);
    expect(await here.reconcile()).toEqual({ dispatched: 0, started: 0, stopped: 0 });
    expect(await deeds(here, id)).toEqual(before);
  });

  it('leaves localities alone whose programme is over', async () => {
    const here = await testApp();
    const id = await begin(here);
    await decide(here, id, { outcome: 'close' });
    await here.settle();
    here.pass(400);
    expect(await here.reconcile()).toEqual({ dispatched: 0, started: 0, stopped: 0 });
    expect(here.engine.names()).toEqual([`${id}.1`]);
  });
});
