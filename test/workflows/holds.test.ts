import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, locality, pass, review } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

async function held(programme?: string): Promise<string> {
  const id = await begin(here, programme);
  await decide(here, id, { outcome: 'hold' }, ana);
  await here.settle();
  return id;
}
const resume = async (id: string) => {
  const answer = await here.call('POST', `/api/localities/${id}/resume`, {}, ana);
  await here.settle();
  return answer;
};

describe('a hold', () => {
  it('ends the execution and leaves the locality where it stands', async () => {
    const id = await held();
    expect(await locality(here, id)).toMatchObject({ status: 'on-hold', current: [{ visit: 1 }] });
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
    expect(here.engine.states(`${id}.1`).at(-1)).toBe('On hold');
  });

  it('lets nothing be recorded, reviewed or decided but its end', async () => {
    const id = await held();
    const path = `/api/localities/${id}/stages/capacity-building/activities/state-and-local`;
    const { version } = await locality(here, id);
    const recorded = await here.call(
      'PUT',
      path,
      { status: 'done' },
      { ...ana, headers: { 'if-match': `"${version}"` } },
    );
    expect(problemOf(recorded).code).toBe('not-active');
    expect(problemOf(await review(here, id)).code).toBe('not-active');
    expect(problemOf(await decide(here, id, { outcome: 'hold' })).code).toBe('not-active');
    expect((await decide(here, id, { outcome: 'close' }, boss)).status).toBe(201);
  });

  it('before the workflow has come to the gate is found by it there', async () => {
    const id = await begin(here);
    here.engine.lose();
    await decide(here, id, { outcome: 'hold' }, ana);
    await here.settle();
    expect((await resume(id)).status).toBe(202);
    expect(here.engine.status(`${id}.2`)).toBe('RUNNING');
  });
});

describe('a hold of a stage with tracks', () => {
  it('is possible while one track is about to open anew: any open visit will do', async () => {
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    const track = 'multisector-actions';
    await complete(here, id, track);
    await review(here, id, track);
    expect((await decide(here, id, { outcome: 'return', track })).status).toBe(201);
    // The workflow has not heard of it yet: the new visit of this track is still to be opened.
    const held = await decide(here, id, { outcome: 'hold' }, ana);
    await here.settle();
    expect(held.status).toBe(201);
    await resume(id);
    await pass(here, id, track);
    await pass(here, id, 'empowerment-models');
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'network-consolidation' }] });
  });
});

describe('resuming', () => {
  it('goes on at the same visit, in the next generation, and tells nobody again', async () => {
    const id = await held();
    const before = here.mails.length;
    expect((await resume(id)).body).toMatchObject({ status: 'active', generation: 2 });
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'capacity-building', visit: 1 }] });
    expect(here.engine.status(`${id}.2`)).toBe('RUNNING');
    expect(here.mails).toHaveLength(before);
    await pass(here, id);
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting' }] });
  });

  it('keeps the review that was asked for before the hold', async () => {
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await decide(here, id, { outcome: 'hold' }, ana);
    await here.settle();
    await resume(id);
    expect(await locality(here, id)).toMatchObject({ current: [{ gate: 'in-review' }] });
    expect((await decide(here, id, {})).status).toBe(201);
    await here.settle();
  });

  it('of a stage with tracks takes up both, the one that was passed as passed', async () => {
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    await pass(here, id, 'multisector-actions');
    await decide(here, id, { outcome: 'hold' }, ana);
    await here.settle();
    expect(here.engine.states(`${id}.1`).at(-1)).toBe('On hold');
    await resume(id);
    expect(here.engine.states(`${id}.2`)).toContain('Multisector actions: passed');
    await pass(here, id, 'empowerment-models');
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'network-consolidation' }] });
  });

  it('is refused unless the locality is on hold', async () => {
    expect(problemOf(await resume(await begin(here))).code).toBe('not-on-hold');
  });
});

describe('a close', () => {
  it('ends the execution and the locality’s way, for good', async () => {
    const id = await begin(here);
    await decide(here, id, { outcome: 'close' });
    await here.settle();
    expect(here.engine.states(`${id}.1`).at(-1)).toBe('Closed');
    expect(await locality(here, id)).toMatchObject({ status: 'closed', current: [] });
    expect(problemOf(await resume(id)).code).toBe('not-on-hold');
  });

  it('of a stage with tracks ends both', async () => {
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    await decide(here, id, { outcome: 'close' });
    await here.settle();
    expect(here.engine.states(`${id}.1`).at(-1)).toBe('Closed');
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
  });
});
