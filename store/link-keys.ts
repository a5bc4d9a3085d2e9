import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/calendar.ts';
import type { DatedKey } from '../domain/link-key.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

const partition = 'KEYS';
const prefix = 'LINKS#v';

/** A key that links are signed with: 32 random bytes, and the version it goes by. */
export interface LinkKey extends DatedKey {
  secret: Uint8Array;
}

const Item = z.object({ version: z.int().min(1), secret: z.base64url(), madeAt: Instant.optional() });

const keyOf = (version: number) => ({ pk: partition, sk: `${prefix}${version}` });
const itemOf = ({ version, secret, madeAt }: LinkKey) => ({
  ...keyOf(version),
  entity: 'link-key',
  version,
  secret: Buffer.from(secret).toString('base64url'),
  madeAt,
});

/** Writes a key that was not there. */
export const linkKeyItem = (table: Table, key: LinkKey): TransactItem => put(table, itemOf(key));

/** Takes a key away: no link of it is good any more. */
export const linkKeyGone = ({ name: TableName }: Table, version: number): TransactItem => ({
  Delete: { TableName, Key: keyOf(version) },
});

/** The keys of a municipality's links: the newest signs, the others verify (`domain/link-key.ts`). */
export function linkKeyStore({ client, name: TableName }: Table) {
  /** Every key, newest first. */
  async function all(): Promise<LinkKey[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :keys AND begins_with(sk, :links)',
        ExpressionAttributeValues: { ':keys': partition, ':links': prefix },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => Item.parse(item))
      .map(({ secret, ...key }) => ({ ...key, secret: Buffer.from(secret, 'base64url') }))
      .sort((a, b) => b.version - a.version);
  }

  /** Makes the key of a version. Whoever comes first makes it; for the others there is nothing left to do. */
  async function make(version: number, madeAt?: Date): Promise<void> {
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: itemOf({ version, secret: randomBytes(32), madeAt: madeAt?.toISOString() }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { all, make };
}
