import type { Commitment } from './commitment.ts';

/** How many actions there are, and what they cost by currency, in units of it. */
export interface Sums {
  actions: number;
  budget: Record<string, number>;
}

type Summed = Pick<Commitment, 'status' | 'policyArea' | 'budget'>;

/** Adds up actions and budgets by policy area (`''`: none is given). What was cancelled does not count. */
export function rollUp() {
  const areas = new Map<string, { actions: number; hundredths: Map<string, number> }>();

  function add({ status, policyArea, budget }: Summed): void {
    if (status === 'cancelled') return;
    const key = policyArea ?? '';
    const area = areas.get(key) ?? { actions: 0, hundredths: new Map<string, number>() };
    areas.set(key, area);
    area.actions += 1;
    // Whole hundredths add up exactly; fractions would not.
    if (budget)
      area.hundredths.set(
        budget.currency,
        (area.hundredths.get(budget.currency) ?? 0) + Math.round(budget.amount * 100),
      );
  }

  function sums(of: (policyArea: string) => boolean): Sums {
    const total = new Map<string, number>();
    let actions = 0;
    for (const [key, area] of areas) {
      if (!of(key)) continue;
      actions += area.actions;
      for (const [currency, hundredths] of area.hundredths)
        total.set(currency, (total.get(currency) ?? 0) + hundredths);
    }
    return {
      actions,
      budget: Object.fromEntries([...total].map(([currency, hundredths]) => [currency, hundredths / 100])),
    };
  }

  return {
    add,
    of: (policyArea: string) => sums((key) => key === policyArea),
    total: () => sums(() => true),
  };
}
