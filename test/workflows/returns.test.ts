import { beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, complete, decide, evidence, locality, pass, review, stages } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

async function returned(id: string, toStage?: string): Promise<void> {
  await complete(here, id);
  await review(here, id);
  expect((await decide(here, id, { outcome: 'return', toStage })).status).toBe(201);
  await here.settle();
}
describe('a return', () => {
  it('to the same stage opens a second visit of it, in the same execution', async () => {
    const id = await begin(here);
    await returned(id);
    expect(await locality(here, id)).toMatchObject({
      current: [{ stage: 'capacity-building', visit: 2, gate: 'open' }],
    });
    expect(here.engine.states(`${id}.1`).filter((name) => name === 'Capacity building')).toHaveLength(2);
    expect(here.engine.status(`${id}.1`)).toBe('RUNNING');
  });

  it('to an earlier stage opens a new visit there, and leads through the stages between once more', async () => {
    const id = await begin(here);
    await pass(here, id);
    await pass(here, id);
    await returned(id, 'capacity-building');
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'capacity-building', visit: 2 }] });
    await pass(here, id);
    expect(await locality(here, id)).toMatchObject({
      current: [{ stage: 'territorial-targeting', visit: 2 }],
    });
  });

  it('begins without the evidence of the visit before, which keeps it', async () => {
    const id = await begin(here);
    await returned(id);
    const gate = await here.call('GET', `/api/localities/${id}/gate`, undefined, ana);
    expect(gate.body).toMatchObject({ visit: 2, ready: false });
    const [first] = await stages(here, id);
    expect(first?.visits).toMatchObject([
      { visit: 1, decisions: [{ outcome: 'return' }], activities: [{ evidence }, { evidence }] },
      { visit: 2, decisions: [], activities: [{ status: 'open' }, { status: 'open' }] },
    ]);
  });

  it('tells the staff of the visit that opens', async () => {
    const id = await begin(here);
    const before = here.mails.length;
    await returned(id);
    const told = here.mails.slice(before).filter(({ to }) => to === ana.user);
    // She asked for the review herself; the decision says that the stage is open again.
    expect(told).toHaveLength(1);
    expect(told[0]?.subject).toMatch(/^La localidad regresa/);
  });
});
