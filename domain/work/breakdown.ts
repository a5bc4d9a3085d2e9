import * as z from 'zod';
import type { CellSums } from './entry.ts';
import type { Line } from './line.ts';
import { quarterSums } from './quarters.ts';
import { shownParts } from './small-cells.ts';
import { periods } from './sums.ts';

/** One value of a dimension, or what names none, by quarter in the line's unit; `null` is hidden. */
export const BreakdownValue = z.object({
  value: z.string().optional(),
  quarters: z.array(z.number().nullable()),
});

/** What a line adds up to by the values of one dimension. */
export const DimensionSums = z.object({ key: z.string(), values: z.array(BreakdownValue) });
export type DimensionSums = z.infer<typeof DimensionSums>;

const Cells = z.record(z.string(), z.string());

/**
 * What a line comes to in each of some whole quarters by each value of each dimension; what names no value of a dimension
 * stands last. Dimensions are never crossed.
 * @param isWhole whether small cells are shown: to the municipality's staff, and to nobody else
 */
export function breakdownOf(
  { breakdown, sums }: Pick<Line, 'breakdown' | 'sums'>,
  cells: readonly Pick<CellSums, 'month' | 'cells'>[],
  quarters: readonly string[],
  isWhole: boolean,
): DimensionSums[] {
  const totals = quarterSums(sums);
  const known = cells.flatMap(({ month, cells: sumsOf }) =>
    Object.entries(sumsOf).map(([cell, sum]) => ({
      quarter: periods.quarter(month),
      cell: Cells.parse(JSON.parse(cell)),
      sum,
    })),
  );
  return breakdown.map(({ key, values }) => {
    const columns = quarters.map((quarter) => {
      const parts = values.map((value) =>
        known
          .filter((one) => one.quarter === quarter && one.cell[key] === value)
          .reduce((all, { sum }) => all + sum, 0),
      );
      const rest = (totals.get(quarter) ?? 0) - parts.reduce((all, part) => all + part, 0);
      return isWhole ? [...parts, rest] : shownParts([...parts, rest]);
    });
    const row = (at: number) =>
      columns.map((column) => {
        const part = column[at] ?? null;
        return part === null ? null : part / 100;
      });
    return {
      key,
      values: [
        ...values.map((value, at) => ({ value, quarters: row(at) })),
        { quarters: row(values.length) },
      ],
    };
  });
}
