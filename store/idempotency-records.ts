import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { put, type Table, type TransactItem } from './transaction.ts';

/** A command that carried an `Idempotency-Key`. */
export interface KeyedRequest {
  user: string;
  key: string;
  /** SHA-256, hexadecimal, of method, address and body: the key may not be reused for something else. */
  digest: string;
}

/** The answer given to a command. */
const Reply = z.object({
  status: z.int(),
  /** The body as it was sent, JSON. */
  body: z.string(),
});
export type Reply = z.infer<typeof Reply>;

/**
 * An answer as it is kept, for a day: encrypted by what only who asked for it holds, their key and the very request. An answer
 * names people, and whoever looks into the table, or erases somebody, is to find none of it there. Answers kept by an earlier
 * version are plain, and gone after that day.
 */
const Kept = z.union([
  z.object({ nonce: z.instanceof(Uint8Array), sealed: z.instanceof(Uint8Array) }),
  Reply.extend({ request: z.string() }),
]);

const keptSeconds = 86_400;
const replyKey = ({ user, key }: Pick<KeyedRequest, 'user' | 'key'>) => ({
  pk: `REPLY#${createHash('sha256')
    .update(JSON.stringify([user, key]))
    .digest('hex')}`,
  sk: 'REPLY',
});

const cipher = 'aes-256-gcm';
const tagBytes = 16;
const cipherKey = ({ user, key, digest }: KeyedRequest) =>
  Buffer.from(hkdfSync('sha256', JSON.stringify([user, key, digest]), '', 'etapas reply', 32));

function sealed(request: KeyedRequest, reply: Reply) {
  const nonce = randomBytes(12);
  const encrypt = createCipheriv(cipher, cipherKey(request), nonce);
  const bytes = [encrypt.update(JSON.stringify(reply), 'utf8'), encrypt.final(), encrypt.getAuthTag()];
  return { nonce, sealed: Buffer.concat(bytes) };
}

/** The answer, where it was sealed for this request; `undefined` where it was for another. */
function opened(request: KeyedRequest, nonce: Uint8Array, bytes: Uint8Array): Reply | undefined {
  const decrypt = createDecipheriv(cipher, cipherKey(request), nonce);
  decrypt.setAuthTag(bytes.subarray(-tagBytes));
  const begun = decrypt.update(bytes.subarray(0, -tagBytes));
  try {
    return Reply.parse(JSON.parse(Buffer.concat([begun, decrypt.final()]).toString('utf8')));
  } catch {
    // What is authenticated by another key than this request's is another request's answer: there is nothing else to tell.
    return undefined;
  }
}

/** Reads the answers given to commands. */
export function idempotencyStore({ client, name: TableName }: Table) {
  /** The answer given to this request; `other` where the key was used for another one, and nothing where it was not used. */
  async function find(request: KeyedRequest): Promise<Reply | 'other' | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: replyKey(request), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const kept = Kept.parse(Item);
    if ('sealed' in kept) return opened(request, kept.nonce, kept.sealed) ?? 'other';
    return kept.request === request.digest ? { status: kept.status, body: kept.body } : 'other';
  }
  return { find };
}
export type IdempotencyStore = ReturnType<typeof idempotencyStore>;

/** Writes the answer with the change it belongs to; refused when the key was used meanwhile. */
export function idempotencyItem(table: Table, request: KeyedRequest, reply: Reply, now: Date): TransactItem {
  const expiresAt = Math.floor(now.getTime() / 1_000) + keptSeconds;
  return put(table, { ...replyKey(request), entity: 'reply', ...sealed(request, reply), expiresAt });
}
