import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalDate } from '../domain/calendar.ts';
import { digestKey } from './outbox-entry.ts';
import { batchRead } from './read.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

/** Where it stands whose turn a day is, at an address that several people have. */
const turnKey = (addressKey: string, on: LocalDate) => ({ pk: `ADDRESS#${addressKey}`, sk: `DIGEST#${on}` });

/** As long as a late sweep may still ask. */
const keptSeconds = 7 * 86_400;

/** Gives somebody the one digest of a day to an address that others have too, unless one of them has it. */
export function turnItem(
  table: Table,
  { addressKey, stakeholder, on }: { addressKey: string; stakeholder: string; on: LocalDate },
  now: Date,
): TransactItem {
  const expiresAt = Math.floor(now.getTime() / 1_000) + keptSeconds;
  const item = { ...turnKey(addressKey, on), entity: 'digest-turn', stakeholder, expiresAt };
  return put(table, item, {
    ConditionExpression: 'attribute_not_exists(pk) OR stakeholder = :theirs',
    ExpressionAttributeValues: { ':theirs': stakeholder },
  });
}

/**
 * Whether a day's digest to an address is another's: one of those who have it was given the turn, or a digest before they
 * had it together.
 */
export async function isOthersTurn(
  table: Table,
  addressKey: string,
  on: LocalDate,
  stakeholder: string,
  others: readonly string[],
): Promise<boolean> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: turnKey(addressKey, on), ConsistentRead: true }),
  );
  const turn = z.object({ stakeholder: z.string() }).optional().parse(Item);
  if (turn) return turn.stakeholder !== stakeholder;
  return (
    (
      await batchRead(
        table,
        others.map((one) => digestKey(one, on)),
      )
    ).length > 0
  );
}
