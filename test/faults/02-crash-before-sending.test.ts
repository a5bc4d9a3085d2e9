import { expect, it } from 'vitest';
import { deeds } from '../support/history.ts';
import { digests, fulfilled, person, promise, swept } from '../support/reminders.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, create, locality } from '../support/walk.ts';

it('2: a crash between the write and the send: the outbox sends it later, and starts what was to be started', async () => {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  // Nothing is relayed: as if the process had ended after each write.
  const id = await create(here);
  expect([here.engine.names(), here.mails]).toEqual([[], []]);
  here.pass(3);
  await here.reconcile();
  await here.engine.idle();
  expect(here.engine.status(`${id}.1`)).toBe('RUNNING');
  await here.reconcile();
  expect(here.mails).toHaveLength(2);
  expect(await deeds(here, id)).toEqual({ 'locality-created': 1, 'stage-opened': 1, 'mail-sent': 2 });
  expect(await locality(here, id)).toMatchObject({ current: [{ stage: 'capacity-building', visit: 1 }] });
});

it('2: a crash between the sweep and the send: the outbox sends the digest later, as things then stand', async () => {
  const here = await testApp();
  const place = await begin(here);
  await person(here, 'rosa');
  const kept = await promise(here, place, 'rosa', '2026-01-13', { action: 'Pintar la barda' });
  await promise(here, place, 'rosa', '2026-01-13', { action: 'Podar los árboles' });
  await swept(here);
  await fulfilled(here, kept);
  expect(digests(here)).toEqual([]);
  await here.reconcile();
  await here.reconcile();
  expect(digests(here)).toHaveLength(1);
  expect(digests(here)[0]?.text).toContain('Podar los árboles');
  expect(digests(here)[0]?.text).not.toContain('Pintar la barda');
});

it('2: a digest of which nothing is left when it is to be sent is not sent', async () => {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  const place = await begin(here);
  await person(here, 'rosa');
  const id = await promise(here, place, 'rosa', '2026-01-13');
  await swept(here);
  await fulfilled(here, id);
  await here.settle();
  expect(digests(here)).toEqual([]);
  expect((await deeds(here, place))['mail-sent']).toBe(2);
  here.pass(1);
  await here.reconcile();
  expect(digests(here)).toEqual([]);
});
