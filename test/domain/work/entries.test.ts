import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordEntries } from '../../../domain/commands/record-entries.ts';
import type { CellSums, Entry } from '../../../domain/work/entry.ts';
import { cellsName, entryKey, NewEntry, summed } from '../../../domain/work/entry.ts';
import { Line, lineId } from '../../../domain/work/line.ts';
import { byPeriod, cellKey, totalOf } from '../../../domain/work/sums.ts';
import { caller, moment } from '../../support/factories.ts';

const line = Line.parse({
  board: 'anapra',
  key: 'atencion',
  name: 'Atención a víctimas',
  unit: 'km',
  decimals: 2,
  bound: 'at-least',
  from: '2025-01-01',
  to: '2026-12-31',
  rhythm: 'month',
  breakdown: [
    { key: 'kind', values: ['legal', 'social'] },
    { key: 'sex', values: ['female', 'male'] },
  ],
  status: 'open',
  sums: {},
  entries: 0,
  revision: 1,
  writes: 1,
});

const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-01-12'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
/** What is entered, and the place, among the entries that correct nothing, of the one that it corrects. */
const step = fc.record({
  on: day,
  quantity: fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100),
  cells: fc.record(
    { kind: fc.constantFrom('legal', 'social'), sex: fc.constantFrom('female', 'male') },
    { requiredKeys: [] },
  ),
  corrects: fc.option(fc.nat(), { nil: undefined }),
});

/** A line with all that was entered for it, as the table would hold it. */
class Kept {
  line = line;
  entries = new Map<string, Entry>();
  cells = new Map<string, CellSums>();

  /** Enters what is asked for together, as one sheet. */
  enter(steps: { on: string; quantity: number; cells: object; corrects?: number }[]): void {
    const first = [...this.entries.values()].filter(({ corrects }) => corrects === undefined);
    const taken = new Set<string>();
    const rows = steps.map(({ corrects, ...said }) => {
      const chosen = corrects === undefined ? undefined : first[corrects % Math.max(first.length, 1)];
      const original = chosen && !taken.has(entryKey(chosen)) ? chosen : undefined;
      if (original) taken.add(entryKey(original));
      const standing =
        original?.correctedBy === undefined ? undefined : this.entries.get(original.correctedBy);
      return { line: lineId(line), entry: NewEntry.parse(said), original, standing, path: '' };
    });
    const lines = new Map([[lineId(line), this.line]]);
    const made = recordEntries(rows, { lines, cells: this.cells, caller: caller(), moment: moment() });
    this.line = made.lines.get(lineId(line)) ?? this.line;
    for (const entry of [...made.entries, ...made.corrected]) this.entries.set(entryKey(entry), entry);
    for (const [name, sums] of made.cells) this.cells.set(name, sums);
  }
}

describe('sums of a line', () => {
  it('are those of its entries summed anew, whatever was entered and corrected, alone or in sheets', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (sheets) => {
        const kept = new Kept();
        for (const sheet of sheets) kept.enter(sheet);
        const { sums, cells } = summed([...kept.entries.values()]);
        expect(kept.line.sums).toEqual(sums);
        expect(kept.line.entries).toBe(kept.entries.size);
        for (const [month, inMonth] of cells)
          expect(kept.cells.get(cellsName(line, month))?.cells ?? {}).toEqual(inMonth);
        const [byMonth, byYear] = [byPeriod(sums, 'month'), byPeriod(sums, 'year')];
        for (const all of [byMonth, byYear, byPeriod(sums, 'quarter')])
          expect(Object.values(all).reduce((sum, one) => sum + Math.round(one * 100), 0)).toBe(
            Math.round(totalOf(sums) * 100),
          );
      }),
    );
  });

  it('have one cell for values in whatever order they are named', () => {
    expect(cellKey({ sex: 'female', kind: 'legal' })).toBe(cellKey({ kind: 'legal', sex: 'female' }));
  });

  it('are not changed beyond what can be kept exactly', () => {
    const full = { ...line, sums: { '2026-01': Number.MAX_SAFE_INTEGER - 1 } };
    const rows = [{ line: lineId(line), entry: NewEntry.parse({ on: '2026-01-05', quantity: 1 }), path: '' }];
    const situation = {
      lines: new Map([[lineId(line), full]]),
      cells: new Map(),
      caller: caller(),
      moment: moment(),
    };
    expect(() => recordEntries(rows, situation)).toThrow('invalid-request');
  });
});
