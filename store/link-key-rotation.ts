import { randomBytes } from 'node:crypto';
import { type RotationSituation, rotateLinkKey } from '../domain/commands/rotate-link-key.ts';
import { commitAll } from './commit.ts';
import { linkKeyGone, linkKeyItem, linkKeyStore } from './link-keys.ts';
import type { Table } from './transaction.ts';
import { workStore } from './work.ts';

/**
 * Makes the key that signs links from now on, takes away those that no good link is left of, and tells of both in the
 * municipality's own history: all of it or nothing.
 * @throws Conflict when another rotation, or other work of the municipality, came first
 */
export async function rotateKeys(
  table: Table,
  asked: Pick<RotationSituation, 'actor' | 'now' | 'dropOlder'>,
) {
  const { now } = asked;
  const [keys, head] = await Promise.all([linkKeyStore(table).all(), workStore(table).head()]);
  const { change, version, removed } = rotateLinkKey({ ...asked, keys, head });
  await commitAll(table, [change], now, [
    linkKeyItem(table, { version, secret: randomBytes(32), madeAt: now.toISOString() }),
    ...removed.map((one) => linkKeyGone(table, one)),
  ]);
  return { version, removed, kept: keys.map((key) => key.version).filter((one) => !removed.includes(one)) };
}
