import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { Problem } from '../domain/errors.ts';
import { queryItems } from './read.ts';
import type { Table, TransactItem } from './transaction.ts';

/** An item of the table holds 400 kB, its keys and names among them. */
const mostBytes = 390_000;
/** A transaction holds 4 MB and 100 items; beside its bytes it writes a locality, visits and a history. */
const mostPacked = 3_000_000;

const Part = z.object({ bytes: z.instanceof(Uint8Array) });

/** Where compressed bytes are kept that are too long for one item: parts of one partition, by number. */
export interface PackedKey {
  pk: string;
  prefix: string;
}

const partKey = ({ pk, prefix }: PackedKey, part: number) => ({
  pk,
  sk: `${prefix}${String(part).padStart(3, '0')}`,
});

/** Writes pieces that were compressed, an item each; goes with a change whose condition guards them. */
export const packedItems = (
  { name }: Table,
  key: PackedKey,
  entity: string,
  pieces: readonly Uint8Array[],
): TransactItem[] =>
  pieces.map((bytes, part) => ({
    Put: { TableName: name, Item: { ...partKey(key, part + 1), entity, bytes } },
  }));

/** Compressed bytes in pieces that each fit an item. */
export const pieces = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / mostBytes) }, (_, at) =>
    bytes.subarray(at * mostBytes, (at + 1) * mostBytes),
  );

/**
 * Refuses what one transaction has no room for.
 * @throws Problem `body-too-large`
 */
export function packable(packed: readonly Uint8Array[]): void {
  const bytes = packed.reduce((sum, { length }) => sum + length, 0);
  if (bytes > mostPacked)
    throw new Problem('body-too-large', { errors: [{ path: 'body', message: 'too-much-to-keep' }] });
}

/** What was compressed and written in pieces, whole; nothing when it was never written. Gzip members may follow one another. */
export async function unpacked(table: Table, { pk, prefix }: PackedKey): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const items = queryItems(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
  });
  for await (const item of items) parts.push(Part.parse(item).bytes);
  return parts.length === 0 ? Buffer.alloc(0) : gunzipSync(Buffer.concat(parts));
}

/** Whether an error says that bytes, or what was unpacked from them, are nothing that was ever packed here. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof z.ZodError ||
  error instanceof SyntaxError ||
  (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)));
