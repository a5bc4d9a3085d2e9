import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { brokenAt, entryHash, HistoryEntry, historyStore } from '../../store/history.ts';
import type { Item } from '../../store/read.ts';
import type { Table } from '../../store/transaction.ts';
import { audited } from '../support/audited.ts';
import { restored } from '../support/backup.ts';
import { alter, itemAt, partitionOf, remove, write } from '../support/beside.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { entryOf, lineOf, sessionOf } from '../support/plans.ts';
import { sweptAndSent } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import {
  ana,
  begin,
  boss,
  decide,
  locality,
  pass,
  promise,
  seeing,
  survey,
  target,
} from '../support/walk.ts';

const start = '2026-01-12T15:00:00Z';

/** A municipality in which everything that is sealed has been written, as it stands on the next day, anchored. */
async function busy() {
  const here = await testApp({}, start);
  const further = await begin(here, 'convivir-mejor', 'Riberas');
  const geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [-106.5, 31.7],
        [-106.4, 31.7],
        [-106.4, 31.8],
        [-106.5, 31.8],
        [-106.5, 31.7],
      ],
    ],
  };
  const { version } = await locality(here, further);
  const seen = seeing(boss, version);
  const edited = await here.call(
    'PATCH',
    `/api/localities/${further}`,
    { geometry, population: 4_000 },
    seen,
  );
  expect(edited.status).toBe(200);
  await pass(here, further);
  await target(here, further);
  await survey(here, further, 'baseline');
  await promise(here, further);
  const plan = { key: 'atencion', objective: 'prevenir' };
  for (const locality of [further, undefined]) {
    const objective = { locality, name: 'Prevenir' };
    await here.call('POST', '/api/plan/objectives', objective, locality ? ana : boss);
    const { id } = await lineOf(here, locality, plan);
    await sessionOf(here, locality, { on: '2026-01-12' });
    await entryOf(here, id, { cells: { kind: 'legal' } }, boss);
  }
  const { id: person } = await stakeholderOf(here, further, { email: 'rosa@ejemplo.example' });
  const held = await begin(here, 'red-conectate', 'Azcapotzalco');
  await decide(here, held, { outcome: 'hold' });
  await here.settle();
  await sweptAndSent(here);
  here.pass(1);
  await here.reconcile();
  expect((await audited(here)).findings).toEqual([]);
  return { here, further, held, person };
}
let shared: ReturnType<typeof busy> | undefined;

/** A copy of that municipality's table, to be altered, with the anchors that were laid down. */
async function copy() {
  shared ??= busy();
  const { here, ...ids } = await shared;
  const table = await restored(here.table);
  const again = await testApp({}, '2026-01-13T16:00:00Z', table);
  for (const day of ['2026-01-12', '2026-01-13']) {
    const text = await here.bucket.anchor(day);
    if (text) await again.bucket.layAnchor(day, text);
  }
  return { again, table, ...ids };
}

const inside = (id: string, sk: string) => ({ pk: `LOCALITY#${id}`, sk });
const self = (id: string) => ({ pk: 'LOCALITIES', sk: id });
const firstVisit = (id: string) => inside(id, 'VISIT#capacity-building#0001');
const historySk = (seq: number) => `HISTORY#${String(seq).padStart(8, '0')}`;

/** What is found, by the id it is about. */
const found = async (again: TestApp) =>
  (await audited(again)).findings.map(({ id, code, about }) => [id, code, about]);

/** The key of the first activity that has a record. */
async function activityOf(table: Table, key: Item) {
  const { activities } = z
    .looseObject({ activities: z.record(z.string(), z.unknown()) })
    .parse(await itemAt(table, key));
  return Object.keys(activities)[0] ?? '';
}

describe('49: what was altered beside the commands', () => {
  it.each<[string, (at: Awaited<ReturnType<typeof copy>>) => Promise<unknown>, string]>([
    [
      "a visit's decider",
      ({ table, further }) => alter(table, firstVisit(further), ['decisions', 0, 'decidedBy'], 'otra'),
      'capacity-building 1',
    ],
    [
      "a decision's reason",
      ({ table, further }) => alter(table, firstVisit(further), ['decisions', 0, 'reason'], 'Otra razón'),
      'capacity-building 1',
    ],
    [
      "an activity's status",
      async ({ table, further }) =>
        alter(
          table,
          firstVisit(further),
          ['activities', await activityOf(table, firstVisit(further)), 'status'],
          'not-applicable',
        ),
      'capacity-building 1',
    ],
    [
      "an activity's evidence",
      async ({ table, further }) =>
        alter(
          table,
          firstVisit(further),
          ['activities', await activityOf(table, firstVisit(further)), 'evidence'],
          [{ title: 'Otra', url: 'https://otra.example/' }],
        ),
      'capacity-building 1',
    ],
    [
      'a coordinator',
      ({ table, further }) => alter(table, self(further), ['coordinators'], ['otra@juarez.example']),
      'locality',
    ],
    ['the name', ({ table, further }) => alter(table, self(further), ['name'], 'Otra'), 'locality'],
    [
      'a locality that is on hold',
      ({ table, held }) =>
        alter(table, self(held), ['overrides'], [{ stage: 'x', visit: 1, expiresOn: '2026-02-01' }]),
      'locality',
    ],
    [
      "a commitment's action",
      ({ table, further }) => alter(table, inside(further, 'COMMITMENT#000001'), ['action'], 'Otra'),
      'commitment',
    ],
    [
      "a commitment's budget",
      ({ table, further }) =>
        alter(table, inside(further, 'COMMITMENT#000001'), ['budget'], { amount: 5, currency: 'MXN' }),
      'commitment',
    ],
    [
      "a commitment's date",
      ({ table, further }) => alter(table, inside(further, 'COMMITMENT#000001'), ['dueOn'], '2027-12-05'),
      'commitment',
    ],
    [
      "a survey's figures",
      ({ table, further }) => alter(table, inside(further, 'SURVEY#baseline'), ['checksum'], 'f'.repeat(64)),
      'survey#baseline',
    ],
    [
      "somebody's address",
      ({ table, person }) => alter(table, { pk: 'CONTACTS', sk: person }, ['email'], 'otra@ejemplo.example'),
      'contact',
    ],
    [
      'the number that keys their digest',
      ({ table, person }) => alter(table, { pk: 'CONTACTS', sk: person }, ['salt'], 'AAAA'),
      'contact',
    ],
    [
      'a territory',
      ({ table, further }) =>
        alter(table, inside(further, 'GEOMETRY'), ['geometry', 'coordinates', 0, 1, 0], -106.3),
      'geometry',
    ],
    [
      "somebody's links",
      ({ table, person }) => alter(table, { pk: 'STAKEHOLDERS', sk: person }, ['linkVersion'], 9),
      'stakeholder',
    ],
  ])('%s is named', async (_, change, about) => {
    const at = await copy();
    await change(at);
    const findings = await found(at.again);
    const named = about === 'commitment' ? `${at.further}.1` : about;
    expect(findings).toContainEqual([expect.any(String), 'item-altered', named]);
    expect(new Set(findings.map(([id]) => id)).size).toBe(1);
  });

  it.each([
    ['PLAN#OBJECTIVE#prevenir', ['name'], 'Otro'],
    ['PLAN#LINE#atencion', ['target'], 1],
    ['PLAN#LINE#atencion', ['sums', '2026-01'], 9_900],
    ['ENTRY#atencion#2026-01-05#00000001', ['quantity'], 99],
    ['ENTRY#atencion#2026-01-05#00000001', ['correctedBy'], '20260105-1'],
    ['CELLS#atencion#2026-01', ['cells', '{"kind":"legal"}'], 9_900],
  ])('%s of a locality and of the municipality: %s', async (sk, path, value) => {
    const { again, table, further } = await copy();
    for (const [pk, id] of [
      [`LOCALITY#${further}`, further],
      ['MUNICIPALITY#WORK', 'municipality'],
    ] as const) {
      await alter(table, { pk, sk }, path, value);
      const findings = (await found(again)).filter(([of]) => of === id);
      expect(findings.map(([, code]) => code)).toContain('item-altered');
      const isSummed = path[0] !== 'name' && path[0] !== 'target' && path[0] !== 'correctedBy';
      expect(findings.some(([, code]) => code === 'sums-differ')).toBe(isSummed);
    }
  });

  it('a session that was moved to another day', async () => {
    const { again, table, further } = await copy();
    for (const [pk, id] of [
      [`LOCALITY#${further}`, further],
      ['MUNICIPALITY#WORK', 'municipality'],
    ] as const) {
      const session = (await partitionOf(table, pk)).find(({ entity }) => entity === 'session');
      await alter(table, { pk, sk: session?.sk }, ['on'], '2026-01-02');
      expect((await found(again)).filter(([of]) => of === id)).toEqual([
        [id, 'item-altered', String(session?.sk).toLowerCase()],
      ]);
    }
  });

  it('the history of what the municipality does itself, cut off', async () => {
    const { again, table } = await copy();
    const pk = 'MUNICIPALITY#WORK';
    await remove(table, await partitionOf(table, pk));
    expect(await found(again)).toEqual([['municipality', 'removed', '2026-01-13']]);
  });

  it('the rows of a survey, one of them lost', async () => {
    const { again, table, further } = await copy();
    const rows = (await partitionOf(table, `LOCALITY#${further}`)).filter(({ sk }) =>
      String(sk).startsWith('SURVEY-ROWS#'),
    );
    expect(rows.length).toBeGreaterThan(0);
    const [first] = rows;
    await write(table, { ...first, bytes: new Uint8Array([1, 2, 3]) });
    expect(await found(again)).toEqual([[further, 'item-altered', String(first?.sk).toLowerCase()]]);
    await remove(table, rows.slice(0, 1));
    expect(await found(again)).toEqual([[further, 'item-missing', String(first?.sk).toLowerCase()]]);
  });

  it('a visit that is over and was taken away, and one that never was', async () => {
    const { again, table, further } = await copy();
    const visit = await itemAt(table, firstVisit(further));
    await remove(table, [firstVisit(further)]);
    await write(table, { ...visit, ...inside(further, 'VISIT#capacity-building#0009'), number: 9 });
    expect(await found(again)).toEqual([
      [further, 'item-missing', 'capacity-building 1'],
      [further, 'item-unknown', 'capacity-building 9'],
    ]);
  });

  it('a ranking: its rationale, its places, and who froze it', async () => {
    for (const [path, value] of [
      [['rationale'], 'Otra'],
      [['first'], ['Otra']],
      [['frozenBy'], 'otra@juarez.example'],
    ] as const) {
      const { again, table, further } = await copy();
      const [ranking] = await partitionOf(table, 'RANKINGS');
      await alter(table, { pk: 'RANKINGS', sk: ranking?.sk }, [...path], value);
      const findings = await found(again);
      // The locality that it was frozen for tells of it, and so does the anchor.
      expect(findings, path[0]).toContainEqual([further, 'item-altered', `ranking ${ranking?.sk}`]);
      expect(findings, path[0]).toContainEqual([ranking?.sk, 'item-altered', '2026-01-13']);
    }
    const { again, table } = await copy();
    const [ranking] = await partitionOf(table, 'RANKINGS');
    await remove(table, await partitionOf(table, `RANKING#${ranking?.sk}`));
    expect(await found(again)).toEqual([[ranking?.sk, 'item-altered', 'ranking']]);
  });
});

describe('49: a chain that is whole and another than it was', () => {
  it('the last entry cut off, with the locality rolled back to the one before', async () => {
    for (const which of ['further', 'held'] as const) {
      const { again, table, ...ids } = await copy();
      const id = ids[which];
      const entries = await historyStore(table).all(`LOCALITY#${id}`);
      const [before, last] = entries.slice(-2);
      await remove(table, [inside(id, historySk(last?.seq ?? 0))]);
      await write(table, {
        ...(await itemAt(table, self(id))),
        revision: before?.seq,
        headHash: before?.hash,
      });
      expect(await found(again)).toContainEqual([id, 'history-cut', '2026-01-13']);
    }
  });

  it('the whole chain computed anew with another decider', async () => {
    const { again, table, further } = await copy();
    const entries = await historyStore(table).all(`LOCALITY#${further}`);
    let previousHash = '';
    for (const entry of entries) {
      const said = {
        ...entry,
        actor: entry.action === 'gate-decided' ? 'otra@juarez.example' : entry.actor,
        previousHash,
      };
      const anew = HistoryEntry.parse({ ...said, hash: entryHash(said) });
      await write(table, { ...(await itemAt(table, inside(further, historySk(entry.seq)))), ...anew });
      previousHash = anew.hash;
    }
    await write(table, { ...(await itemAt(table, self(further))), headHash: previousHash });
    expect(brokenAt(await historyStore(table).all(`LOCALITY#${further}`))).toBeUndefined();
    expect(await found(again)).toEqual([[further, 'history-rewritten', '2026-01-13']]);
  });

  it('a locality removed with its history, a person with theirs, a ranking', async () => {
    const { again, table, held, person } = await copy();
    await remove(table, [self(held), ...(await partitionOf(table, `LOCALITY#${held}`))]);
    await remove(table, [
      { pk: 'STAKEHOLDERS', sk: person },
      { pk: 'CONTACTS', sk: person },
      ...(await partitionOf(table, `STAKEHOLDER#${person}`)),
    ]);
    const [ranking] = await partitionOf(table, 'RANKINGS');
    await table.client.send(
      new DeleteCommand({ TableName: table.name, Key: { pk: 'RANKINGS', sk: ranking?.sk } }),
    );
    const findings = await found(again);
    for (const id of [held, person, ranking?.sk])
      expect(findings).toContainEqual([id, 'removed', '2026-01-13']);
  });

  it('an anchor that was altered itself, or is none any more', async () => {
    const { here } = await (shared ?? busy());
    const text = (await here.bucket.anchor('2026-01-13')) ?? '';
    for (const other of [text.replace('"LOCALITY#', '"LOCALITY#x'), text.slice(1), '{}']) {
      const { table } = await copy();
      const again = await testApp({}, '2026-01-13T16:00:00Z', table);
      await again.bucket.layAnchor('2026-01-13', other);
      expect(await found(again)).toContainEqual(['2026-01-13', 'anchor-altered', '2026-01-13']);
    }
  });
});

describe('49: what is as it was', () => {
  it('is found sound after another day of work, mails, erasure and a return', async () => {
    const { here, further, person } = await busy();
    await decide(here, further, { outcome: 'return', toStage: 'capacity-building' });
    const erased = await here.call('DELETE', `/api/stakeholders/${person}`, undefined, seeing(boss, 1));
    expect(erased.status).toBeLessThan(300);
    await here.settle();
    await sweptAndSent(here);
    here.pass(1);
    await here.reconcile();
    await here.reconcile();
    expect((await audited(here)).findings).toEqual([]);
    const entries = await historyStore(here.table).all(`STAKEHOLDER#${person}`);
    expect(entries.at(-1)?.seals).toMatchObject({ CONTACTS: '' });
  });

  it('needs no more than an entry did: what it seals fits beside what it says in one kilobyte', async () => {
    shared ??= busy();
    const { here, further } = await shared;
    const entries = await historyStore(here.table).all(`LOCALITY#${further}`);
    const size = (entry: object) => Buffer.byteLength(JSON.stringify(entry));
    const units = (entry: object) => Math.ceil(size(entry) / 1_024);
    for (const { seals, ...entry } of entries)
      expect(units({ ...entry, seals }), entry.action).toBe(units(entry));
  });
});
