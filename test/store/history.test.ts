import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenAt,
  chained,
  entryHash,
  erasedIn,
  type HistoryEntry,
  historyItem,
  historyStore,
} from '../../store/history.ts';
import { localityStore } from '../../store/localities.ts';
import { writeAll } from '../../store/transaction.ts';
import { begun } from '../support/changes.ts';
import { itemsOf } from '../support/items.ts';
import { listed } from '../support/listed.ts';
import { freshTable } from '../support/table.ts';

const at = '2026-01-12T19:00:00.000Z';
const deed = (detail: Record<string, unknown> = {}) => ({ actor: 'ana', action: 'locality-edited', detail });

function chain(length: number): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1)
    entries.push(chained(deed({ population: seq }), seq, at, entries.at(-1)?.hash ?? ''));
  return entries;
}

describe('the chain of a history', () => {
  it('holds when nothing was touched', () => {
    expect(brokenAt(chain(5))).toBeUndefined();
  });

  it.each([
    ['an actor', { actor: 'luis' }],
    ['an action', { action: 'resumed' }],
    ['an instant', { at: '2026-01-13T19:00:00.000Z' }],
    ['a detail', { detail: { population: 99 } }],
    ['a number', { seq: 9 }],
  ])('breaks where %s was changed', (_, change) => {
    const touched = chain(5).map((entry, index) => (index === 2 ? { ...entry, ...change } : entry));
    expect(brokenAt(touched)).toBe(touched[2]?.seq);
  });

  it('breaks after an entry that was changed and hashed anew', () => {
    const touched = chain(5).map((entry, index) => {
      const forged = { ...entry, actor: 'luis' };
      return index === 2 ? { ...forged, hash: entryHash(forged) } : entry;
    });
    expect(brokenAt(touched)).toBe(4);
  });

  it('breaks where an entry was taken out, or two changed places', () => {
    const [first, second, third, fourth] = chain(4);
    if (!first || !second || !third || !fourth) throw new Error('four entries');
    expect(brokenAt([first, third, fourth])).toBe(3);
    expect(brokenAt([first, third, second, fourth])).toBe(3);
  });

  it('is checked page by page, each from the hash before it', () => {
    const entries = chain(6);
    expect(brokenAt(entries.slice(3), entries[2]?.hash)).toBeUndefined();
    expect(brokenAt(entries.slice(3), entries[1]?.hash)).toBe(4);
  });
});

describe('the hash of an entry', () => {
  const detail = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 3 }));
  /** The same with the keys of every object the other way round. */
  const turned = (value: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, part]) => [key, around(part)]),
    );
  const around = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(around);
    return typeof value === 'object' && value !== null ? turned(value) : value;
  };

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(detail, (value) => {
        const entry = chained(deed(value), 1, at, '');
        const other = chained(deed(turned(value)), 1, at, '');
        expect(other.hash).toBe(entry.hash);
      }),
      { examples: [[{ note: { toString: '' }, 'note,b': 'c', track: 'left' }]] },
    );
  });

  it('is what it was in every release before, for actions that are known here and for others', () => {
    const decided = {
      seq: 7,
      at,
      actor: 'ana',
      action: 'gate-decided',
      detail: {
        visit: 2,
        stage: 'formacion',
        override: { unmet: ['b', 'a'], by: 'luz', reason: 'Lluvia «fuerte»', expiresOn: '2026-02-01' },
        outcome: 'advance',
        reason: 'línea 1\nlínea 2',
      },
      previousHash: 'ab',
    };
    expect(entryHash(decided)).toBe('ba4bc72b96ca21dfbf33ffac8bf5549d42cf06226b2495db6f12061c74df017d');
    const landed = {
      seq: 1,
      at,
      actor: 'stakeholder:rosa',
      action: 'moon-landed',
      detail: { z: null, é: [{ b: 1, a: 0.5 }], Z: true, a: '' },
      previousHash: '',
    };
    expect(entryHash(landed)).toBe('17dacbc10ab0178fa173caf9533ad39fc662b95d777ce7f096e6de0f359883eb');
  });

  it('depends on the order of lists', () => {
    expect(chained(deed({ of: [1, 2] }), 1, at, '').hash).not.toBe(
      chained(deed({ of: [2, 1] }), 1, at, '').hash,
    );
  });

  it('is over what is kept: what is undefined is not there', () => {
    const entry = chained(deed({ note: undefined, track: 'left' }), 1, at, '');
    expect(entry.detail).toEqual({ track: 'left' });
    expect(entry.hash).toBe(chained(deed({ track: 'left' }), 1, at, '').hash);
  });
});

describe('free text in an entry', () => {
  const decided = (reason: string) => ({
    actor: 'ana',
    action: 'gate-decided',
    detail: {
      stage: 'a',
      visit: 1,
      outcome: 'advance',
      reason,
      override: { reason: 'Rosa avisó', by: 'luz' },
    },
  });
  /** A chain of three of which the second says something, and the event that tells of its erasure follows. */
  function erasedChain(parts: Map<string, unknown>, told = true) {
    const first = chained(decided('Listo'), 1, at, '');
    const second = chained(decided('Lo pidió Rosa'), 2, at, first.hash);
    const { entry, line } = erasedIn(second, parts);
    const detail = { stakeholder: 'rosa', commitments: [], lines: told ? [line] : [] };
    const third = chained({ actor: 'ana', action: 'texts-erased', detail }, 3, at, second.hash);
    return { entries: [first, entry, third], second };
  }

  it('can be erased, where a later entry tells of it, and the chain holds', () => {
    const { entries, second } = erasedChain(new Map([['reason', '']]));
    expect(brokenAt(entries)).toBeUndefined();
    expect(JSON.stringify(entries[1])).not.toContain('Lo pidió');
    expect(entries[1]?.hash).toBe(second.hash);
    expect(entries[1]?.texts?.reason).toEqual({ digest: second.texts?.reason?.digest });
    expect(brokenAt(erasedChain(new Map([['reason', '']]), false).entries)).toBe(2);
  });

  it('that was altered, before or after an erasure, is found, as is all else that an entry says', () => {
    const { entries } = erasedChain(new Map([['reason', '']]));
    const altered = (change: (entry: HistoryEntry) => HistoryEntry) =>
      entries.map((entry) => (entry.seq === 2 ? change(entry) : entry));
    const said = (some: object) => altered((entry) => ({ ...entry, detail: { ...entry.detail, ...some } }));
    for (const some of [
      { reason: 'Otra' },
      { outcome: 'close' },
      { override: { reason: 'Otra', by: 'luz' } },
      { override: { reason: 'Rosa avisó', by: 'otra' } },
    ])
      expect(brokenAt(said(some)), JSON.stringify(some)).toBe(2);
    // What was said plainly is passed off as a digest.
    const forged = altered(({ detail, texts, ...entry }) => ({
      ...entry,
      detail: { ...detail, outcome: 'close' },
      texts: { ...texts, outcome: { digest: 'advance' } },
    }));
    expect(brokenAt(forged)).toBe(2);
    const unsalted = chained(decided('Listo'), 1, at, '');
    const { digest = '' } = unsalted.texts?.reason ?? {};
    expect(brokenAt([{ ...unsalted, texts: { ...unsalted.texts, reason: { digest } } }])).toBe(1);
  });

  it('of the time before digests is vouched for by the entry that tells of its erasure alone', () => {
    const { texts: _, ...plain } = chained(decided('Lo pidió Rosa'), 1, at, '');
    const old = { ...plain, hash: entryHash(plain) };
    expect(brokenAt([old])).toBeUndefined();
    const { entry, line } = erasedIn(old, new Map([['reason', '']]));
    const detail = { stakeholder: 'rosa', commitments: [], lines: [line] };
    const told = chained({ actor: 'ana', action: 'texts-erased', detail }, 2, at, old.hash);
    expect(brokenAt([entry, told])).toBeUndefined();
    expect(brokenAt([entry])).toBe(1);
    const { detail: said } = entry;
    expect(brokenAt([{ ...entry, detail: { ...said, outcome: 'close' } }, told])).toBe(1);
  });

  it('has a digest of its own each time: the same words said twice look different', () => {
    const [one, other] = [1, 2].map(() => chained(decided('Listo'), 1, at, ''));
    expect(one?.texts?.reason?.digest).not.toBe(other?.texts?.reason?.digest);
  });
});

describe('the history of a locality in the table', () => {
  it('holds, ends in the locality’s head hash, and shows which entry was changed', async () => {
    const table = await freshTable();
    const { headHash } = await begun(table, 'anapra', 5);
    const { page } = historyStore(table);
    const { items } = await page('LOCALITY#anapra', 0, 200);
    expect(brokenAt(items)).toBeUndefined();
    expect(items.at(-1)?.hash).toBe(headHash);
    const third = (await itemsOf(table, 'anapra', 'HISTORY#00000003'))[0];
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...third, actor: 'nobody' } }));
    expect(brokenAt((await page('LOCALITY#anapra', 0, 200)).items)).toBe(3);
  });

  it('is read page by page, oldest first, and of no other locality', async () => {
    const table = await freshTable();
    await begun(table, 'anapra', 6);
    await begun(table, 'anapra-2', 1);
    const { page } = historyStore(table);
    const seen: number[] = [];
    let after: number | undefined = 0;
    for (let pages = 0; after !== undefined && pages < 10; pages += 1) {
      const { items, next } = await page('LOCALITY#anapra', after, 3);
      expect(items.length).toBeLessThanOrEqual(3);
      seen.push(...items.map(({ seq }) => seq));
      after = next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await page('LOCALITY#nowhere', 0, 3)).toEqual({ items: [], next: undefined });
  });

  it('keeps lines of other releases as they are, whole and in the chain', async () => {
    const table = await freshTable();
    const owner = 'LOCALITY#anapra';
    const to = 'stakeholder:rosa';
    const known = { outbox: 'x', message: 'digest', to, attempts: 1, weather: 'fine' };
    const lines = [
      { action: 'moon-landed', detail: { crew: ['ana'], to } },
      { action: 'mail-sent', detail: { to, by: 'pigeon' } },
      { action: 'mail-sent', detail: known },
      { action: 'gate-decided', detail: {} },
      { action: 'mail-kept', detail: { ...known, to: 'ana' } },
    ];
    let previous = '';
    for (const [index, line] of lines.entries()) {
      const entry = chained({ actor: 'ana', ...line }, index + 1, at, previous);
      await writeAll(table, [historyItem(table, owner, entry)]);
      previous = entry.hash;
    }
    const { page, all, mailsTo } = historyStore(table);
    const entries = await all(owner);
    expect(entries.map(({ action, detail }) => ({ action, detail }))).toEqual(lines);
    expect(brokenAt(entries)).toBeUndefined();
    expect((await page(owner, undefined, 2, true)).items).toEqual(entries.slice(-2).reverse());
    // Of mail, what this release can read of it.
    expect(await listed(mailsTo(owner, to))).toMatchObject([
      { at, action: 'mail-sent', detail: { outbox: 'x' } },
    ]);
  });

  it('has as many entries as the locality has revisions', async () => {
    const table = await freshTable();
    await begun(table, 'anapra', 3);
    expect((await localityStore(table).get('anapra')).revision).toBe(4);
    expect(await itemsOf(table, 'anapra', 'HISTORY#')).toHaveLength(4);
  });
});
