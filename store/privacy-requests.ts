import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { PrivacyRequestChange } from '../domain/commands/privacy-requests.ts';
import { Problem } from '../domain/errors.ts';
import { agendaPlace } from '../domain/listing.ts';
import { PrivacyRequest } from '../domain/privacy-request.ts';
import { commitStakeholder } from './commit.ts';
import { batchRead, queryPage } from './read.ts';
import { table as schema } from './table.ts';
import { asRead, put, type Table, type TransactItem, writeAll } from './transaction.ts';

/** All requests share a partition; their ids sort by the time they were recorded. */
const partition = 'PRIVACY-REQUESTS';
const keyOf = (id: string) => ({ pk: partition, sk: id });
const { dueIndex } = schema;

/** What people ask for about the data that are kept of them. Every read is consistent. */
export function privacyRequestStore(table: Table) {
  const { client, name: TableName } = table;

  /** @throws Problem `not-found` */
  async function get(id: string): Promise<PrivacyRequest> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
    if (!Item) throw new Problem('not-found');
    return PrivacyRequest.parse(Item);
  }

  /** The requests with these ids, those that are there, by their ids. */
  async function many(ids: readonly string[]): Promise<Map<string, PrivacyRequest>> {
    const items = await batchRead(table, ids.map(keyOf));
    return new Map(items.map((item) => [String(item.sk), PrivacyRequest.parse(item)]));
  }

  /** Up to `limit` requests recorded before the one with id `before`, the newest first. */
  async function page(before: string | undefined, limit: number) {
    const { items: found, hasMore } = await queryPage(table, {
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
      ExclusiveStartKey: before ? keyOf(before) : undefined,
      Limit: limit,
      ScanIndexForward: false,
    });
    const items = found.map((item) => PrivacyRequest.parse(item));
    return { items, next: hasMore ? items.at(-1)?.id : undefined };
  }

  return { get, many, page };
}

/** Writes a request as it is to be, if it is new or still as it was read; an open one stands in the order of days. */
function requestItem(table: Table, request: PrivacyRequest): TransactItem {
  const { id, dueOn, status, revision } = request;
  const due =
    status === 'open'
      ? { [dueIndex.partitionKey]: 'privacy-request', [dueIndex.sortKey]: agendaPlace(dueOn, id) }
      : {};
  return put(table, { ...keyOf(id), entity: 'privacy-request', ...request, ...due }, asRead(revision));
}

/**
 * Writes a request and, where the person is recorded, the line of their history, whole or not at all.
 * @throws Conflict when the request or the person has changed since they were read
 */
export async function commitPrivacyRequest(
  table: Table,
  { request, person }: PrivacyRequestChange,
  now: Date,
  also: TransactItem[] = [],
): Promise<void> {
  const items = [requestItem(table, request), ...also];
  await (person ? commitStakeholder(table, person, now, items) : writeAll(table, items));
}
