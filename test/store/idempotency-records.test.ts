import { PutCommand } from '@aws-sdk/lib-dynamodb';
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
const reply = { status: 201, body: '{"id":"anapra","name":"Rosa Pérez"}' };
const asked = (user: string, key: string, digest = 'a digest') => ({ user, key, digest });
const keep = (user: string, key: string, given = reply) =>
  writeAll(table, [idempotencyItem(table, asked(user, key), given, now)]);
const find = (...request: Parameters<typeof asked>) => idempotencyStore(table).find(asked(...request));

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

  it('is given to the same request alone', async () => {
    await keep('ana', 'five');
    expect(await find('ana', 'five', 'another digest')).toBe('other');
  });

  it('cannot be read in the table: not the names in it, nor what was asked', () => {
    const item = idempotencyItem(table, asked('ana', 'six', 'the digest'), reply, now).Put?.Item ?? {};
    const texts = Object.values(item).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    );
    for (const word of ['Rosa', 'anapra', 'the digest', 'ana'])
      expect(texts.join(' '), word).not.toContain(word);
  });

  it('that an earlier version kept is found for the rest of its day', async () => {
    const { Put } = idempotencyItem(table, asked('ana', 'seven'), reply, now);
    const { nonce: _, sealed: __, ...key } = Put?.Item ?? {};
    const Item = { ...key, ...reply, request: 'a digest' };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    expect(await find('ana', 'seven')).toEqual(reply);
    expect(await find('ana', 'seven', 'another digest')).toBe('other');
  });

  it('expires after a day', () => {
    const item = idempotencyItem(table, asked('ana', 'four'), reply, now).Put?.Item;
    expect(item?.expiresAt).toBe(now.getTime() / 1_000 + 86_400);
  });
});
