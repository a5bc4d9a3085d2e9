import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from './transaction.ts';

const partition = 'KEYS';
const prefix = 'LINKS#v';

/** A key that links are signed with: 32 random bytes, and the version it goes by. */
export interface LinkKey {
  version: number;
  secret: Uint8Array;
}

const Item = z.object({ version: z.int().min(1), secret: z.base64url() });

/** The keys of a municipality's links: the newest signs, every one that is kept verifies. */
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
      .map(({ version, secret }) => ({ version, secret: Buffer.from(secret, 'base64url') }))
      .sort((a, b) => b.version - a.version);
  }

  /** Makes the key of a version. Whoever comes first makes it; for the others there is nothing left to do. */
  async function make(version: number): Promise<void> {
    const secret = randomBytes(32).toString('base64url');
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { pk: partition, sk: `${prefix}${version}`, entity: 'link-key', version, secret },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return { all, make };
}
