import { beforeAll, describe, expect, it } from 'vitest';
import type { Errand } from '../../domain/change.ts';
import { Conflict } from '../../domain/errors.ts';
import { type OutboxEntry, type OutboxStore, outboxStore, settledItem } from '../../store/outbox.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { begun } from '../support/changes.ts';
import { itemsOf } from '../support/items.ts';
import { listed } from '../support/listed.ts';
import { freshTable } from '../support/table.ts';

const noon = '2026-01-12T19:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1_000);
const answer: Errand = { kind: 'answer-gate', token: 'a token', answer: { outcome: 'advance' } };
const keyOf = (locality: string, id: string) => ({ pk: `LOCALITY#${locality}`, sk: `OUTBOX#${id}` });

let table: Table;
let outbox: OutboxStore;
beforeAll(async () => {
  table = await freshTable();
  outbox = outboxStore(table);
});

async function queued(locality: string, id = '1.0'): Promise<{ pk: string; sk: string }> {
  await outbox.queue(locality, id, answer, noon);
  return keyOf(locality, id);
}
async function leased(locality: string): Promise<OutboxEntry> {
  const entry = await outbox.lease(await queued(locality), later(0));
  if (!entry) throw new Error('nothing to lease');
  return entry;
}

describe('an entry of the outbox', () => {
  it('is written with the change that calls for it, under an id that follows from the change', async () => {
    await begun(table, 'anapra');
    const entry = await outbox.find(keyOf('anapra', '1.0'));
    expect(entry).toMatchObject({ id: 'anapra.1.0', state: 'queued', errand: { kind: 'start-execution' } });
  });

  it('is gone once it is taken out', async () => {
    const key = await queued('removed');
    await outbox.remove(key);
    expect(await outbox.find(key)).toBeUndefined();
  });

  it('that is queued again is the same entry', async () => {
    await queued('again');
    await queued('again');
    expect(await itemsOf(table, 'again', 'OUTBOX#')).toHaveLength(1);
  });
});

describe('a lease', () => {
  it('is had by one of ten senders', async () => {
    const key = await queued('ten');
    const leases = await Promise.all(Array.from({ length: 10 }, () => outbox.lease(key, later(0))));
    expect(leases.filter((entry) => entry)).toMatchObject([{ state: 'leased', attempts: 1 }]);
  });

  it('keeps others away for two minutes, and then lets one of them have it', async () => {
    const key = await queued('two-minutes');
    await outbox.lease(key, later(0));
    expect(await outbox.lease(key, later(119))).toBeUndefined();
    expect(await outbox.lease(key, later(121))).toMatchObject({ attempts: 2 });
    expect(await outbox.lease(key, later(122))).toBeUndefined();
  });

  it('of what is not there, or done, is not given', async () => {
    expect(await outbox.lease(keyOf('nowhere', '1.0'), later(0))).toBeUndefined();
    const entry = await leased('done');
    await writeAll(table, [settledItem(table, entry, { state: 'sent', messageId: 'x' }, later(1))]);
    expect(await outbox.lease(entry, later(999))).toBeUndefined();
  });
});

describe('putting off', () => {
  it('gives the entry back at once, and does not count the attempt', async () => {
    const entry = await leased('put-off');
    await outbox.putOff(entry);
    expect(await outbox.find(entry)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await outbox.lease(entry, later(1))).toMatchObject({ attempts: 1 });
  });

  it('by a sender whose lease has run out is refused, since another has it', async () => {
    const entry = await leased('put-off-late');
    await outbox.lease(entry, later(121));
    await expect(outbox.putOff(entry)).rejects.toThrow();
    expect(await outbox.find(entry)).toMatchObject({ state: 'leased', attempts: 2 });
  });
});

describe('a settled mail', () => {
  it('keeps the fact for ninety days, and neither the address nor the text', async () => {
    const entry = await leased('settled');
    await writeAll(table, [settledItem(table, entry, { state: 'sent', messageId: 'ses-1' }, later(0))]);
    const [kept] = await itemsOf(table, 'settled', 'OUTBOX#');
    expect(kept).toMatchObject({ state: 'sent', messageId: 'ses-1', attempts: 1 });
    expect(kept?.expiresAt).toBe(Math.floor(Date.parse(noon) / 1_000) + 90 * 86_400);
    expect(kept).not.toHaveProperty('errand');
    expect(kept).not.toHaveProperty('pending');
    expect(await outbox.find(entry)).toBeUndefined();
  });

  it('is settled by the sender that has the lease, and no other', async () => {
    const entry = await leased('settled-late');
    await outbox.lease(entry, later(121));
    const settled = writeAll(table, [settledItem(table, entry, { state: 'sent' }, later(122))]);
    await expect(settled).rejects.toThrow(Conflict);
  });
});

describe('what is pending', () => {
  it('is listed longest waiting first, whatever its state, until it is settled or taken out', async () => {
    const own = await freshTable();
    const { queue, lease, putOff, remove, pending } = outboxStore(own);
    const ids = ['queued', 'leased', 'waiting', 'removed', 'settled'];
    for (const [at, id] of ids.entries()) await queue('anapra', id, answer, later(-at).toISOString());
    const key = (id: string) => keyOf('anapra', id);
    await lease(key('leased'), later(0));
    const waiting = await lease(key('waiting'), later(0));
    const settled = await lease(key('settled'), later(0));
    if (!waiting || !settled) throw new Error('nothing to lease');
    await putOff(waiting);
    await remove(key('removed'));
    await writeAll(own, [settledItem(own, settled, { state: 'failed' }, later(1))]);
    expect(await listed(pending())).toEqual([key('waiting'), key('leased'), key('queued')]);
  });

  it('is listed to its end, however many pages it takes', async () => {
    const own = await freshTable();
    const { queue, pending } = outboxStore(own);
    const wide: Errand = { ...answer, kind: 'answer-gate', token: 'x'.repeat(1_000) };
    const ids = Array.from({ length: 300 }, (_, at) => String(at).padStart(3, '0'));
    await Promise.all(ids.map((id) => queue('anapra', `1.${id}`, wide, noon)));
    expect(await listed(pending())).toHaveLength(300);
  });
});
