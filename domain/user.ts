import * as z from 'zod';

/**
 * A staff member's user name in the user pool, however they type it: their work e-mail address, or the part before `@`. It
 * is trimmed and in small letters once it was read; `userIn` makes it the one name that is written down.
 */
export const User = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(128)
  .regex(/^\s*[^\s"<>\\\p{C}]+\s*$/u, 'user-name');
export type User = z.infer<typeof User>;

/**
 * The one form in which a person's name is written down and compared: the work address in small letters. The short form is
 * the address at the domain of the municipality's work addresses.
 */
export function userIn({ staffMailDomain }: { staffMailDomain: string }, name: string): User {
  const typed = name.trim().toLowerCase();
  return typed.includes('@') ? typed : `${typed}@${staffMailDomain}`;
}

/** Several people, each of them once, whatever form they are named in. */
export const usersIn = (municipality: { staffMailDomain: string }, names: readonly string[]): User[] => [
  ...new Set(names.map((name) => userIn(municipality, name))),
];

/** By what of a municipality's settings somebody is staff without an entry in the register. */
export interface StaffSettings {
  staffMailDomain: string;
  approvers: readonly User[];
}

/** The short form of an address of the municipality's work domain; of other addresses there is none. */
export function shortFormIn({ staffMailDomain }: { staffMailDomain: string }, user: User): User | undefined {
  const [name, domain] = user.split('@');
  return domain === staffMailDomain ? name : undefined;
}
