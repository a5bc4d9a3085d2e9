import { beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, pass, review } from '../support/walk.ts';

const [actions, models] = ['multisector-actions', 'empowerment-models'];
let here: TestApp;
let id: string;
beforeEach(async () => {
  here = await testApp();
  id = await begin(here, 'red-conectate');
  await pass(here, id);
});

async function returned(track: string | undefined, toStage?: string): Promise<void> {
  await complete(here, id, track);
  await review(here, id, track);
  expect((await decide(here, id, { outcome: 'return', track, toStage })).status).toBe(201);
  await here.settle();
}
const current = async () =>
  (await locality(here, id)).current.map(({ stage, track, visit }) => `${track ?? stage} ${visit}`);

describe('a return from one track', () => {
  it('to the same stage opens a new visit of that track, and the other goes on', async () => {
    await returned(actions);
    expect(await current()).toEqual([`${actions} 2`, `${models} 1`]);
    await pass(here, id, models);
    expect(await current()).toEqual([`${actions} 2`]);
    await pass(here, id, actions);
    expect(await current()).toEqual(['network-consolidation 1']);
    expect(here.engine.status(`${id}.1`)).toBe('RUNNING');
  });

  it('to an earlier stage leaves the stage as a whole; later both tracks open anew', async () => {
    await returned(actions, 'social-cohesion');
    expect(await current()).toEqual(['social-cohesion 2']);
    await pass(here, id);
    expect(await current()).toEqual([`${actions} 2`, `${models} 2`]);
    expect(here.engine.names()).toEqual([`${id}.1`]);
  });

  it('to an earlier stage opens anew the other track even where that was passed', async () => {
    await pass(here, id, models);
    await returned(actions, 'social-cohesion');
    await pass(here, id);
    expect(await current()).toEqual([`${actions} 2`, `${models} 2`]);
  });

  it('lets the stage be passed in the other order afterwards', async () => {
    await returned(models, 'social-cohesion');
    await pass(here, id);
    await pass(here, id, models);
    await pass(here, id, actions);
    await pass(here, id);
    expect(await locality(here, id)).toMatchObject({ status: 'completed' });
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
  });

  it('from the stage after leads back to both tracks', async () => {
    await pass(here, id, actions);
    await pass(here, id, models);
    await returned(undefined, 'citizen-activation');
    expect(await current()).toEqual([`${actions} 2`, `${models} 2`]);
  });
});
