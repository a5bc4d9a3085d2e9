import type { LocalDate } from '../domain/calendar.ts';
import { Conflict } from '../domain/errors.ts';
import { sumOf, type Tally } from '../domain/tally.ts';
import type { Item } from './read.ts';
import { batchRead, queryItems } from './read.ts';
import { type Table, type TransactItem, writeAll } from './transaction.ts';

const partition = 'COUNTS';
/**
 * How many items share the counts of one kind. Only their sum says anything, so that each transaction adds to any one of
 * them: those that are written at once seldom meet in one, where they would keep each other waiting.
 */
const shards = 8;

const sumsKey = (locality: string) => ({ pk: `LOCALITY#${locality}`, sk: 'SUMS' });
const due = 'due/';
/** How often an item was written: whoever reads all of them twice knows by it whether anything was counted meanwhile. */
const writes = 'writes';
/** The days of months that are over are counted together, as of this one: all that is asked of them is that they are past. */
const past = '2000-01';

/** Days are counted by month, so that no item grows with the years: an item over 1 kB would cost twice as much to write. */
const monthOf = (name: string) => (name.startsWith(due) ? name.slice(due.length, due.length + 7) : undefined);
const isOfMatrix = (name: string) => /^(commitments|actions|budget)\//.test(name);

/** The group of items that a count belongs to: its month, the matrices, or the localities. */
const groupOf = (name: string) => monthOf(name) ?? (isOfMatrix(name) ? 'matrix' : 'localities');

/**
 * Adds to the counters of the municipality: one item in most transactions, none where nothing is counted otherwise. What
 * a decision changes beside a day goes with the day, since any item may hold it.
 */
export function countItems(table: Table, counts: Tally): TransactItem[] {
  const groups = Map.groupBy(counts, ([name]) => groupOf(name));
  const [day] = [...groups.keys()].filter((group) => group !== 'matrix' && group !== 'localities').sort();
  const others = groups.get('localities');
  if (day && others) {
    groups.set(day, [...(groups.get(day) ?? []), ...others]);
    groups.delete('localities');
  }
  const shard = Math.floor(Math.random() * shards);
  return [...groups].map(([group, some]) =>
    added(
      table,
      { pk: partition, sk: `${group}#${shard.toString(16)}` },
      new Map([...some, [writes, 1n]]),
      'counts',
    ),
  );
}

/** Adds to the sums of a locality's matrix. */
export const sumItems = (table: Table, locality: string, sums: Tally): TransactItem[] =>
  sums.size === 0 ? [] : [added(table, sumsKey(locality), sums, 'sums')];

/** Writes the sums of a locality's matrix as they are. */
export const sumsItem = ({ name }: Table, locality: string, sums: Tally): TransactItem => ({
  Put: { TableName: name, Item: { ...sumsKey(locality), entity: 'sums', ...Object.fromEntries(sums) } },
});

/** A day within its month is written as `due/10`. */
const shortOf = (name: string) => (name.startsWith(due) ? `${due}${name.slice(-2)}` : name);

function added({ name: TableName }: Table, Key: Item, counts: Tally, entity: string): TransactItem {
  const all = [...counts];
  return {
    Update: {
      TableName,
      Key,
      UpdateExpression: `SET entity = :entity ADD ${all.map((_, at) => `#c${at} :c${at}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(all.map(([name], at) => [`#c${at}`, shortOf(name)])),
      ExpressionAttributeValues: {
        ':entity': entity,
        ...Object.fromEntries(all.map(([, count], at) => [`:c${at}`, count])),
      },
    },
  };
}

/** What an item of counts or sums holds. */
export function tallyIn({ pk: _, sk, entity: __, ...counts }: Item): Tally {
  const month = String(sk).split('#')[0];
  const nameOf = (short: string) => (short.startsWith(due) ? `${due}${month}-${short.slice(-2)}` : short);
  return new Map(
    Object.entries(counts).flatMap(([short, count]): [string, bigint][] =>
      typeof count === 'number' || typeof count === 'bigint' ? [[nameOf(short), BigInt(count)]] : [],
    ),
  );
}

/** The counters of the municipality, and the sums of each matrix. */
export function counterStore(table: Table) {
  /** All counts together, or those of the matrices alone. */
  async function all(only?: 'matrix'): Promise<Tally> {
    const tallies: Tally[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: `pk = :counts${only ? ' AND begins_with(sk, :only)' : ''}`,
      ExpressionAttributeValues: { ':counts': partition, ...(only && { ':only': only }) },
    });
    for await (const item of items) tallies.push(tallyIn(item));
    return sumOf(tallies);
  }

  /** The sums of some localities' matrices together. */
  const sumsOf = async (localities: readonly string[]): Promise<Tally> =>
    sumOf((await batchRead(table, localities.map(sumsKey))).map(tallyIn));

  /** Of all counts those that follow from the localities themselves: not the sums of matrices. */
  const ofLocalities = (counts: Tally): Tally =>
    new Map([...counts].filter(([name]) => /^(status|stage|due|commitments)\//.test(name)));

  /** The sums of the matrices. */
  const ofMatrices = (counts: Tally): Tally =>
    new Map([...counts].filter(([name]) => /^(actions|budget)\//.test(name)));

  /** Puts the counts of months that are over together, so that what is read does not grow with the years. */
  async function fold(today: LocalDate): Promise<void> {
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :counts AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':counts': partition, ':first': `${past}$`, ':last': today.slice(0, 7) },
    });
    for await (const item of items) await writeAll(table, folded(item)).catch(unlessChanged);
  }

  function folded(item: Item): TransactItem[] {
    const { pk, sk } = item;
    const counts = [...tallyIn(item)].map(([name, count]): Tally => {
      const isDay = name.startsWith(due);
      return new Map([[isDay ? `${due}${past}-01` : name, count]]);
    });
    return [
      {
        Delete: {
          TableName: table.name,
          Key: { pk, sk },
          ConditionExpression: '#writes = :writes',
          ExpressionAttributeNames: { '#writes': writes },
          ExpressionAttributeValues: { ':writes': item[writes] },
        },
      },
      added(table, { pk: partition, sk: `${past}#0` }, sumOf(counts), 'counts'),
    ];
  }

  return { all, ofLocalities, ofMatrices, sumsOf, fold };
}
/** What was counted meanwhile is folded by the next run. */
function unlessChanged(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
export type CounterStore = ReturnType<typeof counterStore>;
