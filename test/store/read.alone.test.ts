import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { batchRead, queryItems, queryPages } from '../../store/read.ts';
import type { Table } from '../../store/transaction.ts';
import { leftOver } from '../support/left-over.ts';
import { listed } from '../support/listed.ts';
import { freshTable } from '../support/table.ts';
import { named, trouble } from '../support/trouble.ts';

const pauses: number[] = [];
/** The pauses between two attempts are counted here, not waited out. */
vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof import('node:timers/promises')>();
  const setTimeout = (milliseconds: number) => {
    pauses.push(milliseconds);
    return timers.setTimeout(1);
  };
  return { ...timers, setTimeout };
});

const count = 130;
const keyOf = (number: number) => ({ pk: 'THINGS', sk: String(number).padStart(3, '0') });
const keys = Array.from({ length: count }, (_, at) => keyOf(at));
const numbers = (items: Record<string, unknown>[]) => items.map(({ sk }) => Number(sk)).sort((a, b) => a - b);
const all = keys.map((_, at) => at);

let table: Table;
beforeAll(async () => {
  table = await freshTable();
  const { client, name: TableName } = table;
  for (const key of keys)
    await client.send(new PutCommand({ TableName, Item: { ...key, filler: 'x'.repeat(20_000) } }));
});

describe('a batch read', () => {
  it('reads more keys than one request may ask for, and leaves out what is not there', async () => {
    expect(numbers(await batchRead(table, [...keys, keyOf(900)]))).toEqual(all);
    expect(await batchRead(table, [])).toEqual([]);
  });

  it.each([
    ['nothing came for a while', { times: 5 }, 5],
    ['some came each time', { taken: 30, times: 20 }, 4],
    ['one came each time, more often than nothing may come', { taken: 1, times: 15 }, 15],
  ])('asks again for what was left out when %s', async (_, what, met) => {
    pauses.length = 0;
    const left = leftOver(table, what);
    const found = await batchRead(table, keys);
    left.end();
    expect(numbers(found)).toEqual(all);
    expect(left.met()).toBeGreaterThanOrEqual(met);
    expect(pauses.length).toBeGreaterThanOrEqual(met - 1);
  });

  it('asks again when requests themselves are throttled for a while', async () => {
    const wrong = trouble(table, named('ProvisionedThroughputExceededException'), {
      operation: 'BatchGetItem',
      forGood: true,
      times: 4,
    });
    const found = await batchRead(table, keys);
    wrong.end();
    expect([numbers(found), wrong.met()]).toEqual([all, 4]);
  });

  it('gives up when nothing has come ten times, and never answers a part as if it were all', async () => {
    pauses.length = 0;
    const left = leftOver(table, { times: 1_000 });
    await expect(batchRead(table, keys)).rejects.toMatchObject({ code: 'unavailable' });
    left.end();
    expect(left.met()).toBe(10);
    expect(pauses.every((pause, at) => pause <= Math.min(25 * 2 ** (at + 1), 2_000))).toBe(true);
  });

  it('passes on what is wrong with a request', async () => {
    const wrong = trouble(table, named('ValidationException'), { operation: 'BatchGetItem', forGood: true });
    await expect(batchRead(table, keys)).rejects.toThrow('ValidationException');
    wrong.end();
    expect(wrong.met()).toBe(1);
  });
});

describe('a query', () => {
  const things = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'THINGS' } };

  it('reads all pages in order, from where it is told', async () => {
    const pages = await listed(queryPages(table, things));
    expect(pages.length).toBeGreaterThan(1);
    expect(numbers(pages.flat())).toEqual(all);
    const rest = await listed(queryItems(table, { ...things, ExclusiveStartKey: keyOf(119), Limit: 4 }));
    expect(numbers(rest)).toEqual(all.slice(120));
  });

  it('reads no page before it is needed', async () => {
    const asked: unknown[] = [];
    const { middlewareStack: stack } = table.client;
    stack.add(
      (next) => (args) => {
        asked.push(args.input);
        return next(args);
      },
      { step: 'initialize', name: 'asked' },
    );
    for await (const { sk } of queryItems(table, { ...things, Limit: 10 })) if (sk === '012') break;
    stack.remove('asked');
    expect(asked).toHaveLength(2);
    expect(asked).toMatchObject([{ ConsistentRead: true }, { ConsistentRead: true }]);
  });

  it('asks an index without consistency, which indexes do not have', async () => {
    const pending = {
      IndexName: 'pending',
      KeyConditionExpression: 'pending = :pending',
      ExpressionAttributeValues: { ':pending': 'pending' },
    };
    expect(await listed(queryItems(table, pending))).toEqual([]);
  });
});
