import { decodeProtectedHeader } from 'jose';
import { expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import { linksOn } from '../../functions/runtime/links.ts';
import { auditPages } from '../../store/audit-pages.ts';
import { historyStore } from '../../store/history.ts';
import { rotateKeys } from '../../store/link-key-rotation.ts';
import { linkKeyStore } from '../../store/link-keys.ts';
import { municipality } from '../support/settings.ts';
import { freshTable } from '../support/table.ts';

const rosa = { id: 'rosa', linkVersion: 1 };

async function scene() {
  const table = await freshTable();
  let now = new Date('2026-01-12T15:00:00Z');
  const links = () =>
    linksOn({ table, municipality: municipality(), publicUrl: 'https://etapas.example/', clock: () => now });
  return {
    table,
    links,
    keys: linkKeyStore(table),
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
  };
}
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

it('the first signature makes the key, and everybody signs with the same one', async () => {
  const { links, keys } = await scene();
  const urls = await Promise.all(Array.from({ length: 5 }, () => links().urlFor('commitments', rosa)));
  expect(await keys.all()).toHaveLength(1);
  for (const url of urls) {
    expect(url).toMatch(/^https:\/\/etapas\.example\/c\/[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await links().read('commitments', tokenOf(url))).toEqual({ state: 'valid', holder: rosa });
  }
});

it('a newer key signs from then on, and links of the older ones go on working', async () => {
  const { links, keys, pass } = await scene();
  const here = links();
  const old = tokenOf(await here.urlFor('unsubscribe', rosa));
  await keys.make(2);
  await keys.make(10);
  const newer = tokenOf(await links().urlFor('unsubscribe', rosa));
  expect(decodeProtectedHeader(newer)).toEqual({ alg: 'HS256', kid: '10' });
  pass(20);
  for (const token of [old, newer])
    expect(await here.read('unsubscribe', token)).toEqual({ state: 'valid', holder: rosa });
  pass(301);
  expect(decodeProtectedHeader(tokenOf(await here.urlFor('unsubscribe', rosa))).kid).toBe('10');
});

it('links to commitments hold for 90 days, those that end mail for two years', async () => {
  const { links, pass } = await scene();
  const tokens = {
    commitments: tokenOf(await links().urlFor('commitments', rosa)),
    unsubscribe: tokenOf(await links().urlFor('unsubscribe', rosa)),
  };
  pass(90 * 86_400 + 1);
  expect(await links().read('commitments', tokens.commitments)).toEqual({ state: 'expired', holder: rosa });
  expect(await links().read('unsubscribe', tokens.unsubscribe)).toMatchObject({ state: 'valid' });
  pass(640 * 86_400);
  expect(await links().read('unsubscribe', tokens.unsubscribe)).toMatchObject({ state: 'expired' });
});

it('a rotation makes the key that signs, keeps the older ones, and is told in the history of the municipality', async () => {
  const { table, links, keys } = await scene();
  const old = tokenOf(await links().urlFor('unsubscribe', rosa));
  const now = new Date('2026-01-13T15:00:00Z');
  expect(await rotateKeys(table, { actor: 'sistemas', now })).toEqual({ version: 2, removed: [], kept: [1] });
  expect(decodeProtectedHeader(tokenOf(await links().urlFor('commitments', rosa))).kid).toBe('2');
  expect(await links().read('unsubscribe', old)).toEqual({ state: 'valid', holder: rosa });
  expect((await keys.all()).map(({ version, madeAt }) => [version, madeAt])).toEqual([
    [2, '2026-01-13T15:00:00.000Z'],
    [1, '2026-01-12T15:00:00.000Z'],
  ]);
  expect(await historyStore(table).all('MUNICIPALITY#WORK')).toMatchObject([
    { seq: 1, actor: 'sistemas', action: 'link-key-rotated', detail: { version: 2, removed: [] } },
  ]);
  const pages = auditPages({ table, anchor: async () => undefined, today: '2026-01-13' });
  expect(await pages.page('municipality')).toMatchObject({ checked: 1, findings: [] });
});

it('of two rotations at once one is made, whole', async () => {
  const { table, keys } = await scene();
  const now = new Date('2026-01-13T15:00:00Z');
  const both = await Promise.allSettled([1, 2].map(() => rotateKeys(table, { actor: 'sistemas', now })));
  const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(lost).toBeInstanceOf(Conflict);
  expect(await keys.all()).toHaveLength(1);
  expect(await historyStore(table).all('MUNICIPALITY#WORK')).toHaveLength(1);
});

it('a key verifies for as long as a link of it may be good, two years after its successor, and then is taken away', async () => {
  const { table, links, keys, pass } = await scene();
  const old = tokenOf(await links().urlFor('unsubscribe', rosa));
  const first = new Date('2026-01-13T15:00:00Z');
  await rotateKeys(table, { actor: 'sistemas', now: first });
  const day = 86_400_000;
  const within = new Date(first.getTime() + 730 * day);
  expect(await rotateKeys(table, { actor: 'sistemas', now: within })).toMatchObject({
    version: 3,
    removed: [],
  });
  pass(731 * 86_400);
  expect(await links().read('unsubscribe', old)).toEqual({ state: 'expired', holder: rosa });
  // Over by itself, before anybody rotates: a key that leaked opens nothing then.
  pass(2 * 86_400);
  expect(await links().read('unsubscribe', old)).toEqual({ state: 'refused' });
  const after = new Date(first.getTime() + 732 * day);
  expect(await rotateKeys(table, { actor: 'sistemas', now: after })).toEqual({
    version: 4,
    removed: [1],
    kept: [3, 2],
  });
  expect((await keys.all()).map(({ version }) => version)).toEqual([4, 3, 2]);
  const told = (await historyStore(table).all('MUNICIPALITY#WORK')).at(-1);
  expect(told?.detail).toEqual({ version: 4, removed: [1] });
});

it('a key that was put there by hand, of which no day is known, keeps those before it until a later one tells', async () => {
  const { table, keys } = await scene();
  await keys.make(1);
  await keys.make(2);
  const now = new Date('2036-01-01T15:00:00Z');
  expect(await rotateKeys(table, { actor: 'sistemas', now })).toMatchObject({ version: 3, removed: [] });
  const later = new Date(now.getTime() + 732 * 86_400_000);
  expect(await rotateKeys(table, { actor: 'sistemas', now: later })).toMatchObject({ removed: [2, 1] });
});

it('a key that leaked is dropped with the rotation, and every link of it is dead within minutes', async () => {
  const { table, links, keys, pass } = await scene();
  const here = links();
  const old = tokenOf(await here.urlFor('unsubscribe', rosa));
  const now = new Date('2026-01-13T15:00:00Z');
  expect(await rotateKeys(table, { actor: 'sistemas', now, dropOlder: true })).toEqual({
    version: 2,
    removed: [1],
    kept: [],
  });
  pass(301);
  expect(await here.read('unsubscribe', old)).toEqual({ state: 'refused' });
  expect((await keys.all()).map(({ version }) => version)).toEqual([2]);
});
