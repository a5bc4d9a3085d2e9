import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Language } from '../domain/language.ts';
import { MailChoice, usualMails } from '../domain/mail-choice.ts';
import { asRead, put, type Table, writeAll } from './transaction.ts';

/** What a member of staff chose for themselves. */
export const StaffProfile = z.object({
  language: Language,
  mails: MailChoice.default(usualMails),
  revision: z.int().min(1),
});
export type StaffProfile = z.infer<typeof StaffProfile>;

export const staffPartition = (user: string): `STAFF#${string}` => `STAFF#${user}`;
export const staffKey = (user: string) => ({ pk: staffPartition(user), sk: 'PROFILE' });

/** Profiles of staff; who has none is spoken to in the municipality's language. */
export function staffStore(table: Table) {
  async function find(user: string): Promise<StaffProfile | undefined> {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: staffKey(user), ConsistentRead: true }),
    );
    return Item && StaffProfile.parse(Item);
  }

  /** @throws Conflict when it was changed since it was read */
  async function save(user: string, profile: StaffProfile): Promise<void> {
    await writeAll(table, [
      put(table, { ...staffKey(user), entity: 'staff', ...profile }, asRead(profile.revision)),
    ]);
  }

  return { find, save };
}
export type StaffStore = ReturnType<typeof staffStore>;
