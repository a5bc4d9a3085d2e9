import { describe, expect, it } from 'vitest';
import { deeds } from '../support/history.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, complete, decide, locality, pass, review } from '../support/walk.ts';

const dayInSeconds = 86_400;

describe('8: programmes that run for years', () => {
  it('a gate waits to day 330 of its execution, however late in it the stage is opened', async () => {
    const here = await testApp();
    const id = await begin(here);
    const started = here.clock();
    for (const day of [0, 200, 329, 330, 400]) {
      const at = { locality: id, generation: 1, stage: 'capacity-building' };
      const startedAt = new Date(started.getTime() - day * dayInSeconds * 1_000).toISOString();
      const { gateSeconds } = await here.steps.open({ ...at, startedAt });
      expect(gateSeconds).toBe(Math.max(1, (330 - day) * dayInSeconds));
    }
  });

  it('three stages of 200 days each: the next generation in time, the same visit, no mail repeated', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    const begun = here.clock().getTime();
    const id = await begin(here);
    const oldest: number[] = [];
    for (const [at, stage] of [
      'capacity-building',
      'territorial-targeting',
      'community-involvement',
    ].entries()) {
      for (let day = 0; day < 200; day += 10) {
        here.pass(10);
        await here.settle();
        const { generation, generationSince } = await here.api.localities.get(id);
        expect(here.engine.status(`${id}.${generation}`)).toBe('RUNNING');
        oldest.push((here.clock().getTime() - Date.parse(generationSince)) / 86_400_000);
      }
      expect(await locality(here, id)).toMatchObject({ current: [{ stage, visit: 1, gate: 'open' }] });
      await pass(here, id);
      expect(here.clock().getTime() - begun).toBe((at + 1) * 200 * 86_400_000);
    }
    expect(Math.max(...oldest)).toBeLessThan(331);
    expect(here.engine.names()).toEqual([`${id}.1`, `${id}.2`]);
    expect(here.engine.states(`${id}.1`).at(-1)).toBe('HandedOver');
    expect(await deeds(here, id)).toMatchObject({ 'handed-over': 1, 'stage-opened': 4 });
    // To two people the first stage; to one each, who did not do it, three reviews and three decisions.
    expect(here.mails).toHaveLength(8);
    expect(new Set(here.mails.map(({ outbox }) => outbox)).size).toBe(8);
  });

  it('one visit that takes three years is handed over again and again, with its evidence', async () => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    const id = await begin(here);
    await complete(here, id);
    for (let month = 0; month < 36; month += 1) {
      here.pass(30.5);
      await here.settle();
    }
    expect(here.engine.names()).toHaveLength(4);
    expect(await locality(here, id)).toMatchObject({ current: [{ visit: 1 }] });
    expect(here.mails).toHaveLength(2);
    expect((await review(here, id)).status).toBe(202);
    expect((await decide(here, id, {})).status).toBe(201);
    await here.settle();
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting' }] });
  });

  it('a stage with tracks is handed over as a whole, one track passed and one under way', async () => {
    const here = await testApp();
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    await pass(here, id, 'multisector-actions');
    here.pass(331);
    await here.settle();
    expect(await locality(here, id)).toMatchObject({ current: [{ track: 'empowerment-models', visit: 1 }] });
    expect(here.engine.status(`${id}.2`)).toBe('RUNNING');
    expect((await deeds(here, id))['handed-over']).toBe(1);
  });
});
