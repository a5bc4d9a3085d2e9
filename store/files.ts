import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { EvidenceFile, keptUnattachedDays } from '../domain/file.ts';
import { asRead, put, type Table, type TransactItem } from './transaction.ts';

const fileKey = (id: string) => ({ pk: `FILE#${id}`, sk: 'FILE' });
const expiryOf = (at: string) => Math.floor(Date.parse(at) / 1_000) + keptUnattachedDays * 86_400;

const Kept = EvidenceFile.extend({ expiresAt: z.int().optional() });

/** What is known of the files in the bucket. */
export function fileStore({ client, name: TableName }: Table) {
  /** The file; nothing where there is none, or where it has been attached to nothing for too long. */
  async function find(id: string, now: Date): Promise<EvidenceFile | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: fileKey(id), ConsistentRead: true }));
    if (!Item) return undefined;
    const { expiresAt, ...file } = Kept.parse(Item);
    // The table removes what has expired hours or days later.
    return expiresAt !== undefined && expiresAt * 1_000 <= now.getTime() ? undefined : file;
  }
  return { find };
}
export type FileStore = ReturnType<typeof fileStore>;

/** Takes away what is known of a file. */
export const fileGone = ({ name }: Table, id: string): TransactItem => ({
  Delete: { TableName: name, Key: fileKey(id) },
});

/** Writes what is known of a file, if it is still as it was read, or is new; until it is attached, for some days only. */
export function fileItem(table: Table, file: EvidenceFile): TransactItem {
  const expiresAt = file.attachedAt === undefined ? expiryOf(file.at) : undefined;
  return put(table, { ...fileKey(file.id), entity: 'file', ...file, expiresAt }, asRead(file.revision));
}
