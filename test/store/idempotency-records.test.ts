import { beforeAll, describe, expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import { idempotencyItem, idempotencyStore } from '../../store/idempotency-records.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { freshTable } from '../support/table.ts';

let table: Table;
beforeAll(async () => {
  table = await freshTable();
});
const now = new Date('2026-01-12T19:00:00Z');
const reply = { request: 'a digest', status: 201, body: '{"id":"anapra"}' };
const keep = (user: string, key: string, given = reply) =>
  writeAll(table, [idempotencyItem(table, user, key, given, now)]);
const find = (user: string, key: string) => idempotencyStore(table).find(user, key);

describe('the answer to a command', () => {
  it('is found again by who asked and their key', async () => {
    await keep('ana', 'one');
    expect(await find('ana', 'one')).toEqual(reply);
  });

  it('is nobody else’s, and no other key’s', async () => {
    await keep('ana', 'two');
    expect(await find('luis', 'two')).toBeUndefined();
    expect(await find('ana', 'two ')).toBeUndefined();
    expect(await find('an', 'atwo')).toBeUndefined();
  });

  it('is kept once: the first stands', async () => {
    await keep('ana', 'three');
    await expect(keep('ana', 'three', { ...reply, status: 500 })).rejects.toThrow(Conflict);
    expect(await find('ana', 'three')).toEqual(reply);
  });

  it('expires after a day', () => {
    const item = idempotencyItem(table, 'ana', 'four', reply, now).Put?.Item;
    expect(item?.expiresAt).toBe(now.getTime() / 1_000 + 86_400);
  });
});
