import * as z from 'zod';
import { LocalityId } from './locality-id.ts';

/*
 * Where a history stood: the number of its last entry and that entry's hash, which is over all entries before it. Printed
 * copies bear it, and whoever holds one can ask whether it still stands.
 */

/** A head as an address names it; people type what they read on paper, so capital letters are no other hash. */
export const PrintedHead = z.object({
  locality: LocalityId,
  seq: z
    .string()
    .regex(/^[1-9]\d{0,7}$/)
    .transform(Number),
  /** SHA-256, hexadecimal. */
  hash: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/),
});
export type PrintedHead = z.infer<typeof PrintedHead>;

/** Where it is told whether a head stands, from the root of wherever the pages are. */
export const checkPath = ({ locality, seq, hash }: PrintedHead): `/${string}` =>
  `/v/${locality}/${seq}/${hash}`;

/** As much of a hash as people compare by eye: its first 64 bits, in fours. */
export const shortHash = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
