import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { Conflict } from '../../domain/errors.ts';
import type { MailMessage } from '../../domain/mail.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import {
  digestItem,
  type Left,
  movedEntry,
  type OutboxStore,
  outboxItem,
  outboxStore,
} from '../../store/outbox.ts';
import {
  digestKey,
  type FinalMail,
  mailOfTag,
  mailsOf,
  type OutboxEntry,
  ownerOf,
  tagOf,
} from '../../store/outbox-entry.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { begun } from '../support/changes.ts';
import { itemsOf } from '../support/items.ts';
import { listed } from '../support/listed.ts';
import { freshTable } from '../support/table.ts';

const noon = '2026-01-12T19:00:00.000Z';
const today = '2026-01-12';
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1_000);
const mail: MailMessage = { kind: 'fresh-link', stakeholder: 'rosa' };
const answer: OutboxMessage = { kind: 'answer-gate', token: 'a token', answer: { outcome: 'advance' } };
const keyOf = (locality: string, id: string) => ({ pk: `LOCALITY#${locality}`, sk: `OUTBOX#${id}` });

let table: Table;
let outbox: OutboxStore;
beforeAll(async () => {
  table = await freshTable();
  outbox = outboxStore(table);
});

async function queued(locality: string, id = '1.0'): Promise<{ pk: string; sk: string }> {
  await outbox.queue(locality, id, mail, noon);
  return keyOf(locality, id);
}
async function leased(locality: string): Promise<OutboxEntry> {
  const entry = await outbox.lease(await queued(locality), later(0), today);
  if (!entry) throw new Error('nothing to lease');
  return entry;
}
const final = (entry: OutboxEntry, state: FinalMail['state'] = 'sent'): FinalMail => ({
  id: entry.id,
  at: noon,
  to: 'stakeholder:rosa',
  message: 'fresh-link',
  state,
  attempts: entry.attempts,
});
const done = (entry: OutboxEntry, now: Date, state?: FinalMail['state']) =>
  movedEntry(table, entry, [final(entry, state)], undefined, { now, today });
const leave = (entry: OutboxEntry, left: Omit<Left, 'messages'>, unsent = 0) => {
  const messages = entry.messages.map((one) => ({ ...one, unsent: one.unsent + unsent }));
  return outbox.save(movedEntry(table, entry, [], { ...left, messages }, { now: later(0), today }));
};
const holdUntil = (entry: OutboxEntry, until: Date) =>
  leave(entry, { state: 'held', heldUntil: until.toISOString() });

describe('an entry of the outbox', () => {
  it('is written with the change that calls for it, under an id that follows from the change', async () => {
    await begun(table, 'anapra');
    const entry = await outbox.find(keyOf('anapra', '1'));
    expect(entry).toMatchObject({
      id: 'anapra.1',
      state: 'queued',
      messages: [{ n: 0, message: { kind: 'start-execution' } }],
    });
  });

  it('is gone once it is taken out', async () => {
    const key = await queued('removed');
    await outbox.remove({ ...key, queuedAt: noon });
    expect(await outbox.find(key)).toBeUndefined();
    await outbox.remove({ ...key, queuedAt: noon });
  });

  it('that was queued anew is not taken out by who had the earlier one', async () => {
    const key = await queued('anew');
    await outbox.queue('anew', '1.0', mail, later(5).toISOString());
    await outbox.remove({ ...key, queuedAt: noon });
    expect(await outbox.find(key)).toMatchObject({ state: 'queued' });
  });

  it('holds all messages of a change, each by its place', async () => {
    await writeAll(table, [outboxItem(table, 'LOCALITY#several', 7, [answer, mail, mail], noon)]);
    const entry = await outbox.find(keyOf('several', '7'));
    expect(entry?.messages.map(({ n, message }) => [n, message.kind])).toEqual([
      [0, 'answer-gate'],
      [1, 'fresh-link'],
      [2, 'fresh-link'],
    ]);
    expect(mailsOf(entry?.messages ?? []).map(({ n }) => n)).toEqual([1, 2]);
  });

  it('of an earlier version, with one message and what was told of it, is read as ever', async () => {
    const key = keyOf('earlier', '12.0');
    const Item = { ...key, entity: 'outbox', id: 'earlier.12.0', state: 'leased', queuedAt: noon };
    const more = {
      errand: mail,
      told: { state: 'sent' },
      attempts: 1,
      leasedUntil: noon,
      pending: 'pending',
      pendingAt: noon,
    };
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...Item, ...more } }));
    const entry = await outbox.find(key);
    expect(entry).toMatchObject({
      id: 'earlier.12.0',
      attempts: 1,
      messages: [{ message: mail, receipt: { state: 'sent' } }],
    });
    if (!entry) throw new Error('an entry');
    await writeAll(table, [done(entry, later(1))]);
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
    const leases = await Promise.all(Array.from({ length: 10 }, () => outbox.lease(key, later(0), today)));
    expect(leases.filter((entry) => entry)).toMatchObject([{ state: 'leased', attempts: 1 }]);
  });

  it('that has run out is given to nobody: the mail is held first, and given again when nothing was told of it', async () => {
    const entry = await leased('held');
    expect(await outbox.lease(entry, later(9_999), today)).toBeUndefined();
    await holdUntil(entry, later(3_600));
    expect(await outbox.find(entry)).toMatchObject({ state: 'held', attempts: 1 });
    expect(await outbox.lease(entry, later(3_599), today)).toBeUndefined();
    expect(await outbox.lease(entry, later(3_601), today)).toMatchObject({ attempts: 2 });
    expect(await outbox.lease(entry, later(3_602), today)).toBeUndefined();
  });

  it('keeps what SES told of a mail meanwhile, which its sender may still overtake', async () => {
    const entry = await leased('told');
    const [one] = mailsOf(entry.messages);
    if (!one) throw new Error('a mail');
    await outbox.keepReceipt(entry, one, { state: 'sent', messageId: 'ses-1' });
    expect(await outbox.find(entry)).toMatchObject({
      state: 'leased',
      messages: [{ receipt: { state: 'sent', messageId: 'ses-1' } }],
    });
    await writeAll(table, [done(entry, later(1))]);
    expect(await outbox.find(entry)).toBeUndefined();
  });

  it('of what is not there, or done, is not given', async () => {
    expect(await outbox.lease(keyOf('nowhere', '1.0'), later(0), today)).toBeUndefined();
    const entry = await leased('done');
    await writeAll(table, [done(entry, later(1))]);
    expect(await outbox.lease(entry, later(999), today)).toBeUndefined();
  });
});

describe('deferring', () => {
  it('gives the entry back at once, and does not count the attempt', async () => {
    const entry = await leased('deferred');
    await leave(entry, { state: 'waiting' }, 1);
    expect(await outbox.find(entry)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      messages: [{ unsent: 1 }],
    });
    expect(await outbox.lease(entry, later(1), today)).toMatchObject({
      attempts: 2,
      messages: [{ unsent: 1 }],
    });
  });

  it('until a day keeps the entry from being taken before', async () => {
    const entry = await leased('tomorrow');
    await leave(entry, { state: 'waiting', waitsFor: '2026-01-13' }, 1);
    expect(await outbox.lease(entry, later(9_999), today)).toBeUndefined();
    expect(await outbox.lease(entry, later(99_999), '2026-01-13')).toMatchObject({
      attempts: 2,
      messages: [{ unsent: 1 }],
    });
  });

  it('by a sender who has it no more changes nothing', async () => {
    const entry = await leased('deferred-late');
    await holdUntil(entry, later(200));
    await outbox.lease(entry, later(201), today);
    expect(await leave(entry, { state: 'waiting' }, 1)).toBe(false);
    expect(await outbox.find(entry)).toMatchObject({ state: 'leased', attempts: 2 });
  });
});

describe('a finalised mail', () => {
  it('keeps the fact for ninety days, and neither the address nor the text', async () => {
    const entry = await leased('finalised');
    await writeAll(table, [done(entry, later(0))]);
    const [kept] = await itemsOf(table, 'finalised', 'OUTBOX#');
    expect(kept).toMatchObject({ state: 'done', finalised: [{ state: 'sent', attempts: 1 }] });
    expect(kept?.expiresAt).toBe(Math.floor(Date.parse(noon) / 1_000) + 90 * 86_400);
    expect(kept).not.toHaveProperty('messages');
    expect(kept?.pending).toBe('MAILS#2026-01-12');
    expect(await outbox.find(entry)).toBeUndefined();
  });

  it('is finalised by the sender that had it last, also when it is held, and by no other', async () => {
    const entry = await leased('finalised-late');
    await holdUntil(entry, later(200));
    const again = await outbox.lease(entry, later(201), today);
    const late = writeAll(table, [done(entry, later(202))]);
    await expect(late).rejects.toThrow(Conflict);
    if (!again) throw new Error('nothing to lease');
    await holdUntil(again, later(400));
    const held = await outbox.find(again);
    if (!held) throw new Error('nothing held');
    await writeAll(table, [done(held, later(202))]);
    expect(await outbox.find(entry)).toBeUndefined();
  });
});

describe('a digest', () => {
  const digest = { kind: 'digest', stakeholder: 'rosa', on: today, commitments: ['anapra.1'] } as const;

  it('belongs to its reader, and there is one a day', async () => {
    await writeAll(table, [digestItem(table, { ...digest, commitments: ['anapra.1'] }, noon)]);
    const second = writeAll(table, [digestItem(table, { ...digest, commitments: ['anapra.2'] }, noon)]);
    await expect(second).rejects.toThrow(Conflict);
    const key = digestKey('rosa', today);
    expect(key).toEqual({ pk: 'STAKEHOLDER#rosa', sk: 'OUTBOX#digest.2026-01-12' });
    expect(ownerOf(key)).toEqual({ stakeholder: 'rosa' });
  });

  it('tells what it is about, also once it is finalised', async () => {
    const key = digestKey('jorge', today);
    await writeAll(table, [
      digestItem(table, { ...digest, stakeholder: 'jorge', commitments: ['a.1'] }, noon),
    ]);
    expect(await outbox.commitmentsIn(key)).toEqual(['a.1']);
    const entry = await outbox.lease(key, later(0), today);
    if (!entry) throw new Error('nothing to lease');
    await writeAll(table, [done(entry, later(1))]);
    expect(await outbox.commitmentsIn(key)).toEqual(['a.1']);
    expect(await outbox.commitmentsIn(digestKey('nobody', today))).toBeUndefined();
  });
});

describe('a tag', () => {
  it('names an entry in the characters that SES allows, and leads back to it', () => {
    for (const one of [
      { key: keyOf('0mb-x1', '12'), n: 0 },
      { key: keyOf('0mb-x1', '12'), n: 11 },
      { key: digestKey('0mb-x1', today) },
    ]) {
      expect(tagOf(one)).toMatch(/^[\w-]+$/);
      expect(mailOfTag(tagOf(one))).toEqual(one);
    }
    for (const tag of ['', 'x', 'locality_', 'stakeholder_A_1', 'table_a_1', 'locality_a#b_1'])
      expect(mailOfTag(tag)).toBeUndefined();
  });
});

describe('what is pending', () => {
  it('is listed longest waiting first, whatever its state, until it is finalised or taken out', async () => {
    const own = await freshTable();
    const { queue, lease, save, remove, pending } = outboxStore(own);
    const ids = ['queued', 'leased', 'waiting', 'removed', 'finalised'];
    for (const [at, id] of ids.entries()) await queue('anapra', id, mail, later(-at).toISOString());
    const key = (id: string) => keyOf('anapra', id);
    await lease(key('leased'), later(0), today);
    const waiting = await lease(key('waiting'), later(0), today);
    const finalised = await lease(key('finalised'), later(0), today);
    if (!waiting || !finalised) throw new Error('nothing to lease');
    const at = { now: later(1), today };
    await save(movedEntry(own, waiting, [], { messages: waiting.messages, state: 'waiting' }, at));
    await remove({ ...key('removed'), queuedAt: later(-3).toISOString() });
    await writeAll(own, [movedEntry(own, finalised, [final(finalised, 'failed')], undefined, at)]);
    expect(await listed(pending())).toEqual([key('waiting'), key('leased'), key('queued')]);
  });

  it('is listed to its end, however many pages it takes', async () => {
    const own = await freshTable();
    const { queue, pending } = outboxStore(own);
    const wide: OutboxMessage = { ...answer, kind: 'answer-gate', token: 'x'.repeat(1_000) };
    const ids = Array.from({ length: 300 }, (_, at) => String(at).padStart(3, '0'));
    await Promise.all(ids.map((id) => queue('anapra', `1.${id}`, wide, noon)));
    expect(await listed(pending())).toHaveLength(300);
  });
});
