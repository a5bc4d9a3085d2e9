import * as z from 'zod';
import { Problem } from './errors.ts';
import type { Locality } from './locality.ts';
import type { User } from './municipality.ts';

/** What somebody may do: everything; their localities; look. */
export const Role = z.enum(['administrator', 'coordinator', 'viewer']);
export type Role = z.infer<typeof Role>;

/** Who is asking, as their token says. */
export interface Caller {
  user: User;
  roles: Role[];
  /** Localities their token opens to them beside those that name them as coordinator. */
  localities: string[];
}

/** Administrators, and viewers whose token does not narrow them to some localities. */
export const seesEverything = ({ roles, localities }: Caller): boolean =>
  roles.includes('administrator') || (roles.includes('viewer') && localities.length === 0);

/** Their own localities for a coordinator; all of them for administrators and viewers. */
export function maySee(caller: Caller, locality: Pick<Locality, 'id' | 'coordinators'>): boolean {
  return seesEverything(caller) || coordinates(caller, locality);
}

/** Whether a caller whom the route lets in may change this locality. */
export function mayChange(caller: Caller, locality: Pick<Locality, 'id' | 'coordinators'>): boolean {
  if (caller.roles.includes('administrator')) return true;
  return caller.roles.includes('coordinator') && coordinates(caller, locality);
}

const coordinates = (caller: Caller, locality: Pick<Locality, 'id' | 'coordinators'>) =>
  caller.localities.includes(locality.id) ||
  (caller.roles.includes('coordinator') && locality.coordinators.includes(caller.user));

/** The locality, or `not-found` when it is none of the caller's: guessed ids tell nothing. */
export function visible<T extends Pick<Locality, 'id' | 'coordinators'>>(caller: Caller, locality: T): T {
  if (!maySee(caller, locality)) throw new Problem('not-found');
  return locality;
}

/** The locality, or `forbidden` when the caller may look at it and no more. */
export function changeable<T extends Pick<Locality, 'id' | 'coordinators'>>(caller: Caller, locality: T): T {
  if (!mayChange(caller, visible(caller, locality))) throw new Problem('forbidden');
  return locality;
}
