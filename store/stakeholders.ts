import { randomBytes } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../domain/errors.ts';
import { Contact, Stakeholder } from '../domain/stakeholder.ts';
import { asReadAndListed, isListed, listedMark, unchanged, withAsRead } from './listed.ts';
import {
  batches,
  batchRead,
  batchSize,
  firstOf,
  type Item,
  queryItems,
  queryPage,
  queryPages,
  readAhead,
} from './read.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** Two partitions: what is known of stakeholders, and what identifies them, which can be erased by itself. */
export const stakeholderKey = (id: string) => ({ pk: 'STAKEHOLDERS', sk: id });
const inPartition = {
  KeyConditionExpression: 'pk = :stakeholders',
  ExpressionAttributeValues: { ':stakeholders': 'STAKEHOLDERS' },
};
const contactsPartition = 'CONTACTS';
export const contactKey = (id: string) => ({ pk: contactsPartition, sk: id });

/** A stakeholder with what identifies them, unless that was erased. */
export interface KnownStakeholder {
  stakeholder: Stakeholder;
  contact?: Contact;
}

/** The people and organisations that promise something. Every read is consistent. */
export function stakeholderStore(table: Table) {
  const { client, name: TableName } = table;

  async function find(id: string): Promise<Stakeholder | undefined> {
    const Key = stakeholderKey(id);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && stakeholderIn(Item);
  }

  /** @throws Problem `not-found` */
  async function get(id: string): Promise<Stakeholder> {
    const stakeholder = await find(id);
    if (!stakeholder) throw new Problem('not-found');
    return stakeholder;
  }

  async function contact(id: string): Promise<Contact | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: contactKey(id), ConsistentRead: true }),
    );
    return Item && Contact.parse(Item);
  }

  /** What identifies the stakeholders with these ids, of whom it is not erased. */
  async function contacts(ids: readonly string[]): Promise<Map<string, Contact>> {
    const items = await batchRead(table, [...new Set(ids)].map(contactKey));
    return new Map(items.map((item) => [String(item.sk), Contact.parse(item)]));
  }

  /** One page of stakeholders after the one with id `after`, oldest first. */
  async function page(after?: string, limit?: number): Promise<{ items: KnownStakeholder[]; next?: string }> {
    const { items: found, hasMore } = await queryPage(table, {
      ...inPartition,
      ExclusiveStartKey: after ? stakeholderKey(after) : undefined,
      Limit: limit,
    });
    const items = await withContacts(found);
    return { items, next: hasMore ? items.at(-1)?.stakeholder.id : undefined };
  }

  /** The first `limit` stakeholders after one, oldest first; fewer when no more follow. */
  const first = (after: string | undefined, limit: number): Promise<KnownStakeholder[]> =>
    firstOf(page, after, limit);

  /** Stakeholders as they were read, in the order of their ids, each with what identifies them. */
  async function withContacts(read: Item[]): Promise<KnownStakeholder[]> {
    const stakeholders = read.map(stakeholderIn);
    const [first, last] = [stakeholders[0], stakeholders.at(-1)];
    if (!first || !last) return [];
    const contacts = new Map<unknown, Contact>();
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :contacts AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':contacts': contactsPartition, ':first': first.id, ':last': last.id },
    });
    for await (const item of items) contacts.set(item.sk, Contact.parse(item));
    return stakeholders.map((stakeholder) => ({ stakeholder, contact: contacts.get(stakeholder.id) }));
  }

  /** The stakeholders with these ids, those that are there, each with what identifies them. */
  async function many(ids: readonly string[]): Promise<Map<string, KnownStakeholder>> {
    const known = new Map<string, KnownStakeholder>();
    // Each takes two keys of a batch.
    for await (const some of readAhead(batches(ids, batchSize / 2), readBoth))
      for (const one of some) known.set(one.stakeholder.id, one);
    return known;
  }

  async function readBoth(ids: readonly string[]): Promise<KnownStakeholder[]> {
    const items = await batchRead(
      table,
      ids.flatMap((id) => [stakeholderKey(id), contactKey(id)]),
    );
    const contacts = items.filter(({ pk }) => pk === contactsPartition);
    const byId = new Map(contacts.map((item) => [item.sk, Contact.parse(item)]));
    return items
      .filter(({ pk }) => pk !== contactsPartition)
      .map(stakeholderIn)
      .map((stakeholder) => ({ stakeholder, contact: byId.get(stakeholder.id) }));
  }

  /** Every stakeholder. */
  async function* all(): AsyncGenerator<KnownStakeholder> {
    for await (const items of queryPages(table, inPartition)) yield* await withContacts(items);
  }

  return { find, get, contact, contacts, many, page, first, all };
}
export type StakeholderStore = ReturnType<typeof stakeholderStore>;

/** A stakeholder as they were read. */
const stakeholderIn = (item: Item): Stakeholder => withAsRead(Stakeholder.parse(item), item);

/** Writes a stakeholder as they are to be, if they are still as they were read, or are new. */
export function stakeholderItem(table: Table, { asRead, ...stakeholder }: Stakeholder): TransactItem {
  const { revision } = stakeholder;
  const isKnown = isListed({ revision, asRead });
  return put(table, itemOf(stakeholder, isKnown), asReadAndListed(revision, isKnown));
}

/** Writes a stakeholder whom no list knew of as one who is listed, if they are still as they were read. */
export const listedStakeholderItem = (table: Table, stakeholder: Stakeholder): TransactItem =>
  put(table, itemOf(stakeholder, true), unchanged(stakeholder.revision, false));

/** Writes what an older table did not have of a stakeholder, if they are still as they were read; their revision stays. */
export const completedStakeholderItem = (
  table: Table,
  { asRead, ...stakeholder }: Stakeholder,
): TransactItem => {
  const isKnown = asRead !== undefined;
  return put(table, itemOf(stakeholder, isKnown), unchanged(stakeholder.revision, isKnown));
};

const itemOf = (stakeholder: Stakeholder, isKnown: boolean): Item => ({
  ...stakeholderKey(stakeholder.id),
  entity: 'stakeholder',
  ...stakeholder,
  ...listedMark(isKnown),
});

/**
 * Replaces what identifies a stakeholder; goes with a change of the stakeholder, whose condition guards it. The random
 * number with it keys the digest that the history keeps (`store/seals.ts`).
 */
export function contactItem({ name }: Table, id: string, contact: Contact): TransactItem {
  const salt = randomBytes(16).toString('base64url');
  return { Put: { TableName: name, Item: { ...contactKey(id), entity: 'contact', ...contact, salt } } };
}

/** Erases what identifies a stakeholder. */
export function contactGone({ name }: Table, id: string): TransactItem {
  return { Delete: { TableName: name, Key: contactKey(id) } };
}
