import { beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from '../support/items.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, pass, review } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

async function handedOver(id: string): Promise<void> {
  here.engine.timeOut(id);
  await here.settle();
}

describe('an execution whose gate has waited as long as it may', () => {
  it('hands over: the same visit stays open, a generation further, and no mail is repeated', async () => {
    const id = await begin(here);
    await complete(here, id);
    const [before, mails] = [await locality(here, id), here.mails.length];
    await handedOver(id);
    expect((await locality(here, id)).current).toEqual(before.current);
    expect(here.mails).toHaveLength(mails);
    expect(here.engine.states(`${id}.1`).slice(-2)).toEqual(['Hand over', 'HandedOver']);
    expect([1, 2].map((generation) => here.engine.status(`${id}.${generation}`))).toEqual([
      'SUCCEEDED',
      'RUNNING',
    ]);
    const [entry, ...more] = (await itemsOf(here.table, id, 'HISTORY#')).filter(
      ({ action }) => action === 'handed-over',
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ actor: 'etapas', detail: { stage: 'capacity-building', generation: 2 } });
  });

  it('loses nothing that was recorded, and the next one goes on from there', async () => {
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await handedOver(id);
    expect((await decide(here, id, {})).status).toBe(201);
    await here.settle();
    expect(await locality(here, id)).toMatchObject({
      current: [{ stage: 'territorial-targeting', visit: 1 }],
    });
    expect(here.engine.states(`${id}.2`)).toContain('Capacity building');
  });

  it('hands over a later stage without passing through the earlier ones again', async () => {
    const id = await begin(here);
    await pass(here, id);
    await handedOver(id);
    expect(here.engine.states(`${id}.2`).slice(0, 2)).toEqual(['Resume at', 'Territorial targeting']);
  });

  it('hands over as often as it takes', async () => {
    const id = await begin(here);
    for (let time = 0; time < 3; time += 1) await handedOver(id);
    expect(here.engine.status(`${id}.4`)).toBe('RUNNING');
    expect(await locality(here, id)).toMatchObject({ current: [{ visit: 1 }] });
    await pass(here, id);
  });

  it('hands over a stage with tracks as a whole', async () => {
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    const [before, mails] = [await locality(here, id), here.mails.length];
    await handedOver(id);
    expect((await locality(here, id)).current).toEqual(before.current);
    expect(here.mails).toHaveLength(mails);
    expect(here.engine.states(`${id}.1`).slice(-2)).toEqual(['Hand over', 'HandedOver']);
    expect(here.engine.names().filter((name) => name.startsWith(id))).toEqual([`${id}.1`, `${id}.2`]);
  });

  it('hands over a stage with one track passed, which stays passed', async () => {
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    await pass(here, id, 'empowerment-models');
    await handedOver(id);
    expect(await locality(here, id)).toMatchObject({ current: [{ track: 'multisector-actions', visit: 1 }] });
    expect(here.engine.states(`${id}.2`)).toContain('Empowerment models: passed');
    await pass(here, id, 'multisector-actions');
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'network-consolidation' }] });
  });
});
