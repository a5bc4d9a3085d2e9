import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { OutboxEntry } from './outbox-entry.ts';

/**
 * So many batches of the table's stream are relayed side by side: entries of one owner always in the same lane and in their
 * order, so that a slow or poisoned owner holds up a tenth of the others at most. Lambda allows ten.
 */
export const relayLanes = 10;

/**
 * Entries in one batch. Each lane sends at its share of the account's rate: an account that SES has not let out of its
 * sandbox may send one mail a second, so that ten entries of a mail take a lane a hundred seconds, within the function's time.
 */
export const relayBatch = 10;

/** Who sends at the same time: the lanes, and the reconciler. */
export const senders = relayLanes + 1;

/** An item as the stream tells of it, in DynamoDB's own notation: `{ "pk": { "S": "…" } }`. */
export const Image = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
);

/** The entry that an image shows, or what is wrong with it and its key. */
export function entryIn(image: z.infer<typeof Image>) {
  const { pk, sk, ...item } = unmarshall(image);
  return { pk, sk, ...OutboxEntry.safeParse({ pk, sk, ...item }) };
}
