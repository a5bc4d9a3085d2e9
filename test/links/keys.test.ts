import { decodeProtectedHeader } from 'jose';
import { expect, it } from 'vitest';
import { linksOn } from '../../functions/runtime/links.ts';
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
