import { beforeAll, describe, expect, it } from 'vitest';
import { decideGate } from '../../functions/api/decide-gate.ts';
import { administrator } from '../support/factories.ts';
import { deeds, historyOf } from '../support/history.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import {
  ana,
  begin,
  boss,
  complete,
  decide,
  locality,
  luis,
  pass,
  review,
  seeing,
  stages,
  vera,
} from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

const gateOf = (id: string, query = '') =>
  here.call('GET', `/api/localities/${id}/gate${query}`, undefined, ana);
const without = { reason: 'Faltan las listas de asistencia' };

/** A locality of two tracks, both open. */
async function atTracks(): Promise<string> {
  const id = await begin(here, 'red-conectate');
  await pass(here, id);
  return id;
}

describe('53: with something missing and no review asked for', () => {
  it('a return is 201, ends the visit, and the same workflow opens the next one', async () => {
    const id = await begin(here);
    expect((await gateOf(id)).body).toMatchObject({ ready: false });
    const decided = await decide(here, id, { outcome: 'return', ...without });
    expect(decided).toMatchObject({
      status: 201,
      body: { outcome: 'return', status: 'active', stage: 'capacity-building' },
    });
    await here.settle();
    expect(await locality(here, id)).toMatchObject({
      current: [{ stage: 'capacity-building', visit: 2, gate: 'open' }],
    });
    expect(here.engine.names().filter((name) => name.startsWith(id))).toEqual([`${id}.1`]);
    const [first] = await stages(here, id);
    expect(first?.visits[0]).toMatchObject({ decisions: [{ outcome: 'return', ...without }] });
    expect(first?.visits[0]?.decisions[0]?.review).toBeUndefined();
  });

  it('a return leads to an earlier stage', async () => {
    const id = await begin(here);
    await pass(here, id);
    const decided = await decide(here, id, { outcome: 'return', toStage: 'capacity-building', ...without });
    expect(decided.status).toBe(201);
    await here.settle();
    expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'capacity-building', visit: 2 }] });
  });

  it('a hold is 201 and ends the execution, and a close after it is', async () => {
    const id = await begin(here);
    expect((await decide(here, id, { outcome: 'hold', ...without })).body).toMatchObject({
      status: 'on-hold',
    });
    await here.settle();
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
    expect((await decide(here, id, { outcome: 'close', ...without })).status).toBe(201);
    await here.settle();
    expect((await deeds(here, id))['gate-decided']).toBe(2);
  });

  it('a close is 201', async () => {
    const id = await begin(here);
    expect((await decide(here, id, { outcome: 'close', ...without })).body).toMatchObject({
      status: 'closed',
    });
    await here.settle();
    expect(await locality(here, id)).toMatchObject({ status: 'closed', current: [] });
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
  });

  it.each(['advance', 'return', 'hold', 'close'])('%s is asked for a reason', async (outcome) => {
    const id = await begin(here);
    for (const reason of ['', ' ', undefined])
      expect(problemOf(await decide(here, id, { outcome, reason }))).toMatchObject({
        status: 400,
        paths: ['reason'],
      });
  });

  it('an advance still needs its review', async () => {
    const id = await begin(here);
    expect(problemOf(await decide(here, id, {})).code).toBe('not-in-review');
  });
});

describe('53: at a stage with tracks', () => {
  it('one track is sent back, and the other goes on', async () => {
    const id = await atTracks();
    const decided = await decide(here, id, {
      outcome: 'return',
      track: 'multisector-actions',
      ...without,
    });
    expect(decided.status).toBe(201);
    await here.settle();
    const { current } = await locality(here, id);
    expect(current.map(({ track, visit, gate }) => [track, visit, gate])).toEqual([
      ['multisector-actions', 2, 'open'],
      ['empowerment-models', 1, 'open'],
    ]);
  });

  it('the stage is left as a whole for an earlier one, from either track', async () => {
    for (const track of ['multisector-actions', 'empowerment-models']) {
      const id = await atTracks();
      const decided = await decide(here, id, {
        outcome: 'return',
        track,
        toStage: 'nowhere',
        ...without,
      });
      expect(problemOf(decided)).toMatchObject({ status: 400, paths: ['toStage'] });
      const [first] = await stages(here, id);
      const back = await decide(here, id, { outcome: 'return', track, toStage: first?.stage, ...without });
      expect(back.status).toBe(201);
      await here.settle();
      expect(await locality(here, id)).toMatchObject({ current: [{ stage: first?.stage, visit: 2 }] });
    }
  });

  it.each(['hold', 'close'])('%s concerns both tracks and names none', async (outcome) => {
    const id = await atTracks();
    expect((await decide(here, id, { outcome, ...without })).status).toBe(201);
    await here.settle();
    expect(here.engine.status(`${id}.1`)).toBe('SUCCEEDED');
  });
});

describe('53: who', () => {
  const may: [string, Call][] = [
    ['a coordinator of the locality', ana],
    ['an administrator', boss],
  ];
  const mayNot: [string, Call, number][] = [
    ['a coordinator of other localities', luis, 404],
    ['a viewer', vera, 403],
  ];

  it.each(may)('%s may return, hold and close', async (_, who) => {
    for (const outcome of ['return', 'hold', 'close']) {
      const id = await begin(here);
      expect((await decide(here, id, { outcome, ...without }, who)).status).toBe(201);
      await here.settle();
    }
  });

  it.each(mayNot)('%s may not', async (_, who, status) => {
    const id = await begin(here);
    for (const outcome of ['return', 'hold', 'close'])
      expect((await decide(here, id, { outcome, ...without }, who)).status).toBe(status);
  });

  it('whoever asked for a review that waits does not send it back, but may hold and close', async () => {
    for (const outcome of ['return', 'hold', 'close']) {
      const id = await begin(here);
      await complete(here, id);
      await review(here, id);
      const decided = await decide(here, id, { outcome, ...without }, ana);
      if (outcome === 'return') expect(problemOf(decided).code).toBe('four-eyes');
      else expect(decided.status).toBe(201);
      await here.settle();
    }
  });
});

describe('53: said twice', () => {
  it('fifty returns at once are one: one visit more, one history entry', async () => {
    const id = await begin(here);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => decide(here, id, { outcome: 'return', ...without })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 49 }, () => 409)]);
    await here.settle();
    expect((await deeds(here, id))['gate-decided']).toBe(1);
    expect(await locality(here, id)).toMatchObject({ current: [{ visit: 2, gate: 'open' }] });
  });

  it.each(['return', 'hold', 'close'])(
    'a %s tried again after somebody else’s decision opened the next visit does not mean that one',
    async (outcome) => {
      const id = await begin(here);
      const run = decideGate.run(here.api);
      const request = {
        params: { id },
        query: {},
        body: { outcome, ...without },
        caller: administrator(),
        language: 'es' as const,
        first: {},
      };
      // Decided, but somebody else's change is written first.
      const decided = await run({ ...request, attempt: 1 });
      expect(decided.commit ?? decided.change).toBeDefined();
      await decide(here, id, { outcome: 'return', ...without });
      await here.settle();
      await expect(run({ ...request, attempt: 2 })).rejects.toMatchObject({ code: 'already-decided' });
    },
  );

  it('one that was meant for the visit before is stale at the next', async () => {
    const id = await begin(here);
    const seen = Number((await gateOf(id)).body.version);
    await decide(here, id, { outcome: 'return', ...without }, seeing(boss, seen));
    await here.settle();
    for (const outcome of ['return', 'hold', 'close']) {
      const late = await decide(here, id, { outcome, ...without }, seeing(boss, seen));
      expect(problemOf(late).code).toBe('stale-version');
    }
    const now = Number((await gateOf(id)).body.version);
    expect((await decide(here, id, { outcome: 'return', ...without }, seeing(boss, now))).status).toBe(201);
    await here.settle();
  });

  it('leaves no task behind, and tells who asked of the decision, which opens the visit', async () => {
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await here.settle();
    const tasks = async () => {
      const { body } = await here.call('GET', '/api/tasks', undefined, boss);
      return JSON.stringify(body).includes(`${id}_review-waiting`);
    };
    expect(await tasks()).toBe(true);
    const before = here.mails.length;
    await decide(here, id, { outcome: 'return', ...without });
    await here.settle();
    expect(await tasks()).toBe(false);
    expect(here.mails.slice(before).filter(({ to }) => to === ana.user)).toHaveLength(1);
    const decided = (await historyOf(here, id)).find(({ action }) => action === 'gate-decided');
    expect(decided?.detail).toMatchObject({ outcome: 'return', requestedBy: ana.user, ...without });
  });
});
