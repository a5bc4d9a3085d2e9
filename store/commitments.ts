import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { commitmentOnAgenda } from '../domain/agenda.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { Commitment, commitmentId } from '../domain/commitment.ts';
import { Problem } from '../domain/errors.ts';
import type { Locality } from '../domain/locality.ts';
import { commitmentStanding } from './agenda.ts';
import { batchRead, batchSize, type Item, queryItems, queryPages, readAhead } from './read.ts';
import { table as schema } from './table.ts';
import { asWritten, put, type Table, type TransactItem } from './transaction.ts';

const prefix = 'COMMITMENT#';
export type CommitmentKey = Pick<Commitment, 'locality' | 'number'>;

const { dueIndex, responsibleIndex, standingIndex } = schema;

/** Where a commitment is kept. */
export const commitmentKey = ({ locality, number }: CommitmentKey) => ({
  pk: `LOCALITY#${locality}`,
  sk: `${prefix}${String(number).padStart(6, '0')}`,
});

/** The index holds what else somebody is responsible for, too. */
const isCommitment = ({ sk }: Item): boolean => String(sk).startsWith(prefix);

/** The commitment that an entry of an index names. */
const keyOf = ({ pk, sk }: Item): CommitmentKey => ({
  locality: String(pk).slice('LOCALITY#'.length),
  number: Number(String(sk).slice(prefix.length)),
});

const matrixOf = (locality: string) => ({
  KeyConditionExpression: 'pk = :locality AND begins_with(sk, :commitment)',
  ExpressionAttributeValues: { ':locality': `LOCALITY#${locality}`, ':commitment': prefix },
});

/** What is asked for of a matrix. */
export interface MatrixQuery {
  status?: Commitment['status'];
  sector?: Commitment['sector'];
  responsible?: string;
}

/** A page of a matrix. Where more is asked for than that they follow a number, it may hold less than its limit. */
export interface MatrixPage {
  items: Commitment[];
  /** The number that the next page follows; absent where nothing is left to look at. */
  next?: number;
}

/** So many commitments are looked at for one page, however few of them are what is asked for. */
const mostLookedAt = 2_000;

const isAskedFor = ({ status, sector, responsible }: MatrixQuery, one: Commitment) =>
  (!status || one.status === status) &&
  (!sector || one.sector === sector) &&
  (!responsible || one.responsible === responsible);

/** Sorts by due date, what has none last, and then as the table does. */
const placeOf = (commitment: Commitment) => {
  const { pk, sk } = commitmentKey(commitment);
  return `${commitment.dueOn ?? '9999-12-31'} ${pk} ${sk}`;
};

/** How long a matrix is. */
type Extent = Pick<Locality, 'id' | 'commitments'>;

/** What is read of matrices at once: a piece of a long one, or some by their keys. */
type Portion = { keys: CommitmentKey[] } | { locality: string; after: number };

/** A long matrix is read in pieces of so many. */
const pieceSize = 1_000;

async function* portions(localities: Iterable<Extent> | AsyncIterable<Extent>): AsyncGenerator<Portion> {
  let keys: CommitmentKey[] = [];
  for await (const { id: locality, commitments } of localities) {
    if (keys.length > 0 && keys.length + commitments > batchSize) {
      yield { keys };
      keys = [];
    }
    if (commitments <= batchSize)
      for (let number = 1; number <= commitments; number += 1) keys.push({ locality, number });
    else for (let after = 0; after < commitments; after += pieceSize) yield { locality, after };
  }
  if (keys.length > 0) yield { keys };
}

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

  /**
   * The matrices of localities, one after the other. Numbers have no gaps: so those of small matrices are asked for by
   * their keys, a hundred at once, since ten thousand localities would else be ten thousand requests.
   */
  async function* ofLocalities(
    localities: Iterable<Extent> | AsyncIterable<Extent>,
  ): AsyncGenerator<Commitment> {
    for await (const some of readAhead(portions(localities), readPortion)) yield* some;
  }

  async function readPortion(portion: Portion): Promise<Commitment[]> {
    if (!('keys' in portion)) return between(portion.locality, portion.after + 1, portion.after + pieceSize);
    const found = await many(portion.keys);
    const place = new Map(portion.keys.map((key, at) => [commitmentId(key), at]));
    const placeIn = (one: Commitment) => place.get(commitmentId(one)) ?? 0;
    return found.sort((a, b) => placeIn(a) - placeIn(b));
  }

  /** The whole matrix of a locality. */
  async function ofLocality(locality: string): Promise<Commitment[]> {
    const all: Commitment[] = [];
    for await (const item of queryItems(table, matrixOf(locality))) all.push(Commitment.parse(item));
    return all;
  }

  /** The commitments that follow the number `after`, read by their key: as many as `most`, and no more. */
  async function following(locality: string, after: number, most: number): Promise<Commitment[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        ...matrixOf(locality),
        ExclusiveStartKey: after > 0 ? commitmentKey({ locality, number: after }) : undefined,
        Limit: most,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => Commitment.parse(item));
  }

  /** The commitments with these numbers and those between. */
  async function between(locality: string, first: number, last: number): Promise<Commitment[]> {
    const keyOfNumber = (number: number) => commitmentKey({ locality, number }).sk;
    const found: Commitment[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :locality AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':locality': `LOCALITY#${locality}`,
        ':first': keyOfNumber(first),
        ':last': keyOfNumber(last),
      },
    });
    for await (const item of items) found.push(Commitment.parse(item));
    return found;
  }

  /** The numbers of what somebody is responsible for in a locality. */
  async function numbersOf(locality: string, responsible: string): Promise<number[]> {
    const numbers: number[] = [];
    const found = queryItems(table, {
      IndexName: responsibleIndex.name,
      KeyConditionExpression: `${responsibleIndex.partitionKey} = :who AND ${responsibleIndex.sortKey} = :locality`,
      ExpressionAttributeValues: { ':who': responsible, ':locality': `LOCALITY#${locality}` },
    });
    for await (const item of found) if (isCommitment(item)) numbers.push(keyOf(item).number);
    return numbers.sort((a, b) => a - b);
  }

  /**
   * A page of a locality's matrix by number, of at most `limit` commitments. What somebody is responsible for is looked up
   * in the index, which may lag behind; what is found there is read from the table.
   */
  async function page(
    { id: locality, commitments: last }: Pick<Locality, 'id' | 'commitments'>,
    after: number,
    limit: number,
    asked: MatrixQuery,
  ): Promise<MatrixPage> {
    const theirs = asked.responsible && (await numbersOf(locality, asked.responsible));
    const read = async (from: number, most: number): Promise<Commitment[]> => {
      if (!theirs) return following(locality, from, most);
      const numbers = theirs.filter((number) => number > from).slice(0, Math.min(most, batchSize));
      const found = await many(numbers.map((number) => ({ locality, number })));
      return found.sort((a, b) => a.number - b.number);
    };
    const end = theirs ? (theirs.at(-1) ?? 0) : last;
    const isWhole = !(asked.status || asked.sector);
    const items: Commitment[] = [];
    let from = after;
    for (let looked = 0; from < end && items.length < limit && looked < mostLookedAt; ) {
      const wanted = limit - items.length;
      // Where only some will do, more are read at once.
      const some = await read(from, isWhole ? wanted : Math.max(100, 4 * wanted));
      if (some.length === 0) return { items };
      looked += some.length;
      for (const one of some) {
        if (items.length === limit) break;
        from = one.number;
        if (isAskedFor(asked, one)) items.push(one);
      }
    }
    return { items, next: from < end ? from : undefined };
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
    for await (const item of found) if (isCommitment(item)) keys.push(keyOf(item));
    const theirs = (await many(keys)).filter(({ responsible }) => responsible === stakeholder);
    return theirs.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }

  return { get, page, ofLocality, ofLocalities, many, dueKeys, due, commitmentsOf };
}
export type CommitmentStore = ReturnType<typeof commitmentStore>;

/**
 * Writes a commitment as it is to be, if it is still as it was read, or is new. It is in the index `due` while reminded of,
 * and in the agenda's while it is to be kept by a day.
 */
export function commitmentItem(table: Table, commitment: Commitment): TransactItem {
  const due = commitment.remindOn ? { [dueIndex.partitionKey]: 'due' } : {};
  const place = commitmentOnAgenda(commitment);
  const agenda = place
    ? { [standingIndex.partitionKey]: commitmentStanding, [standingIndex.sortKey]: place }
    : {};
  const item = { ...commitmentKey(commitment), entity: 'commitment', ...due, ...agenda, ...commitment };
  return put(table, item, asWritten(commitment.writes));
}
