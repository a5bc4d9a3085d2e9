import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '../domain/calendar.ts';
import { Commitment } from '../domain/commitment.ts';
import { Problem } from '../domain/errors.ts';
import { batchRead, batchSize, type Item, queryItems, queryPages } from './read.ts';
import { table as schema } from './table.ts';
import { notThere, type PutCondition, put, type Table, type TransactItem } from './transaction.ts';

const prefix = 'COMMITMENT#';
export type CommitmentKey = Pick<Commitment, 'locality' | 'number'>;

const { dueIndex, responsibleIndex } = schema;

/** Where a commitment is kept. */
export const commitmentKey = ({ locality, number }: CommitmentKey) => ({
  pk: `LOCALITY#${locality}`,
  sk: `${prefix}${String(number).padStart(6, '0')}`,
});

/** The commitment that an entry of an index names. */
const keyOf = ({ pk, sk }: Item): CommitmentKey => ({
  locality: String(pk).slice('LOCALITY#'.length),
  number: Number(String(sk).slice(prefix.length)),
});

const matrixOf = (locality: string) => ({
  KeyConditionExpression: 'pk = :locality AND begins_with(sk, :commitment)',
  ExpressionAttributeValues: { ':locality': `LOCALITY#${locality}`, ':commitment': prefix },
});

/** Sorts by due date, what has none last, and then as the table does. */
const placeOf = (commitment: Commitment) => {
  const { pk, sk } = commitmentKey(commitment);
  return `${commitment.dueOn ?? '9999-12-31'} ${pk} ${sk}`;
};

/** The commitment matrices of localities. Reads of the table are consistent; the index says only where to look. */
export function commitmentStore(table: Table) {
  const { client, name: TableName } = table;

  /** @throws Problem `not-found` */
  async function get(which: CommitmentKey): Promise<Commitment> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: commitmentKey(which), ConsistentRead: true }),
    );
    if (!Item) throw new Problem('not-found');
    return Commitment.parse(Item);
  }

  /** The whole matrix of a locality. */
  async function ofLocality(locality: string): Promise<Commitment[]> {
    const all: Commitment[] = [];
    for await (const item of queryItems(table, matrixOf(locality))) all.push(Commitment.parse(item));
    return all;
  }

  /** The commitments with these keys, those that are there. */
  const many = async (keys: readonly CommitmentKey[]): Promise<Commitment[]> =>
    (await batchRead(table, keys.map(commitmentKey))).map((item) => Commitment.parse(item));

  /** The keys of all commitments that somebody is to be reminded of by `today`, longest due first, a batch at a time. */
  async function* dueKeys(today: LocalDate): AsyncGenerator<CommitmentKey[]> {
    const pages = queryPages(table, {
      IndexName: dueIndex.name,
      KeyConditionExpression: `${dueIndex.partitionKey} = :due AND ${dueIndex.sortKey} <= :today`,
      ExpressionAttributeValues: { ':due': 'due', ':today': today },
    });
    for await (const items of pages)
      for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize).map(keyOf);
  }

  /** Those of a batch of `dueKeys` that are due indeed: the index may lag behind, what counts is the item. */
  const due = async (keys: readonly CommitmentKey[], today: LocalDate): Promise<Commitment[]> =>
    (await many(keys)).filter(({ remindOn }) => remindOn !== undefined && remindOn <= today);

  /**
   * Every commitment that `stakeholder` is responsible for, in all localities, soonest due first and undated last.
   * One that changed hands a moment ago is not among them; one that was given to them a moment ago may be missing.
   */
  async function commitmentsOf(stakeholder: string): Promise<Commitment[]> {
    const keys: CommitmentKey[] = [];
    const found = queryItems(table, {
      IndexName: responsibleIndex.name,
      KeyConditionExpression: `${responsibleIndex.partitionKey} = :stakeholder`,
      ExpressionAttributeValues: { ':stakeholder': stakeholder },
    });
    for await (const item of found) keys.push(keyOf(item));
    const theirs = (await many(keys)).filter(({ responsible }) => responsible === stakeholder);
    return theirs.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  return { get, ofLocality, many, dueKeys, due, commitmentsOf };
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
