import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { entryId, summed } from '../../domain/work/entry.ts';
import { lineId } from '../../domain/work/line.ts';
import { SummaryView } from '../../functions/api/summary-asked.ts';
import { all } from '../../store/read.ts';
import { workStore } from '../../store/work.ts';
import { send } from '../support/files.ts';
import { enter, lineOf } from '../support/plans.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin } from '../support/walk.ts';

let here: TestApp;
let place: string;
beforeAll(async () => {
  here = await testApp({}, '2026-11-12T15:00:00Z');
  place = await begin(here);
});

const day = fc.constantFrom(
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-03-31',
  '2026-04-01',
  '2026-11-11',
);
const cells = fc.record(
  { kind: fc.constantFrom('legal', 'psicológica'), sex: fc.constantFrom('female', 'male') },
  { requiredKeys: [] },
);
const entry = fc.record({ on: day, quantity: fc.nat({ max: 9 }), cells });
/** What somebody does: enters, corrects the nth entry, sends a file (perhaps again), or several at once. */
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('enter' as const), entry }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('correct' as const), entry, nth: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      entries: fc.array(entry, { minLength: 1, maxLength: 6 }),
      nth: fc.option(fc.nat(), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('race' as const),
      entries: fc.array(entry, { minLength: 2, maxLength: 4 }),
      nth: fc.nat(),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Of> ? Of : never;

async function entriesOf(id: string) {
  const [board = '', key = ''] = id.split('.');
  return all(workStore(here.table).allEntries(board, key));
}

async function done(id: string, what: Deed): Promise<void> {
  const there = await entriesOf(id);
  const originals = there.filter(({ corrects }) => corrects === undefined);
  const original =
    'nth' in what && what.nth !== undefined ? originals[what.nth % originals.length] : undefined;
  const corrects = original && entryId(original);
  if (what.kind === 'enter') await enter(here, id, what.entry);
  if (what.kind === 'correct') await enter(here, id, { ...what.entry, corrects });
  if (what.kind === 'race')
    await Promise.all(
      what.entries.map((one, at) => enter(here, id, { ...one, ...(at % 2 === 1 && { corrects }) })),
    );
  if (what.kind === 'import') {
    const rows = what.entries.map(({ on, quantity, cells: told }, at) => {
      const text = Object.entries(told).map(([key, value]) => `${key}: ${value}`);
      return [id, on, quantity, text.join('; '), at === 0 ? (corrects ?? '') : ''].join(',');
    });
    const csv = ['line,on,quantity,cells,corrects', ...rows].join('\n');
    await Promise.all([send(here, 'entries', csv, ana), send(here, 'entries', csv, ana)]);
  }
}

it('sums are what all entries add up to, after entries, corrections, files and races in any order', async () => {
  const store = workStore(here.table);
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (deeds) => {
      const { id } = await lineOf(here, place);
      for (const one of deeds) await done(id, one);
      const entries = await entriesOf(id);
      const fresh = summed(entries);
      const [board = '', key = ''] = id.split('.');
      const line = await store.line({ board, key });
      expect(line.sums).toEqual(fresh.sums);
      expect(entries.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: line.entries }, (_, at) => at + 1),
      );
      const kept = (await store.cellsOf({ board, key })).map(({ month, cells: of }) => [month, of] as const);
      const isAny = ([, of]: readonly [string, object]) => Object.keys(of).length > 0;
      expect(new Map(kept.filter(isAny))).toEqual(new Map([...fresh.cells].filter(isAny)));
      const { body } = await here.call(
        'GET',
        `/api/summary?locality=${place}&from=2025-10-01&to=2026-12-31`,
        undefined,
        ana,
      );
      const told = SummaryView.parse(body).lines.find((one) => one.id === lineId({ board, key }));
      const total = Object.values(fresh.sums).reduce((sum, one) => sum + one, 0);
      expect(told?.quarters.at(-1)?.soFar ?? 0).toBe(total / 100);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 120_000);
