import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { parse } from 'csv-parse/sync';
import { LineView } from '../../functions/api/line-view.ts';
import { imported } from '../support/files.ts';
import { enter, line, lineOf } from '../support/plans.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss } from '../support/walk.ts';
import { consumption } from './consumption.ts';
import type { Group, Row } from './group.ts';
import { median, timed } from './timing.ts';

const start = '2026-11-12T15:00:00Z';
const days = ['2026-01-15', '2026-04-15', '2026-07-15', '2026-10-15'];
const budget = { authorised: 150_000, committed: 90_000, spent: 45_000.5, source: 'FORTAMUN' };

/** A file of so many lines, and of so many entries spread over lines and quarters. */
const linesCsv = (count: number) =>
  [
    'name,unit,from,to,target,authorised,committed,spent,source',
    ...Array.from(
      { length: count },
      (_, at) =>
        `Talleres de prevención número ${at},talleres,2026-01-01,2026-12-31,100,${budget.authorised},${budget.committed},${budget.spent},${budget.source}`,
    ),
  ].join('\n');
const entriesCsv = (lines: readonly string[], count: number) =>
  [
    'line,on,quantity',
    ...Array.from(
      { length: count },
      (_, at) => `${lines[at % lines.length]},${days[at % days.length]},${1 + (at % 7)}`,
    ),
  ].join('\n');

async function planOf(here: TestApp, place: string, count: number): Promise<string[]> {
  await imported(here, 'lines', linesCsv(count), { ...ana, query: `?locality=${place}` });
  const { body } = await here.call('GET', `/api/plan?locality=${place}`, undefined, ana);
  return LineView.array()
    .parse(body.lines)
    .map(({ id }) => id);
}

/** A file of entries, until the last of them is written: what a request has no time for is left to the relay. */
async function takenIn(here: TestApp, csv: string): Promise<void> {
  await imported(here, 'entries', csv, ana);
  await here.settle();
}

/** A write transaction of as many items as an entry writes, of its sizes, with nothing around it. */
async function bare({ table }: TestApp, round: number): Promise<void> {
  const item = (at: number) => ({ pk: `BARE#${round}`, sk: String(at), text: 'x'.repeat(600) });
  const TransactItems = [0, 1, 2, 3, 4].map((at) => ({ Put: { TableName: table.name, Item: item(at) } }));
  await table.client.send(new TransactWriteCommand({ TransactItems }));
}

/** One entry after another, each followed by a bare transaction. */
async function entryWrites(): Promise<Row[]> {
  const here = await testApp({}, start);
  const place = await begin(here);
  const { id } = await lineOf(here, place);
  await enter(here, id, { on: days[0], quantity: 1 });
  const took: Record<'entry' | 'bare', number[]> = { entry: [], bare: [] };
  const units = { entry: 0, read: 0, bare: 0 };
  const all = consumption(here.table);
  const rounds = 60;
  for (let round = 0; round < rounds; round += 1) {
    let before = { ...all };
    const body = { on: days[round % 4], quantity: 2, cells: { sex: 'female' } };
    took.entry.push((await timed(() => enter(here, id, body))).took);
    units.entry += all.writeUnits - before.writeUnits;
    units.read += all.readUnits - before.readUnits;
    before = { ...all };
    took.bare.push((await timed(() => bare(here, round))).took);
    units.bare += all.writeUnits - before.writeUnits;
  }
  return [
    {
      name: 'an entry: time',
      counted: median(took.entry),
      unit: 'ms',
      baseline: median(took.bare),
      of: 'bare transaction of five items',
    },
    {
      name: 'an entry: write units',
      counted: units.entry / rounds,
      unit: 'units',
      baseline: units.bare / rounds,
      of: 'bare transaction of five items',
      beside: { 'read units': units.read / rounds },
    },
  ];
}

/** A plan of 200 lines with few entries, and with many. */
async function plans(most: number): Promise<Row[]> {
  const here = await testApp({}, start);
  const place = await begin(here);
  const lines = await planOf(here, place, 200);
  const all = consumption(here.table);
  const asked = async () => {
    const before = all.readUnits;
    const { took } = await timed(() => here.call('GET', `/api/plan?locality=${place}`, undefined, ana));
    return { took, units: all.readUnits - before };
  };
  for (const [at, id] of lines.slice(0, 10).entries())
    await enter(here, id, { on: days[at % 4], quantity: 1 });
  await asked();
  const few = await asked();
  const batch = 20_000;
  // Other lines come first in each file, so that no file repeats what is there.
  for (let done = 0; done < most; done += batch)
    await takenIn(
      here,
      entriesCsv(
        lines.slice(Math.round(done / batch) * 60, Math.round(done / batch) * 60 + 60),
        Math.min(batch, most - done),
      ),
    );
  const many = await asked();
  const against = 'with 10 entries';
  return [
    {
      name: `a plan of 200 lines, ${most} entries: read units`,
      counted: many.units,
      unit: 'units',
      baseline: few.units,
      of: against,
      wanted: { atMost: 1.3 },
    },
    {
      name: `a plan of 200 lines, ${most} entries: time`,
      counted: many.took,
      unit: 'ms',
      baseline: few.took,
      of: against,
    },
  ];
}

/** One request for the summary of a whole municipality. */
async function summaries(localities: number, each: number): Promise<Row[]> {
  const here = await testApp({}, start);
  for (let at = 0; at < localities; at += 1) {
    const place = await begin(here, 'convivir-mejor', `Colonia ${at}`);
    const lines = await planOf(here, place, each);
    await takenIn(here, entriesCsv(lines, each * 4));
  }
  await here.call('POST', '/api/plan/lines', line({ budget }), boss);
  const all = consumption(here.table);
  const { took, result } = await timed(() => here.call('GET', '/api/summary', undefined, boss));
  const name = (what: string) => `summary of ${localities} localities of ${each} lines: ${what}`;
  const text = JSON.stringify(result.body);
  const whole = 'nextCursor' in result.body ? 2 : 1;
  return [
    { name: name('time'), counted: took, unit: 'ms', beside: { requests: whole, calls: all.requests } },
    { name: name('bytes'), counted: Buffer.byteLength(text), unit: 'bytes', wanted: { atMost: 1_000_000 } },
    { name: name('read units'), counted: all.readUnits, unit: 'units' },
  ];
}

/** A file of entries taken in, against a bare pass of the parser over the same bytes. */
async function files(count: number): Promise<Row[]> {
  const here = await testApp({}, start);
  const place = await begin(here);
  const lines = await planOf(here, place, 40);
  const csv = entriesCsv(lines, count);
  const parsing = await timed(async () => parse(csv).length);
  const all = consumption(here.table);
  const first = await timed(() => takenIn(here, csv));
  const units = all.writeUnits;
  const again = await timed(() => takenIn(here, csv));
  const perSecond = (took: number) => (count * 1_000) / took;
  const against = { unit: 'rows/s', baseline: perSecond(parsing.took), of: 'a bare pass of the parser' };
  return [
    {
      name: `${count} entries taken in`,
      counted: perSecond(first.took),
      ...against,
      beside: { seconds: first.took / 1_000, 'write units a row': units / count },
    },
    {
      name: `the same ${count} again, of which none is new`,
      counted: perSecond(again.took),
      ...against,
      beside: { seconds: again.took / 1_000 },
    },
  ];
}

export const work: Group = {
  what: 'Entries, plans, summaries and files of entries in process on a table server in memory: units, bytes, and time against what is bare',
  async measure({ sizes: [most = 50_000] = [] }) {
    const part = most / 50_000;
    return [
      ...(await entryWrites()),
      ...(await files(Math.round(20_000 * part))),
      ...(await summaries(Math.max(2, Math.round(50 * part)), 40)),
      ...(await plans(most)),
    ];
  },
};
