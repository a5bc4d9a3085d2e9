import * as z from 'zod';
import { Budget } from '../commitment.ts';
import type { Line, LineBudget } from './line.ts';

/** Money of several lines of one currency, in units of it; what no line says is nothing in it. */
export const MoneySums = z.object({
  currency: Budget.shape.currency.unwrap(),
  /** How many lines say anything of money. */
  lines: z.int(),
  authorised: z.number(),
  committed: z.number(),
  spent: z.number(),
});
export type MoneySums = z.infer<typeof MoneySums>;

/** Money by the fund it comes from; without `source` that of lines that name none. */
export const FundSums = MoneySums.extend({ source: z.string().optional() });
export type FundSums = z.infer<typeof FundSums>;

type OfLine = z.infer<typeof LineBudget>;
const kinds = ['authorised', 'committed', 'spent'] as const;

/** Sums in hundredths, so that they add up exactly. */
function summed(currency: OfLine['currency'], budgets: readonly OfLine[]): MoneySums {
  const [authorised, committed, spent] = kinds.map(
    (kind) => budgets.reduce((all, budget) => all + Math.round((budget[kind] ?? 0) * 100), 0) / 100,
  );
  return {
    currency,
    lines: budgets.length,
    authorised: authorised ?? 0,
    committed: committed ?? 0,
    spent: spent ?? 0,
  };
}

/** The money of lines by currency, and by fund and currency, in the order of their names; lines without a budget add nothing. */
export function moneyOf(lines: readonly Pick<Line, 'budget'>[]): {
  total: MoneySums[];
  bySource: FundSums[];
} {
  const budgets = lines.flatMap(({ budget }) => budget ?? []);
  const byCurrency = Map.groupBy(budgets, ({ currency }) => currency);
  const total = [...byCurrency].sort(byName).map(([currency, some]) => summed(currency, some));
  const bySource = [...byCurrency]
    .sort(byName)
    .flatMap(([currency, some]) =>
      [...Map.groupBy(some, ({ source = '' }) => source)]
        .sort(byName)
        .map(([source, of]) => ({ ...summed(currency, of), ...(source && { source }) })),
    );
  return { total, bySource };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0;
