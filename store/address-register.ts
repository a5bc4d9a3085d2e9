import { createHmac, randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type AddressRecord,
  foldAddress,
  SoftBounce,
  type Suppression,
  SuppressionReason,
  suppressionOf,
  unknownAddress,
} from '../domain/address.ts';
import { Instant } from '../domain/calendar.ts';
import { ownRecord, type StakeholderChange } from '../domain/commands/stakeholders.ts';
import { Contact, type Stakeholder } from '../domain/stakeholder.ts';
import { batchRead, type Item } from './read.ts';
import { contactKey } from './stakeholders.ts';
import { type Table, type TransactItem, writeAll } from './transaction.ts';

/**
 * What is known of addresses, by address and not by person: it outlives edits, second records and erasure. An address
 * itself is not kept here, but its hash with a key of the table, which nobody makes without that key.
 */
export const addressItemKey = (key: string) => ({ pk: `ADDRESS#${key}`, sk: 'ADDRESS' });

const secretKey = { pk: 'KEYS', sk: 'ADDRESSES' };
const Secret = z.object({ secret: z.base64url() });
const secrets = new WeakMap<Table, Promise<Uint8Array>>();

/** The key that addresses are hashed with: 32 random bytes, made once for a table; another would forget every wish. */
async function secretOf({ client, name: TableName }: Table): Promise<Uint8Array> {
  const read = async () => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: secretKey, ConsistentRead: true }));
    return Item && Buffer.from(Secret.parse(Item).secret, 'base64url');
  };
  const found = await read();
  if (found) return found;
  const secret = randomBytes(32).toString('base64url');
  const Item = { ...secretKey, entity: 'address-key', secret };
  try {
    await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  const made = await read();
  if (!made) throw new Error('a key that was made must be there');
  return made;
}

/** Names an address in the register: the same however it is typed. */
export async function addressKeyOf(table: Table, email: string): Promise<string> {
  const known = secrets.get(table) ?? secretOf(table);
  secrets.set(table, known);
  try {
    return createHmac('sha256', await known)
      .update(foldAddress(email))
      .digest('base64url');
  } catch (error) {
    secrets.delete(table);
    throw error;
  }
}

const Stored = z.object({
  bounce: Instant.optional(),
  complaint: Instant.optional(),
  unsubscribed: Instant.optional(),
  soft: z.array(SoftBounce).optional(),
  holders: z.set(z.string()).default(new Set()),
});

/** What an item of the register says; an address that nobody ever had is unknown. */
export function addressIn(item: Item | undefined): AddressRecord {
  if (!item) return unknownAddress;
  const { holders, ...known } = Stored.parse(item);
  return { ...known, holders: [...holders].sort() };
}

/** Reads what is known of addresses. Every read is consistent. */
export function addressRegister(table: Table) {
  const { client, name: TableName } = table;

  async function known(key: string): Promise<AddressRecord> {
    const Key = addressItemKey(key);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return addressIn(Item);
  }

  /** What is known of several addresses, by their keys. */
  async function many(keys: readonly string[]): Promise<Map<string, AddressRecord>> {
    const items = await batchRead(table, [...new Set(keys)].map(addressItemKey));
    const byItem = new Map(items.map((item) => [item.pk, item]));
    return new Map(keys.map((key) => [key, addressIn(byItem.get(addressItemKey(key).pk))]));
  }

  /** What is known of somebody's address; of one of an older table who was not entered, what they bear themselves. */
  const recordOf = async (stakeholder: Stakeholder): Promise<AddressRecord> =>
    stakeholder.addressKey ? known(stakeholder.addressKey) : ownRecord(stakeholder);

  /** Somebody, suppressed as the register has it now. */
  const current = async (stakeholder: Stakeholder): Promise<Stakeholder> =>
    asRegistered(stakeholder, await recordOf(stakeholder));

  /** Enters what is learnt of an address, whether or not anybody still has it. */
  async function mark(key: string, { reason, at }: Suppression): Promise<void> {
    await writeAll(table, [updateItem(table, key, { ...nothingEntered(), marks: { [reason]: at } })]);
  }

  /**
   * Writes which mails in a row came back.
   * @throws Conflict when they are no longer those that were read
   */
  async function keepSoft(key: string, before: SoftBounce[] | undefined, soft: SoftBounce[]): Promise<void> {
    await writeAll(table, [
      {
        Update: {
          TableName,
          Key: addressItemKey(key),
          UpdateExpression: 'SET entity = :address, soft = :soft',
          ConditionExpression: before ? 'soft = :before' : 'attribute_not_exists(soft)',
          ExpressionAttributeValues: {
            ':address': 'address',
            ':soft': soft,
            ...(before && { ':before': before }),
          },
        },
      },
    ]);
  }

  return {
    keyOf: (email: string) => addressKeyOf(table, email),
    known,
    many,
    recordOf,
    current,
    mark,
    keepSoft,
  };
}
export type AddressRegister = ReturnType<typeof addressRegister>;

/** Somebody, suppressed as is known of their address. */
export const asRegistered = (stakeholder: Stakeholder, record: AddressRecord): Stakeholder => ({
  ...stakeholder,
  suppressed: suppressionOf(record),
});

/** What a change writes into the register about one address. */
interface Entered {
  /** Whose address it is from now on, and whose it is no more. */
  joined: string[];
  left: string[];
  marks: Partial<Record<SuppressionReason, Instant>>;
  /** Its owner takes the wish back not to be written to. */
  lifted: boolean;
  /** Nothing is known of it any more. */
  gone: boolean;
}

const nothingEntered = (): Entered => ({ joined: [], left: [], marks: {}, lifted: false, gone: false });

/** What of a change of somebody may be about their address. */
type AddressChange = Omit<StakeholderChange, 'event'>;

/** A change of somebody, and what the register learns with it, by the keys of addresses. */
export interface RegisteredChange<Change extends AddressChange = AddressChange> {
  change: Change;
  entered: Map<string, Entered>;
  /** What was known of their address before. */
  record: AddressRecord;
}

/**
 * Gives a change the key of the address that somebody has from now on, and suppresses them as the register says of it. What
 * was known of somebody of an older table is entered with the first change of them.
 */
export async function registered<Change extends AddressChange>(
  table: Table,
  change: Change,
): Promise<RegisteredChange<Change>> {
  const { stakeholder, was, contact, formerly, mark } = change;
  const { id } = stakeholder;
  const keyed = async (email: string | undefined) => (email ? addressKeyOf(table, email) : undefined);
  const said = contact === undefined && !was?.addressKey ? await emailOf(table, id) : formerly?.email;
  const before = was?.addressKey ?? (await keyed(said));
  const key = contact === undefined ? before : await keyed(contact?.email);
  const { known } = addressRegister(table);
  const entered = new Map<string, Entered>();
  const at = (which: string): Entered => {
    const one = entered.get(which) ?? nothingEntered();
    entered.set(which, one);
    return one;
  };
  if (key && key !== was?.addressKey) at(key).joined.push(id);
  if (was?.addressKey && key !== was.addressKey) {
    const { holders, ...learnt } = await known(was.addressKey);
    const isLast = holders.length === 1 && holders[0] === id;
    at(was.addressKey).left.push(id);
    at(was.addressKey).gone = isLast && Object.values(learnt).every((value) => value === undefined);
  }
  if (was?.suppressed && !was.addressKey && before)
    at(before).marks[was.suppressed.reason] = was.suppressed.at;
  if (key && mark === 'lifted') at(key).lifted = true;
  else if (key && mark && mark !== 'lifted') at(key).marks[mark.reason] = mark.at;
  const record = key ? await known(key) : unknownAddress;
  if (!key) return { change: withAddress(change, undefined, stakeholder.suppressed), entered, record };
  const { marks, lifted } = entered.get(key) ?? nothingEntered();
  const after = { ...marks, ...record };
  const suppressed = suppressionOf(lifted ? { ...after, unsubscribed: undefined } : after);
  return { change: withAddress(change, key, suppressed), entered, record };
}

const withAddress = <Change extends AddressChange>(
  change: Change,
  addressKey: string | undefined,
  suppressed: Stakeholder['suppressed'],
): Change => ({ ...change, stakeholder: { ...change.stakeholder, addressKey, suppressed } });

/** The address of somebody of an older table, whose record does not say by which key it is known. */
async function emailOf({ client, name: TableName }: Table, id: string): Promise<string | undefined> {
  const Key = contactKey(id);
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  return Contact.optional().parse(Item)?.email;
}

/** What changes write into the register: one item an address, however many of them are about it. */
export function registerItems(table: Table, changes: readonly RegisteredChange[]): TransactItem[] {
  const all = Map.groupBy(
    changes.flatMap(({ entered }) => [...entered]),
    ([key]) => key,
  );
  return [...all].map(([key, several]) => {
    const joined = several.flatMap(([, one]) => one.joined);
    const left = several.flatMap(([, one]) => one.left);
    const marks: Entered['marks'] = Object.assign({}, ...several.map(([, one]) => one.marks));
    const lifted = several.some(([, one]) => one.lifted);
    if (joined.length === 0 && several.every(([, one]) => one.gone)) return unheldItem(table, key);
    return updateItem(table, key, { joined, left, marks, lifted, gone: false });
  });
}

function updateItem(
  { name: TableName }: Table,
  key: string,
  { joined, left, marks, lifted }: Entered,
): TransactItem {
  // What was lifted may be an older wish that the register was never told of.
  const marked = SuppressionReason.options.filter((one) => marks[one] && !(lifted && one === 'unsubscribed'));
  return {
    Update: {
      TableName,
      Key: addressItemKey(key),
      UpdateExpression: [
        `SET entity = :address${marked.map((one) => `, #${one} = if_not_exists(#${one}, :${one})`).join('')}`,
        ...(lifted ? ['REMOVE unsubscribed'] : []),
        ...(joined.length > 0 ? ['ADD holders :joined'] : []),
        ...(left.length > 0 ? ['DELETE holders :left'] : []),
      ].join(' '),
      ExpressionAttributeNames:
        marked.length > 0 ? Object.fromEntries(marked.map((one) => [`#${one}`, one])) : undefined,
      ExpressionAttributeValues: {
        ':address': 'address',
        ...Object.fromEntries(marked.map((one) => [`:${one}`, marks[one]])),
        ...(joined.length > 0 ? { ':joined': new Set(joined) } : {}),
        ...(left.length > 0 ? { ':left': new Set(left) } : {}),
      },
    },
  };
}

/** Takes an address out of which nothing is known, unless something is meanwhile. */
const unheldItem = ({ name: TableName }: Table, key: string): TransactItem => ({
  Delete: {
    TableName,
    Key: addressItemKey(key),
    ConditionExpression: [
      'size(holders) = :one',
      'attribute_not_exists(soft)',
      ...SuppressionReason.options.map((one) => `attribute_not_exists(${one})`),
    ].join(' AND '),
    ExpressionAttributeValues: { ':one': 1 },
  },
});
