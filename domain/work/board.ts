import * as z from 'zod';
import type { Locality } from '../locality.ts';
import { LocalityId } from '../locality-id.ts';

/** What stands in the place of a locality's id where work is the municipality's own. No locality is called so. */
export const municipal = 'municipality';

/** Whose work it is: the id of a locality, or `municipality`. */
export const BoardId = LocalityId;

/** Where the history of the municipality's own work stands; a new one is at revision 0. */
export interface MunicipalHead {
  revision: number;
  /** The hash of the last line. */
  headHash: string;
}

/** Whose work it is, as it was read: every change of it is written on that revision. */
export type Board =
  | { id: string; locality: Locality; head?: undefined }
  | { id: typeof municipal; locality?: undefined; head: MunicipalHead };

/** The number of the last line of the history that tells of the work. */
export const revisionOf = ({ locality, head }: Board): number => (locality ?? head).revision;

/** What an id names that is made of the board's and of a key: `<board>.<key>`. */
export function partsOf(id: string): { board: string; key: string } {
  const dot = id.indexOf('.');
  return { board: id.slice(0, dot), key: id.slice(dot + 1) };
}

const keyPattern = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';

/** `<board>.<key>` */
export const LineId = z
  .string()
  .max(121)
  .regex(new RegExp(`^[0-9a-z-]{1,60}\\.${keyPattern}$`), 'is not the id of a line');
/** `<board>.<key>`; the key alone names one of the same board. */
export const ObjectiveId = z
  .string()
  .max(121)
  .regex(new RegExp(`^(?:[0-9a-z-]{1,60}\\.)?${keyPattern}$`), 'is not the id of an objective');
/** `<board>.<key>` */
export const GroupId = z
  .string()
  .max(121)
  .regex(new RegExp(`^[0-9a-z-]{1,60}\\.${keyPattern}$`), 'is not the id of a group');
/** `<board>.<line>.<day>-<number>`: the number counts within the line. */
export const EntryId = z
  .string()
  .max(140)
  .regex(new RegExp(`^[0-9a-z-]{1,60}\\.${keyPattern}\\.\\d{8}-\\d{1,8}$`), 'is not the id of an entry');

/** A key made of a name, and of a number where others have it already. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  const key = /^[a-z]/.test(words) ? words : ['n', words].filter(Boolean).join('-');
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}
