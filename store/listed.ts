import type { Item } from './read.ts';
import { notThere, type PutCondition } from './transaction.ts';

/**
 * What bears this is known to the lists and counters that are kept beside it. An older table has things that are not:
 * the reconciler lists them, once.
 */
const listed = 1;

/**
 * Whether lists and counters know of something that is written, or will with the change that makes it. Of something that
 * was read it is `asRead` that tells.
 */
export const isListed = ({ revision, asRead }: { revision: number; asRead?: unknown }): boolean =>
  revision === 1 || asRead !== undefined;

/** What is written on something that is listed. */
export const listedMark = (isKnown: boolean): { listed?: number } => (isKnown ? { listed } : {});

/** Something as it was read and, where it is listed, how it was, so that a change of it is listed by the difference. */
export const withAsRead = <T extends object>(read: T, item: Item): T & { asRead?: T } =>
  item.listed === listed ? { ...read, asRead: read } : read;

/**
 * The item is new when `revision` is its first, and else is still as it was read: one revision before, and listed or not as
 * it was, since to list it leaves its revision as it is.
 */
export const asReadAndListed = (revision: number, isKnown: boolean): PutCondition =>
  revision === 1 ? notThere : unchanged(revision - 1, isKnown);

/** The item is still at this revision, and listed or not. */
export const unchanged = (revision: number, isKnown: boolean): PutCondition => ({
  ConditionExpression: `revision = :read AND ${isKnown ? 'listed = :listed' : 'attribute_not_exists(listed)'}`,
  ExpressionAttributeValues: { ':read': revision, ...(isKnown && { ':listed': listed }) },
});
