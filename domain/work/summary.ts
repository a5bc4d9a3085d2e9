import * as z from 'zod';
import { LineId, municipal, ObjectiveId } from './board.ts';
import { breakdownOf, DimensionSums } from './breakdown.ts';
import type { CellSums } from './entry.ts';
import { Bound, type Line, LineBudget, lineId } from './line.ts';
import { quarterSums } from './quarters.ts';

/** One quarter of a line, in its unit. */
export const QuarterFigures = z.object({
  done: z.number(),
  /** All that was done until the end of the quarter. */
  soFar: z.number(),
  /** Of the target, or of what is allowed at most; none without a target. */
  percent: z.number().optional(),
});
export type QuarterFigures = z.infer<typeof QuarterFigures>;

/** A line as a summary has it: `quarters` in the order of those of the summary. */
export const SummaryLine = z.object({
  id: LineId,
  locality: z.string().optional(),
  objective: ObjectiveId.optional(),
  name: z.string(),
  unit: z.string(),
  target: z.number().optional(),
  bound: Bound,
  quarters: z.array(QuarterFigures),
  budget: LineBudget.optional(),
  breakdown: z.array(DimensionSums).optional(),
});
export type SummaryLine = z.infer<typeof SummaryLine>;

/** Whether a line has to do with a period: it runs in it, or something was done in it. */
export const isIn = (
  { from, to, firstOn = from, lastOn = to }: Pick<Line, 'from' | 'to' | 'firstOn' | 'lastOn'>,
  period: { from: string; to: string },
): boolean => (from <= period.to && to >= period.from) || (firstOn <= period.to && lastOn >= period.from);

/**
 * What a line comes to in each of some quarters, from its sums by month alone.
 * @param cells its sums by breakdown, where they are asked for
 * @param isWhole whether small cells are shown
 */
export function summaryLine(
  line: Line,
  quarters: readonly string[],
  cells: readonly CellSums[] | undefined,
  isWhole: boolean,
): SummaryLine {
  const { board, objective, name, unit, target, bound, budget } = line;
  const sums = quarterSums(line.sums);
  const first = quarters[0] ?? '';
  let soFar = [...sums].reduce((all, [quarter, sum]) => (quarter < first ? all + sum : all), 0);
  const figures = quarters.map((quarter) => {
    const done = sums.get(quarter) ?? 0;
    soFar += done;
    return {
      done: done / 100,
      soFar: soFar / 100,
      ...(target ? { percent: Math.round((soFar / 100 / target) * 1_000) / 10 } : {}),
    };
  });
  return {
    id: lineId(line),
    ...(board === municipal ? {} : { locality: board }),
    objective,
    name,
    unit,
    target,
    bound,
    quarters: figures,
    budget,
    ...(cells && { breakdown: breakdownOf(line, cells, quarters, isWhole) }),
  };
}
