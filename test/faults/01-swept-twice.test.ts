import { expect, it } from 'vitest';
import { deeds } from '../support/history.ts';
import { digests, person, promise, promised, swept, sweptAndSent } from '../support/reminders.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose } from '../support/walk.ts';

/** A Monday. */
const start = '2026-01-12T15:00:00Z';

it('1: the sweep delivered five times at once and twice later: one digest per stakeholder and day', async () => {
  const here = await testApp({}, start);
  await choose(here, 'at-once', ana, boss);
  const [anapra, riberas] = [await begin(here), await begin(here, 'convivir-mejor', 'Riberas')];
  const ids: string[] = [];
  for (const name of ['rosa', 'jorge']) {
    await person(here, name);
    for (const place of [anapra, riberas]) ids.push(await promise(here, place, name, '2026-01-13'));
  }
  const did = await Promise.all(Array.from({ length: 5 }, () => swept(here)));
  expect(did.reduce((sum, { digests }) => sum + digests, 0)).toBe(2);
  await here.settle();
  await sweptAndSent(here);
  await here.reconcile();
  expect(
    digests(here)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['jorge@ejemplo.example', 'rosa@ejemplo.example']);
  for (const id of ids)
    expect(await promised(here, id)).toMatchObject({ remindedOn: '2026-01-12', remindOn: '2026-01-13' });
  for (const place of [anapra, riberas])
    expect(await deeds(here, place)).toMatchObject({ 'mail-sent': 2 + 2, 'commitment-created': 2 });
});

it('1: asked for by an administrator after the schedule, it writes nobody a second mail that day', async () => {
  const here = await testApp({}, start);
  const place = await begin(here);
  await person(here, 'rosa');
  await promise(here, place, 'rosa', '2026-01-13');
  await sweptAndSent(here);
  // Promised after the mail of the day went out: it waits for the next.
  const late = await promise(here, place, 'rosa', '2026-01-12');
  const { status, body } = await here.call('POST', '/api/sweeps', {}, boss);
  expect([status, body]).toMatchObject([200, { on: '2026-01-12', digests: 0, reminded: 0 }]);
  await here.settle();
  expect(digests(here)).toHaveLength(1);
  here.pass(1);
  await sweptAndSent(here);
  expect(digests(here)).toHaveLength(2);
  expect(await promised(here, late)).toMatchObject({ remindedOn: '2026-01-13' });
});

it('1: a hundred and more promises of one person are one digest, and each is moved once', async () => {
  const here = await testApp({}, start);
  const place = await begin(here);
  await person(here, 'rosa');
  const ids: string[] = [];
  for (let count = 0; count < 120; count += 1) ids.push(await promise(here, place, 'rosa', '2026-01-12'));
  const did = await Promise.all([swept(here), swept(here)]);
  expect(did.reduce((sum, { digests, reminded }) => sum + digests + reminded, 0)).toBe(121);
  await here.settle();
  expect(digests(here)).toHaveLength(1);
  for (const id of ids) expect(await promised(here, id)).toMatchObject({ remindOn: '2026-01-15', writes: 2 });
});
