import { expect, it } from 'vitest';
import { type Billed, costOf, floorOf, together } from './cost.ts';
import { keeps, type Row, ratioOf } from './group.ts';
import { workOf } from './machine/cpu-profile.ts';
import { lineOf } from './present.ts';
import { prices } from './prices.ts';
import { unmeasured } from './reads.ts';
import { inFlight, median, percentile } from './timing.ts';

const row = (some: Partial<Row> = {}): Row => ({ name: 'something', counted: 12, unit: 'ms', ...some });

it.each([
  { values: [], hundredth: 50, found: Number.NaN },
  { values: [7], hundredth: 99, found: 7 },
  { values: [3, 1, 2], hundredth: 50, found: 2 },
  { values: [4, 3, 2, 1], hundredth: 50, found: 2 },
  { values: Array.from({ length: 200 }, (_, at) => at + 1), hundredth: 99, found: 198 },
  { values: [5, 9], hundredth: 0, found: 5 },
])(
  'the nearest rank of $hundredth in a hundred is a value that was measured',
  ({ values, hundredth, found }) => {
    expect(percentile(values, hundredth)).toBe(found);
    if (hundredth === 50) expect(median(values)).toBe(found);
  },
);

it('so many requests are under way at a time, and each is timed', async () => {
  let [now, most] = [0, 0];
  const { each, perSecond, whole } = await inFlight(3, [1, 2, 3, 4, 5, 6, 7], async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now -= 1;
  });
  expect([most, each.length]).toEqual([3, 7]);
  expect(perSecond).toBeCloseTo(7_000 / whole);
});

it.each([
  { some: {}, ratio: undefined, kept: undefined },
  { some: { wanted: { below: 12 } }, ratio: undefined, kept: false },
  { some: { wanted: { atMost: 12 } }, ratio: undefined, kept: true },
  { some: { baseline: 4, wanted: { atMost: 3 } }, ratio: 3, kept: true },
  { some: { baseline: 4, wanted: { below: 3 } }, ratio: 3, kept: false },
  { some: { baseline: 96, wanted: { atLeast: 1 / 8 } }, ratio: 0.125, kept: true },
  { some: { baseline: 100, wanted: { atLeast: 1 / 8 } }, ratio: 0.12, kept: false },
])('a figure with $some is held against its baseline, or itself', ({ some, ratio, kept }) => {
  expect(ratioOf(row(some))).toBe(ratio);
  expect(keeps(row(some))).toBe(kept);
});

it('a line of the table says what a figure is held against, and whether it keeps to its bound', () => {
  expect(
    lineOf(row({ baseline: 4, of: 'bare read', wanted: { atMost: 2 }, beside: { bytes: 1_234 } })),
  ).toEqual({
    counted: '12 ms',
    baseline: '4 ms (bare read)',
    ratio: '3×',
    wanted: '≤ 2×',
    kept: 'NO',
    bytes: '1,234',
  });
  expect(lineOf(row({ wanted: { below: 300 } }))).toMatchObject({ wanted: '< 300', kept: 'yes', ratio: '' });
  expect(lineOf(row({ counted: 0.000875, unit: '$' })).counted).toBe('0.000875 $');
});

const nothing: Billed = {
  transitions: 0,
  mails: 0,
  events: 0,
  readUnits: 0,
  writeUnits: 0,
  requests: 0,
  calls: { api: { count: 0, milliseconds: 0 }, others: { count: 0, milliseconds: 0 } },
  byteMonths: 0,
};
const costs = (some: Partial<Billed>, plan: 'featureByFeature' | 'essentials' = 'featureByFeature') =>
  together(costOf({ ...nothing, ...some }, plan));

it('what is billed is charged at its price', () => {
  expect(costs({})).toBe(0);
  expect(costs({ mails: 1_000 })).toBeCloseTo(0.1);
  expect(costs({ mails: 1_000 }, 'essentials')).toBeCloseTo(0.16);
  expect(costs({ writeUnits: 2e6, readUnits: 4e6 })).toBeCloseTo(1.75);
  // A gigabyte for a year, with its backup.
  expect(costs({ byteMonths: 12e9 })).toBeCloseTo(5.4);
});

it('functions are charged by the memory that they have', () => {
  const calls = (api: number, others: number) => ({
    api: { count: 0, milliseconds: api },
    others: { count: 0, milliseconds: others },
  });
  expect(costs({ calls: calls(1_000, 0) })).toBeCloseTo(prices.gigabyteSecond, 12);
  expect(costs({ calls: calls(0, 1_000) })).toBeCloseTo(prices.gigabyteSecond / 2, 12);
});

it("the floor is what the design's counts cost: the figure of the documents", () => {
  expect(floorOf('featureByFeature')).toBeCloseTo(0.008959, 6);
  expect(floorOf('essentials')).toBeCloseTo(0.013279, 6);
});

it('a profile is summed up by whose code was run, and waiting is no work', () => {
  const frame = (id: number, functionName: string, url = '') => ({
    id,
    callFrame: { functionName, url, lineNumber: 0 },
  });
  const nodes = [
    frame(1, '(idle)'),
    frame(2, 'parse', 'file:///app/node_modules/zod/v4/core/parse.js'),
    frame(3, 'call', 'file:///app/local/functions/host.ts'),
    frame(4, 'readSync', 'node:fs'),
  ];
  // What is seen at a sample took the time until the next one.
  const seen = { nodes, samples: [1, 2, 2, 3, 4, 1], timeDeltas: [0, 5_000, 1_000, 1_000, 1_000, 1_000] };
  expect(workOf('relay', seen)).toEqual({
    thread: 'relay',
    busy: 4,
    of: 9,
    top: [
      { name: 'zod', share: 0.5 },
      { name: 'local/functions/host.ts', share: 0.25 },
      { name: 'node:fs', share: 0.25 },
    ],
  });
});

it('every read route is measured, or it is said why not', () => {
  expect(unmeasured()).toEqual([]);
});
