import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { HistoryOwner } from './history.ts';
import type { Item } from './read.ts';
import type { TransactItem } from './transaction.ts';

/*
 * Each line of a history seals the items that were written with it: it holds a digest of each, and its hash is over these
 * digests too. So an item that was altered beside the commands is found by comparing it with the newest line that sealed it.
 */

/** Digests of items by name; empty for an item that was taken away. */
export type Seals = Record<string, string>;

/**
 * What of an item is not sealed: what guards its next write, what puts it into an index, and what schedules, mails and the
 * workflow move without a line of their own. An attribute that is to be moved so in future must be added here first.
 */
const unsealed = {
  locality: ['revision', 'headHash', 'matrixCounts', 'listed', 'standing', 'place', 'due', 'remindOn'],
  visit: ['revision', 'token'],
  commitment: ['writes', 'due', 'remindOn', 'remindedOn', 'standing', 'place'],
  geometry: [],
  'plan-objective': [],
  'plan-line': ['writes', 'due', 'remindOn', 'pending', 'pendingAt', 'reportOn', 'asked'],
  'plan-entry': ['writes'],
  'plan-cells': ['writes'],
  session: ['writes', 'due', 'remindOn'],
  group: ['writes'],
  survey: [],
  'survey-rows': [],
  ranking: [],
  // What is kept of their address follows what the register knows of it.
  stakeholder: ['revision', 'headHash', 'listed', 'addressKey', 'suppressed'],
  contact: ['salt'],
} as const satisfies Record<string, readonly string[]>;
type SealedEntity = keyof typeof unsealed;
const isSealedEntity = (entity: unknown): entity is SealedEntity =>
  typeof entity === 'string' && Object.hasOwn(unsealed, entity);

/** 96 bits: whoever alters an item would have to find another one with the same digest. */
const digestLength = 16;

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

/** One spelling of what is sealed of an item. */
function contentOf(item: Item, entity: SealedEntity): string {
  const without: readonly string[] = unsealed[entity];
  const sealed = Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => !without.includes(name))
      .map(([name, value]) => [name, value instanceof Uint8Array ? digestOf(value) : value]),
  );
  const plain: unknown = JSON.parse(
    JSON.stringify(sealed, (name, part: unknown) => {
      // Put in later where a locality is older than it (`store/bring-up.ts`).
      if (entity === 'locality' && name === 'sectors') return undefined;
      return typeof part === 'bigint' ? `${part}` : part;
    }),
  );
  return canonicalJson(plain);
}

/**
 * The digest of an item; `undefined` for one of a kind that is not sealed. That of contact data is keyed by a random number
 * which is kept with them and erased with them: what is left in the history then tells nothing of them to anybody.
 */
export function sealOf(item: Item): string | undefined {
  const { entity, salt } = item;
  if (!isSealedEntity(entity)) return undefined;
  const keyed = entity === 'contact';
  const hash = keyed ? createHmac('sha256', String(salt)) : createHash('sha256');
  return hash.update(contentOf(item, entity)).digest('base64url').slice(0, digestLength);
}

const Key = z.looseObject({ pk: z.string(), sk: z.string() });

const idOf = (owner: HistoryOwner) => owner.slice(owner.indexOf('#') + 1);

/**
 * The name by which a history seals an item, short since every line holds some: the sort key of what belongs to its owner,
 * the partition of what bears the owner's id, and both, parted by a blank, of anything else.
 */
export function sealName(owner: HistoryOwner, { pk, sk }: { pk: string; sk: string }): string {
  if (pk === owner) return sk;
  return sk === idOf(owner) ? pk : `${pk} ${sk}`;
}

/** Where the territory lies in the partition of its locality: what is sealed there and may be taken away. */
export const geometrySortKey = 'GEOMETRY';
const partitions = ['LOCALITIES', 'STAKEHOLDERS', 'CONTACTS'];

/** The key of the item with this name. */
export function sealedKey(owner: HistoryOwner, name: string): { pk: string; sk: string } {
  if (partitions.includes(name)) return { pk: name, sk: idOf(owner) };
  const [pk, sk] = name.split(' ');
  return pk !== undefined && sk !== undefined ? { pk, sk } : { pk: owner, sk: name };
}

/** The seals of what a change writes and takes away, as far as it belongs to the owner of a history or is a ranking of it. */
export function sealsOf(owner: HistoryOwner, items: readonly TransactItem[]): Seals {
  const seals: Seals = {};
  for (const { Put, Delete } of items) {
    const item = Key.safeParse(Put?.Item).data;
    const seal = item && sealOf(item);
    const isOurs = item && (item.pk === owner || item.sk === idOf(owner) || item.entity === 'ranking');
    if (item && seal && isOurs) seals[sealName(owner, item)] = seal;
    const gone = Key.safeParse(Delete?.Key).data;
    const wasSealed =
      gone &&
      (gone.pk === owner
        ? gone.sk === geometrySortKey
        : partitions.includes(gone.pk) && gone.sk === idOf(owner));
    if (gone && wasSealed) seals[sealName(owner, gone)] = '';
  }
  return seals;
}
