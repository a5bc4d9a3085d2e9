import type { Commitment } from '../api/types.ts';

export const isOpen = ({ status }: Commitment) => status === 'pending' || status === 'in-progress';

/** Whether something that is due on a day is late. */
type IsPast = (dueOn: string) => boolean;

/** Still to be kept, and its day is past. */
export const isLate = (commitment: Commitment, isPast: IsPast) =>
  isOpen(commitment) && commitment.dueOn !== undefined && isPast(commitment.dueOn);

/** Without what the gate asks of it: somebody responsible, and a day. */
export const isBlank = (commitment: Commitment) =>
  commitment.status !== 'cancelled' && !(commitment.responsible && commitment.dueOn);

/** What can be asked to be shown, beside each status by its own name. */
export const views = ['open', 'late', 'blank'] as const;

/** Those that are asked for by the address: `status` is a status or one of the views, blank for all. */
export function shownOf(
  matrix: Commitment[],
  { status, sector }: { status: string; sector: string },
  isPast: IsPast,
): Commitment[] {
  const isShown = (one: Commitment) => {
    if (sector && one.sector !== sector) return false;
    if (status === 'open') return isOpen(one);
    if (status === 'late') return isLate(one, isPast);
    if (status === 'blank') return isBlank(one);
    return status === '' || one.status === status;
  };
  return matrix.filter(isShown).sort(bySoonest);
}

/** What is still to be done first, by its day; what has none, and then what is over, in the order it was made. */
function bySoonest(one: Commitment, other: Commitment): number {
  if (isOpen(one) !== isOpen(other)) return isOpen(one) ? -1 : 1;
  const [a, b] = [one, other].map(({ dueOn }) => dueOn ?? '9999');
  return isOpen(one) && a !== undefined && b !== undefined && a !== b ? (a < b ? -1 : 1) : 0;
}

/** What the whole matrix comes to; cancelled commitments do not count. Budgets by currency, in units of it. */
export function summaryOf(matrix: Commitment[], isPast: IsPast) {
  const standing = matrix.filter(({ status }) => status !== 'cancelled');
  const budget = new Map<string, number>();
  for (const { budget: one } of standing)
    if (one) budget.set(one.currency, (budget.get(one.currency) ?? 0) + one.amount);
  return {
    standing: standing.length,
    fulfilled: standing.filter(({ status }) => status === 'fulfilled').length,
    late: standing.filter((one) => isLate(one, isPast)).length,
    blank: standing.filter(isBlank).length,
    budget: [...budget],
  };
}
