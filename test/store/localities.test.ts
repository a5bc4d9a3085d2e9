import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../domain/errors.ts';
import { geometryItem, localityItem, localityStore } from '../../store/localities.ts';
import { type Table, writeAll } from '../../store/transaction.ts';
import { begun } from '../support/changes.ts';
import { created } from '../support/factories.ts';
import { listed } from '../support/listed.ts';
import { freshTable } from '../support/table.ts';

const ids = Array.from({ length: 25 }, (_, at) => `locality-${String(at).padStart(3, '0')}`);
let table: Table;
beforeAll(async () => {
  table = await freshTable();
  const items = ids.map((id) => localityItem(table, { ...created().locality, id }));
  await writeAll(table, items);
});

describe('the localities of a municipality', () => {
  it('are read page by page, in the order of their ids, each once', async () => {
    const { page } = localityStore(table);
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const { items, next } = await page(after, 10);
      seen.push(...items.map(({ id }) => id));
      after = next;
      pages += 1;
    } while (after);
    expect(seen).toEqual(ids);
    expect(pages).toBe(3);
  });

  it('are all read where no page is asked for', async () => {
    const all = await listed(localityStore(table).all());
    expect(all.map(({ id }) => id)).toEqual(ids);
  });

  it('are read to the end of a municipality larger than one read of DynamoDB', async () => {
    const large = await freshTable();
    const many = Array.from({ length: 1_000 }, (_, at) => ({
      ...created().locality,
      id: `locality-${at}`,
      name: 'Ampliación '.repeat(18),
      coordinators: Array.from(
        { length: 12 },
        (_, one) => `${'coordinadora'.repeat(8)}${one}@juarez.example`,
      ),
    }));
    for (let at = 0; at < many.length; at += 100)
      await writeAll(
        large,
        many.slice(at, at + 100).map((one) => localityItem(large, one)),
      );
    const { items, next } = await localityStore(large).page();
    expect(next).toBeDefined();
    expect(items.length).toBeLessThan(1_000);
    expect(await listed(localityStore(large).all())).toHaveLength(1_000);
  });

  it('that do not exist are not found', async () => {
    const { find, get, geometry } = localityStore(table);
    expect([await find('nowhere'), await geometry('nowhere')]).toEqual([undefined, undefined]);
    await expect(get('nowhere')).rejects.toThrow(Problem);
  });

  it('are read as they were written, their territory beside them', async () => {
    const { get, geometry } = localityStore(table);
    const written = await begun(table, 'anapra');
    const ring: [number, number][] = [
      [-106.5, 31.7],
      [-106.4, 31.7],
      [-106.4, 31.8],
      [-106.5, 31.7],
    ];
    await writeAll(table, [geometryItem(table, 'anapra', { type: 'Polygon', coordinates: [ring] })]);
    expect(await geometry('anapra')).toEqual({ type: 'Polygon', coordinates: [ring] });
    expect(await get('anapra')).toEqual(written);
  });
});
