import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '../domain/calendar.ts';
import { Commitment } from '../domain/commitment.ts';
import { Conflict, Problem } from '../domain/errors.ts';
import { table as schema } from './table.ts';
import { notThere, type PutCondition, put, type Table, type TransactItem } from './transaction.ts';

const prefix = 'COMMITMENT#';
const { dueIndex, responsibleIndex } = schema;

/** Where a commitment is kept. */
export const commitmentKey = ({ locality, number }: Pick<Commitment, 'locality' | 'number'>) => ({
  pk: `LOCALITY#${locality}`,
  sk: `${prefix}${String(number).padStart(6, '0')}`,
});

/** The commitment that an entry of an index names. */
const keyOf = ({ pk, sk }: Record<string, unknown>) => ({
  locality: String(pk).slice('LOCALITY#'.length),
  number: Number(String(sk).slice(prefix.length)),
});

/** Sorts by due date, what has none last, and then as the table does. */
const placeOf = (commitment: Commitment) => {
  const { pk, sk } = commitmentKey(commitment);
  return `${commitment.dueOn ?? '9999-12-31'} ${pk} ${sk}`;
};

/** Keys in one BatchGetItem. */
const batchSize = 100;

/** The commitment matrices of localities. Reads of the table are consistent; the index says only where to look. */
export function commitmentStore(table: Table) {
  const { client, name: TableName } = table;

  /** @throws Problem `not-found` */
  async function get(which: Pick<Commitment, 'locality' | 'number'>): Promise<Commitment> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: commitmentKey(which), ConsistentRead: true }),
    );
    if (!Item) throw new Problem('not-found');
    return Commitment.parse(Item);
  }

  /** Up to `limit` commitments of a locality after number `after`, in the order they were made. */
  async function page(locality: string, after = 0, limit?: number) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :locality AND begins_with(sk, :commitment)',
        ExpressionAttributeValues: { ':locality': `LOCALITY#${locality}`, ':commitment': prefix },
        ExclusiveStartKey: after ? commitmentKey({ locality, number: after }) : undefined,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    const items = Items.map((item) => Commitment.parse(item));
    return { items, next: LastEvaluatedKey && items.at(-1)?.number };
  }

  /** The whole matrix of a locality. */
  async function ofLocality(locality: string): Promise<Commitment[]> {
    const all: Commitment[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const { items, next } = await page(locality, after);
      all.push(...items);
      after = next;
    }
    return all;
  }

  /** The commitments with these keys, those that are there. */
  async function many(keys: Pick<Commitment, 'locality' | 'number'>[]): Promise<Commitment[]> {
    const found: Commitment[] = [];
    for (let at = 0; at < keys.length; at += batchSize) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({
          RequestItems: {
            [TableName]: { Keys: keys.slice(at, at + batchSize).map(commitmentKey), ConsistentRead: true },
          },
        }),
      );
      if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Conflict('a batch was read in part');
      found.push(...(Responses?.[TableName] ?? []).map((item) => Commitment.parse(item)));
    }
    return found;
  }

  /** Every commitment somebody is to be reminded of by `today`, longest due first, a page of keys at a time. */
  async function* due(today: LocalDate): AsyncGenerator<Commitment[]> {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          IndexName: dueIndex.name,
          KeyConditionExpression: `${dueIndex.partitionKey} = :due AND ${dueIndex.sortKey} <= :today`,
          ExpressionAttributeValues: { ':due': 'due', ':today': today },
          ExclusiveStartKey,
        }),
      );
      const keys = (answer.Items ?? []).map(keyOf);
      // The index may lag behind: what counts is the item.
      yield (await many(keys)).filter(({ remindOn }) => remindOn !== undefined && remindOn <= today);
      ExclusiveStartKey = answer.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  /**
   * Every commitment that `stakeholder` is responsible for, in all localities, soonest due first and undated last.
   * One that changed hands a moment ago is not among them; one that was given to them a moment ago may be missing.
   */
  async function commitmentsOf(stakeholder: string): Promise<Commitment[]> {
    const keys: Pick<Commitment, 'locality' | 'number'>[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          IndexName: responsibleIndex.name,
          KeyConditionExpression: `${responsibleIndex.partitionKey} = :stakeholder`,
          ExpressionAttributeValues: { ':stakeholder': stakeholder },
          ExclusiveStartKey,
        }),
      );
      keys.push(...(answer.Items ?? []).map(keyOf));
      ExclusiveStartKey = answer.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    const theirs = (await many(keys)).filter(({ responsible }) => responsible === stakeholder);
    return theirs.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  return { get, page, ofLocality, many, due, commitmentsOf };
}
export type CommitmentStore = ReturnType<typeof commitmentStore>;

/** The commitment has been written this often, and not since it was read. */
export const atWrite = (writes: number): PutCondition => ({
  ConditionExpression: 'writes = :read',
  ExpressionAttributeValues: { ':read': writes },
});

/** Writes a commitment as it is to be, if it is still as it was read, or is new. It is in the index while reminded of. */
export function commitmentItem(table: Table, commitment: Commitment): TransactItem {
  const condition = commitment.writes === 1 ? notThere : atWrite(commitment.writes - 1);
  const due = commitment.remindOn ? { [dueIndex.partitionKey]: 'due' } : {};
  return put(table, { ...commitmentKey(commitment), entity: 'commitment', ...due, ...commitment }, condition);
}
