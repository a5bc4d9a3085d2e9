import { describe, expect, it } from 'vitest';
import { stageNamesOfConvivirMejor, stagesOfConvivirMejor } from '../support/convivir-mejor.ts';
import { testApp } from '../support/test-app.ts';
import { begin, decide, locality, pass } from '../support/walk.ts';

describe('a locality walks its programme', () => {
  it('passes the six stages of Convivir Mejor in order, each of them by name in the workflow', async () => {
    const here = await testApp();
    const id = await begin(here);
    const seen: string[] = [];
    for (const stage of stagesOfConvivirMejor) {
      const { current } = await locality(here, id);
      expect(current).toMatchObject([{ stage, visit: 1, gate: 'open' }]);
      seen.push(stage);
      await pass(here, id);
    }
    expect(seen).toEqual(stagesOfConvivirMejor);
    expect(await locality(here, id)).toMatchObject({ status: 'completed', current: [] });
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
    expect(here.engine.states(`${id}.1`).filter((name) => !/: /.test(name))).toEqual([
      'Resume at',
      ...stageNamesOfConvivirMejor,
      'Programme completed',
    ]);
  });

  it('opens both tracks of the second stage of Red Conéctate at once and goes on when both gates are passed', async () => {
    const here = await testApp();
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    expect((await locality(here, id)).current.map(({ track }) => track)).toEqual([
      'multisector-actions',
      'empowerment-models',
    ]);
    await pass(here, id, 'multisector-actions');
    expect((await locality(here, id)).current.map(({ track }) => track)).toEqual(['empowerment-models']);
    expect((await decide(here, id, { track: 'multisector-actions' })).body.type).toBe(
      '/problems/already-decided',
    );
    await pass(here, id, 'empowerment-models');
    expect((await locality(here, id)).current).toMatchObject([{ stage: 'network-consolidation' }]);
    await pass(here, id);
    expect((await locality(here, id)).status).toBe('completed');
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
  });
});
