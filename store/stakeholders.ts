import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../domain/errors.ts';
import { Contact, Stakeholder } from '../domain/stakeholder.ts';
import { asRead, everyItem, put, type Table, type TransactItem } from './transaction.ts';

/** Two partitions: what is known of stakeholders, and what identifies them, which can be erased by itself. */
const stakeholderKey = (id: string) => ({ pk: 'STAKEHOLDERS', sk: id });
const contactKey = (id: string) => ({ pk: 'CONTACTS', sk: id });

/** A stakeholder with what identifies them, unless that was erased. */
export interface KnownStakeholder {
  stakeholder: Stakeholder;
  contact?: Contact;
}

/** The people and organisations that promise something. Every read is consistent. */
export function stakeholderStore({ client, name: TableName }: Table) {
  async function find(id: string): Promise<Stakeholder | undefined> {
    const Key = stakeholderKey(id);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Stakeholder.parse(Item);
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

  async function query(pk: string, after: string | undefined, until: string | undefined, limit?: number) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: until ? 'pk = :pk AND sk <= :until' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(until ? { ':until': until } : {}) },
        ExclusiveStartKey: after ? { pk, sk: after } : undefined,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    return { items: Items, next: LastEvaluatedKey?.sk };
  }

  /** One page of stakeholders after the one with id `after`, oldest first. */
  async function page(after?: string, limit?: number): Promise<{ items: KnownStakeholder[]; next?: string }> {
    const { items, next } = await query('STAKEHOLDERS', after, undefined, limit);
    const stakeholders = items.map((item) => Stakeholder.parse(item));
    const contacts = new Map<string, Contact>();
    const last = stakeholders.at(-1)?.id;
    for (let from = after; last !== undefined; ) {
      const found = await query('CONTACTS', from, last);
      for (const item of found.items) contacts.set(String(item.sk), Contact.parse(item));
      if (typeof found.next !== 'string') break;
      from = found.next;
    }
    return {
      items: stakeholders.map((stakeholder) => ({ stakeholder, contact: contacts.get(stakeholder.id) })),
      next: typeof next === 'string' ? next : undefined,
    };
  }

  /** Every stakeholder, read page by page. */
  const all = () => everyItem((after) => page(after));

  return { find, get, contact, page, all };
}
export type StakeholderStore = ReturnType<typeof stakeholderStore>;

/** Writes a stakeholder as they are to be, if they are still as they were read, or are new. */
export function stakeholderItem(table: Table, stakeholder: Stakeholder): TransactItem {
  return put(
    table,
    { ...stakeholderKey(stakeholder.id), entity: 'stakeholder', ...stakeholder },
    asRead(stakeholder.revision),
  );
}

/** Replaces what identifies a stakeholder; goes with a change of the stakeholder, whose condition guards it. */
export function contactItem({ name }: Table, id: string, contact: Contact): TransactItem {
  return { Put: { TableName: name, Item: { ...contactKey(id), entity: 'contact', ...contact } } };
}

/** Erases what identifies a stakeholder. */
export function contactGone({ name }: Table, id: string): TransactItem {
  return { Delete: { TableName: name, Key: contactKey(id) } };
}
