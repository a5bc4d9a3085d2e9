import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type StaffSettings, shortFormIn, User } from '../domain/user.ts';
import { queryItems } from './read.ts';
import type { Table } from './transaction.ts';

const register = 'STAFF-REGISTER';

/** Who need not be written down again, by the table whose register they are in: a process asks once about each. */
const registered = new WeakMap<Table, Set<User>>();

/**
 * Staff whose work address is not at the municipality's own domain (those of a federal programme, a university): who was let
 * in once. They are few; everybody at the work domain, and whom the municipality's file names, is staff without an entry.
 */
export function staffRegister(table: Table) {
  const { client, name: TableName } = table;

  /** Writes down that somebody was let in, where that is not known by their address; again it is nothing. */
  async function add(user: User, settings: StaffSettings, now: Date): Promise<void> {
    const known = registered.get(table) ?? new Set();
    registered.set(table, known);
    if (shortFormIn(settings, user) !== undefined || known.has(user)) return;
    const Item = { pk: register, sk: user, entity: 'staff-entry', since: now.toISOString() };
    try {
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
    known.add(user);
  }

  /** Tells of a name, in the one form in which it is written down, whether it is that of a member of staff. */
  async function knows(settings: StaffSettings): Promise<(user: User) => boolean> {
    const entries = new Set(settings.approvers);
    const query = {
      KeyConditionExpression: 'pk = :register',
      ExpressionAttributeValues: { ':register': register },
    };
    for await (const item of queryItems(table, query)) entries.add(z.object({ sk: User }).parse(item).sk);
    return (user) => shortFormIn(settings, user) !== undefined || entries.has(user);
  }

  return { add, knows };
}
