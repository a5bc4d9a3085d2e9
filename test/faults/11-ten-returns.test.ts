import { expect, it } from 'vitest';
import { deeds } from '../support/history.ts';
import { problemOf } from '../support/problems.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, complete, decide, locality, pass, review, stages } from '../support/walk.ts';

it('11: return and advance ten times over: old evidence never satisfies the new visit’s gate', async () => {
  const here = await testApp();
  const id = await begin(here);
  for (let visit = 1; visit <= 10; visit += 1) {
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'capacity-building', visit }] });
    const gate = await here.call('GET', `/api/localities/${id}/gate`, undefined, ana);
    expect(gate.body).toMatchObject({ ready: false, visit });
    expect(gate.body.review).toBeUndefined();
    expect(problemOf(await review(here, id)).code).toBe('criteria-unmet');
    await pass(here, id);
    expect(problemOf(await decide(here, id, {})).code).toBe('not-in-review');
    await complete(here, id);
    expect((await review(here, id)).status).toBe(202);
    await decide(here, id, { outcome: 'return', toStage: 'capacity-building' });
    await here.settle();
  }
  expect(here.engine.names()).toEqual([`${id}.1`]);
  expect(await deeds(here, id)).toMatchObject({
    'gate-decided': 20,
    'stage-opened': 21,
    'activity-recorded': 60,
  });
  const [first] = await stages(here, id);
  expect(first?.visits.map(({ visit }) => visit)).toEqual(Array.from({ length: 11 }, (_, at) => at + 1));
});
