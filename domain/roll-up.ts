import type { Commitment } from './commitment.ts';
import { sumOf, type Tally } from './tally.ts';

/** How many actions there are, and what they cost by currency, in units of it. */
export interface Sums {
  actions: number;
  budget: Record<string, number>;
}

/**
 * What a commitment adds to the sums of its policy area (`''`: none is given): `actions/<area>`, and
 * `budget/<area>/<currency>` in hundredths, which add up exactly where fractions would not. What was cancelled adds nothing.
 */
export function sumsOf({
  status,
  policyArea,
  budget,
}: Pick<Commitment, 'status' | 'policyArea' | 'budget'>): Tally {
  if (status === 'cancelled') return new Map();
  const area = policyArea ?? '';
  const sums = new Map([[`actions/${area}`, 1n]]);
  if (budget) sums.set(`budget/${area}/${budget.currency}`, BigInt(Math.round(budget.amount * 100)));
  return sums;
}

/** Actions and budgets of one policy area, or of all of them. */
export function rolledUp(sums: Tally, policyArea?: string): Sums {
  const budgets: Tally[] = [];
  let actions = 0n;
  for (const [name, count] of sums) {
    const [what, area, currency = ''] = name.split('/');
    if (policyArea !== undefined && area !== policyArea) continue;
    if (what === 'actions') actions += count;
    if (what === 'budget') budgets.push(new Map([[currency, count]]));
  }
  const budget = [...sumOf(budgets)].map(([currency, hundredths]) => [currency, Number(hundredths) / 100]);
  return { actions: Number(actions), budget: Object.fromEntries(budget) };
}
