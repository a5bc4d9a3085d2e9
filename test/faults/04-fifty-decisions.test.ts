import { expect, it } from 'vitest';
import { deeds, historyOf } from '../support/history.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, complete, decide, locality, review } from '../support/walk.ts';

// A hold may be closed by whoever comes later, so the two are not in one race.
const races = [[['advance', 'return', 'hold']], [['advance', 'return', 'close']]];

it.each(races)(
  '4: of fifty decisions on one gate at once (%j) one wins and 49 get 409; one history entry, one mail wave',
  async (outcomes) => {
    const here = await testApp();
    await choose(here, 'at-once', ana, boss);
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await here.settle();
    const mails = here.mails.length;
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        decide(
          here,
          id,
          { outcome: outcomes[at % outcomes.length] },
          { user: `boss-${at}@juarez.example`, role: 'administrator' },
        ),
      ),
    );
    const winners = all.filter(({ status }) => status === 201);
    const losers = all.filter(({ status }) => status === 409);
    expect([winners.length, losers.length]).toEqual([1, 49]);
    for (const { body } of losers)
      expect(['already-decided', 'not-open', 'not-active', 'not-in-review', 'changed-meanwhile']).toContain(
        String(body.type).replace('/problems/', ''),
      );
    await here.settle();
    expect((await deeds(here, id))['gate-decided']).toBe(1);
    const decided = (await historyOf(here, id)).find(({ action }) => action === 'gate-decided');
    expect(decided?.detail.outcome).toBe(winners[0]?.body.outcome);
    expect((await locality(here, id)).status).toBe(winners[0]?.body.status);
    const waves = new Set(here.mails.slice(mails).map(({ outbox }) => outbox));
    expect(here.mails.slice(mails)).toHaveLength(waves.size);
    // Coordinator and approver: of the decision, which tells of the stage that opens.
    expect(waves.size).toBe(2);
  },
);

it('4: of fifty advances at once one wins, and the locality is one stage further', async () => {
  const here = await testApp();
  const id = await begin(here);
  await complete(here, id);
  await review(here, id);
  const all = await Promise.all(Array.from({ length: 50 }, () => decide(here, id, {})));
  expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 49 }, () => 409)]);
  await here.settle();
  expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'territorial-targeting', visit: 1 }] });
  expect((await deeds(here, id))['gate-decided']).toBe(1);
});
